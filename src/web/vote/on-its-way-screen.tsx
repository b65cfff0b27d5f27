import { ScreenTitle } from '../shared/screen-title.tsx';
import { useVotingSpeech } from './speech.ts';
import type { VotingState } from './voting-state.ts';

/** Between the button and the box: says honestly that the ballot is not in it yet. */
export function OnItsWayScreen({ state }: { readonly state: VotingState }) {
  const { say } = useVotingSpeech();
  const sealing = state.casting.step === 'sealing';
  return (
    <main>
      <ScreenTitle>{say(sealing ? 'sealingTitle' : 'sendingTitle')}</ScreenTitle>
      <div class="waiting" aria-hidden="true" />
      <p role="status">{say(sealing ? 'sealing' : 'sending')}</p>
      {!sealing && <p>{say(state.keeps ? 'sendingKept' : 'notKept')}</p>}
      {state.earlier !== null && <p>{say('earlierCounts')}</p>}
    </main>
  );
}
