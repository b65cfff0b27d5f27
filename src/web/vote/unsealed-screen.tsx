import { ScreenTitle } from '../shared/frame/screen-title.tsx';
import { useVotingSpeech } from './speech.ts';
import type { Voting } from './voting.ts';
import type { VotingState } from './voting-state.ts';

interface Props {
  readonly voting: Voting;
  readonly state: VotingState;
  readonly shared: boolean;
}

/** The phone could not seal: what to do first, and where to go if that does not help. */
export function UnsealedScreen({ voting, state, shared }: Props) {
  const { say } = useVotingSpeech();
  // On a shared device, or one that keeps nothing, the marks would be gone.
  const mayReload = state.keeps && !shared;
  const sealAgain = () => void voting.sealAgain();
  return (
    <main>
      <ScreenTitle>{say('unsealedTitle')}</ScreenTitle>
      <div class="note alarm" role="alert">
        <p>{say('unsealed')}</p>
        <p>{say(mayReload ? 'unsealedReload' : 'unsealedAgain')}</p>
      </div>
      {state.earlier !== null && <p>{say('earlierCounts')}</p>}
      <div class="actions">
        {mayReload && (
          <button type="button" class="main-button" onClick={() => window.location.reload()}>
            {say('reload')}
          </button>
        )}
        <button type="button" class={mayReload ? '' : 'main-button'} onClick={sealAgain}>
          {say('sealAgain')}
        </button>
        <button type="button" onClick={voting.backToReview}>
          {say('backToReview')}
        </button>
      </div>
    </main>
  );
}
