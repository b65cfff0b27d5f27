import { createRecastKey } from '../../client/voter.ts';
import { encodeHint } from '../../protocol/ballot/hint.ts';
import { randomBytes } from '../shared/device/random-bytes.ts';
import { type KeptBallot, keepBallot, keepRecastKey, readKeptBallot, readRecastKey } from './kept.ts';
import type { SealedAhead } from './sealed-ahead.ts';
import type { VotingContext } from './voting-context.ts';
import { isOpen } from './voting-state.ts';

/** The one button: takes the sealed ballot, keeps it on the phone, and gives it to be sent. */
export async function castMarked(
  paper: VotingContext,
  ahead: SealedAhead,
  send: (kept: KeptBallot) => Promise<void>,
): Promise<void> {
  const { opened, store, lock, keeping } = paper;
  const { casting, page, earlier } = store.get();
  const reply = isOpen(store.get()) && casting.step === 'none' ? ahead.seal() : undefined;
  if (reply === undefined || page === undefined || lock === undefined) return;
  store.set({ casting: { step: 'sealing' } });
  const made = await reply;
  if (paper.isStopped()) return;
  ahead.forget();
  if (!made.ok) {
    const { refusal } = made;
    return store.set({ casting: refusal === 'sealing-failed' ? { step: 'unsealed' } : { step: 'refused', refusal } });
  }
  const recastKey = readRecastKey(keeping, lock) ?? createRecastKey(randomBytes);
  const { title, committeeName } = page;
  const { text, tracker, hint } = made.ballot;
  const { sessionId, readKey, name } = opened;
  const kept: KeptBallot = {
    sessionId,
    readKey,
    title,
    committeeName,
    tracker,
    earlier,
    refusal: null,
    mayRecast: true,
    heads: readKeptBallot(keeping, name)?.heads ?? [],
    unsent: { text, recastKey, ...(hint && { hint: encodeHint(hint) }) },
  };
  // Both are on the phone before anything leaves it: a closed tab loses neither the ballot nor the right to recast.
  const keeps = keepRecastKey(keeping, lock, recastKey) && keepBallot(keeping, name, kept);
  store.set({ keeps });
  await send(kept);
}
