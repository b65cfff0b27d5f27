import type * as z from 'zod/mini';
import { castUntilAcknowledged } from '../../client/voter.ts';
import type { phoneReceipt } from '../../contract/box/box.ts';
import { waitOrOnline } from '../shared/fetch/wait.ts';
import { type KeptBallot, keepBallot, readKeptBallot, wipeDraft } from './kept.ts';
import type { VotingContext } from './voting-context.ts';
import { inBox, type Pausing } from './voting-state.ts';

/** Sends a ballot kept on this phone until the box says something about it, however long the network is away. */
export async function sendBallot(paper: VotingContext, kept: KeptBallot, answered: () => void): Promise<void> {
  const { opened, store, connection } = paper;
  const { tracker, unsent, earlier } = kept;
  if (unsent === null) return;
  const sending = (pausing: Pausing | null) => {
    if (!paper.isStopped()) store.set({ casting: { step: 'sending', tracker, pausing } });
  };
  store.set({ earlier, found: { step: 'idle' } });
  sending(null);
  const device = {
    wait: async (milliseconds: number) => {
      await waitOrOnline(milliseconds);
      sending(null);
    },
  };
  const ballot = { text: unsent.text, hint: unsent.hint, tracker };
  const reply = await castUntilAcknowledged(connection, device, opened.sessionId, ballot, unsent.recastKey, {
    pausing: (seconds) => sending({ seconds }),
    endless: () => !paper.isStopped(),
  });
  if (paper.isStopped()) return;
  if (reply.ok) acknowledged(paper, kept, reply.value);
  else refused(paper, kept, reply.refusal);
  answered();
}

type PhoneReceipt = z.infer<typeof phoneReceipt>;

function acknowledged(
  { opened: { name }, store, keeping }: VotingContext,
  kept: KeptBallot,
  { head, mayRecast }: PhoneReceipt,
): void {
  // Another tab may have been given one meanwhile.
  const given = readKeptBallot(keeping, name)?.heads ?? kept.heads;
  const heads = given.some(({ hash }) => hash === head.hash) ? given : [...given, head];
  keepBallot(keeping, name, { ...kept, unsent: null, earlier: null, refusal: null, mayRecast, heads });
  wipeDraft(keeping, name);
  store.set({
    casting: inBox({ tracker: kept.tracker, mayRecast }),
    earlier: null,
    marking: new Map(),
    screen: 'marking',
  });
}

function refused({ opened: { name }, store, keeping }: VotingContext, kept: KeptBallot, refusal: string): void {
  keepBallot(keeping, name, { ...kept, refusal });
  store.set({ casting: { step: 'refused', refusal } });
}
