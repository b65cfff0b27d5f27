import { keepBallot, readKeptBallot, wipeDraft } from './kept.ts';
import type { VotingContext } from './voting-context.ts';
import { inBox } from './voting-state.ts';

/** From the receipt or a refusal back to marking; a ballot in the box counts until another one is. */
export function markAgain({ store }: VotingContext): void {
  const { casting, earlier: before } = store.get();
  const earlier = casting.step === 'in-box' ? casting.tracker : before;
  store.set({ casting: { step: 'none' }, earlier, marking: new Map(), screen: 'marking' });
}

/** Gives up the ballot that was to replace the one in the box. */
export function keepEarlier({ opened: { name }, store, keeping }: VotingContext): void {
  const { earlier } = store.get();
  const ballot = readKeptBallot(keeping, name);
  wipeDraft(keeping, name);
  if (earlier === null) return;
  if (ballot !== undefined) {
    keepBallot(keeping, name, { ...ballot, tracker: earlier, unsent: null, refusal: null, earlier: null });
  }
  store.set({
    casting: inBox({ tracker: earlier, mayRecast: true }),
    earlier: null,
    marking: new Map(),
    found: { step: 'idle' },
  });
}
