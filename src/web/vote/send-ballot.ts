import { castUntilAcknowledged } from '../../client/voter.ts';
import { waitOrOnline } from '../shared/wait.ts';
import { type KeptBallot, keepBallot, wipeDraft } from './kept.ts';
import type { PaperAtHand } from './paper-at-hand.ts';
import { inBox } from './voting-state.ts';

/** Sends a ballot kept on this phone until the box says something about it, however long the network is away. */
export async function sendBallot(paper: PaperAtHand, kept: KeptBallot, answered: () => void): Promise<void> {
  const { opened, store, connection } = paper;
  const { tracker, unsent, earlier } = kept;
  if (unsent === null) return;
  store.set({ casting: { step: 'sending', tracker }, earlier, found: { step: 'idle' } });
  const ballot = { text: unsent.text, tracker };
  for (;;) {
    const device = { wait: waitOrOnline };
    const reply = await castUntilAcknowledged(connection, device, opened.sessionId, ballot, unsent.recastKey);
    if (paper.isStopped()) return;
    if (reply.ok || !passing.includes(reply.refusal)) {
      if (reply.ok) acknowledged(paper, kept);
      else refused(paper, kept, reply.refusal);
      return answered();
    }
    await waitOrOnline(8000);
  }
}

const passing: readonly string[] = ['unreachable', 'internal'];

function acknowledged({ opened: { name }, store, keeping }: PaperAtHand, kept: KeptBallot): void {
  keepBallot(keeping, name, { ...kept, unsent: null, earlier: null, refusal: null });
  wipeDraft(keeping, name);
  store.set({ casting: inBox(kept.tracker), earlier: null, marking: new Map(), screen: 'marking' });
}

function refused({ opened: { name }, store, keeping }: PaperAtHand, kept: KeptBallot, refusal: string): void {
  keepBallot(keeping, name, { ...kept, refusal });
  store.set({ casting: { step: 'refused', refusal } });
}
