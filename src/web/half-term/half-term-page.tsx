import { call } from '../../client/api.ts';
import { listReviewCommittees } from '../../contract/half-term/half-term.ts';
import { committeeId } from '../../domain/committee/committee.ts';
import { useConnection } from '../shared/fetch/connection.ts';
import { Loaded } from '../shared/fetch/loaded.tsx';
import { useLater } from '../shared/fetch/use-later.ts';
import { useLoad } from '../shared/fetch/use-load.ts';
import { useHash } from '../shared/frame/hash.ts';
import { OfficePage } from '../shared/frame/office-page.tsx';
import { useAccount } from '../shared/frame/use-account.ts';
import { CommitteeScreen } from './committee-screen.tsx';
import { MyCommittees } from './my-committees.tsx';
import { ReviewScreen } from './review-screen.tsx';
import type { RollUpScreen } from './roll-up-screen.tsx';
import { useHalfTermTranslation } from './translation.ts';

/** `#/` my committees; `#/COMMITTEE` its terms; `#/COMMITTEE/TERM` the review, with `/below` behind those below. */
export function HalfTermPage() {
  const { t } = useHalfTermTranslation();
  return (
    <OfficePage title={t('pageTitle')}>
      <Screen />
    </OfficePage>
  );
}

function Screen() {
  const connection = useConnection();
  const { id: accountId } = useAccount();
  const mine = useLoad(() => call(connection, listReviewCommittees), [accountId]);
  const [first, term, third] = useHash();
  const committee = committeeId.safeParse(first);
  return (
    <Loaded of={mine}>
      {(all) => {
        if (!committee.success) return <MyCommittees committees={all} />;
        const id = committee.data;
        // Whoever has no place in it may still read it from directly above.
        const { name = '', writes = false, readsBelow = false } = all.find((one) => one.committeeId === id) ?? {};
        const props = { committeeId: id, writes, readsBelow };
        if (term === undefined) return <CommitteeScreen key={id} {...props} />;
        const key = `${id} ${term} ${third}`;
        if (third === 'below') return <RollUp key={key} committeeId={id} name={name} term={term} />;
        return <ReviewScreen key={key} {...props} term={term} />;
      }}
    </Loaded>
  );
}

/** Fetched when it is wanted: few committees have others below them. */
function RollUp(props: Parameters<typeof RollUpScreen>[0]) {
  const screen = useLater(() => import('./roll-up-screen.tsx'));
  return <Loaded of={screen}>{({ RollUpScreen: Own }) => <Own {...props} />}</Loaded>;
}
