import { committeeId } from '../../domain/committee.ts';
import { useHash } from '../shared/hash.ts';
import { OfficePage } from '../shared/office-page.tsx';
import { CommitteeScreen } from './committee-screen.tsx';
import { MyCommittees } from './my-committees.tsx';
import { ReviewScreen } from './review-screen.tsx';
import { RollUpScreen } from './roll-up-screen.tsx';
import { useHalfTermSpeech } from './speech.ts';

/** `#/` my committees; `#/COMMITTEE` its terms; `#/COMMITTEE/TERM` the review, with `/below` behind those below. */
export function HalfTermPage() {
  const { say } = useHalfTermSpeech();
  return (
    <OfficePage title={say('pageTitle')}>
      <Screen />
    </OfficePage>
  );
}

function Screen() {
  const [first, term, third] = useHash();
  const committee = committeeId.safeParse(first);
  if (!committee.success) return <MyCommittees />;
  const id = committee.data;
  if (term === undefined) return <CommitteeScreen key={id} committeeId={id} />;
  const key = `${id} ${term} ${third}`;
  if (third === 'below') return <RollUpScreen key={key} committeeId={id} term={term} />;
  return <ReviewScreen key={key} committeeId={id} term={term} />;
}
