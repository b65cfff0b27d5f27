import { call } from '../../client/api.ts';
import { listTrackers } from '../../contract/box.ts';
import type { PaperAtHand } from './paper-at-hand.ts';

/**
 * Looks whether the box holds this phone's ballot. Until closing the list may be older than the ballot, so that a
 * tracker is missing only from one that was made since; the page then looks again by itself.
 */
export async function lookIntoBox(paper: PaperAtHand): Promise<void> {
  const { opened, store, connection, isStopped } = paper;
  const { casting, found } = store.get();
  if (casting.step !== 'in-box' || found.step === 'looking') return;
  store.set({ found: { step: 'looking' } });
  const reply = await call(connection, listTrackers, { params: { sessionId: opened.sessionId } });
  if (isStopped() || store.get().casting !== casting) return;
  if (!reply.ok) return store.set({ found: { step: 'unreachable' } });
  const { trackers, state } = reply.value;
  const closed = state === 'closed' || state === 'tallied' || state === 'published';
  const isThere = trackers.includes(casting.tracker);
  const early = casting.listedBy - performance.now();
  if (isThere || closed || early <= 0) {
    return store.set({ found: { step: isThere ? 'found' : 'missing', count: trackers.length, closed } });
  }
  const soon = { step: 'soon' } as const;
  store.set({ found: soon });
  setTimeout(() => {
    if (!isStopped() && store.get().found === soon) void lookIntoBox(paper);
  }, early);
}
