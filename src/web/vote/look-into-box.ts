import { call } from '../../client/api.ts';
import { listTrackers } from '../../contract/box.ts';
import type { PaperAtHand } from './paper-at-hand.ts';

/** Looks whether the box holds this phone's ballot. */
export async function lookIntoBox({ opened, store, connection, isStopped }: PaperAtHand): Promise<void> {
  const { casting, found } = store.get();
  if (casting.step !== 'in-box' || found.step === 'looking') return;
  store.set({ found: { step: 'looking' } });
  const reply = await call(connection, listTrackers, { params: { sessionId: opened.sessionId } });
  if (isStopped()) return;
  if (!reply.ok) return store.set({ found: { step: 'unreachable' } });
  const { trackers, state } = reply.value;
  const step = trackers.includes(casting.tracker) ? 'found' : 'missing';
  const closed = state === 'closed' || state === 'tallied' || state === 'published';
  store.set({ found: { step, count: trackers.length, closed } });
}
