import type { BallotPage } from '../../client/sealing.ts';
import { CheckTracker } from './check-tracker.tsx';
import { PlainScreen } from './plain-screen.tsx';
import { useVotingSpeech } from './speech.ts';
import type { Voting } from './voting.ts';

/** For a phone without a ballot in the box, once it can cast none. */
export function OverScreen({ voting, page }: { readonly voting: Voting; readonly page: BallotPage }) {
  const { say } = useVotingSpeech();
  if (page.state === 'cancelled') {
    return (
      <PlainScreen title={say('cancelledTitle')}>
        <p>{say('cancelled')}</p>
      </PlainScreen>
    );
  }
  const counting = page.state === 'counting';
  return (
    <PlainScreen title={say(counting ? 'endedTitle' : 'closedTitle')}>
      <p>{say(counting ? 'ended' : 'closed')}</p>
      <CheckTracker connection={voting.connection} page={page} />
    </PlainScreen>
  );
}
