import { call } from '../../client/api.ts';
import { compareHeads } from '../../client/compare-heads.ts';
import { listTrackers } from '../../contract/box/box.ts';
import { readKeptBallot } from './kept.ts';
import type { VotingContext } from './voting-context.ts';
import type { Found } from './voting-state.ts';

/**
 * Looks whether the box holds this phone's ballot. Until closing the list may be older than the ballot, so that a
 * tracker is missing only from one that was made since; the page then looks again by itself.
 */
export async function lookIntoBox(paper: VotingContext): Promise<void> {
  const { opened, store, connection, isStopped } = paper;
  const { casting, found } = store.get();
  if (casting.step !== 'in-box' || found.step === 'looking') return;
  store.set({ found: { step: 'looking' } });
  const reply = await call(connection, listTrackers, { params: { sessionId: opened.sessionId } });
  if (isStopped() || store.get().casting !== casting) return;
  if (!reply.ok) return store.set({ found: { step: 'unreachable' } });
  const { trackers, state } = reply.value;
  const closed = state === 'closed' || state === 'tallied' || state === 'published' || state === 'unopenable';
  const isThere = trackers.includes(casting.tracker);
  const early = casting.listedBy - performance.now();
  if (isThere && closed) {
    const found = await compareClosed(paper, casting.tracker, trackers);
    return isStopped() || store.get().casting !== casting ? undefined : store.set({ found });
  }
  if (isThere) return store.set({ found: { step: 'found', count: trackers.length, closed, end: null } });
  if (closed || early <= 0) return store.set({ found: { step: 'missing' } });
  const soon = { step: 'soon' } as const;
  store.set({ found: soon });
  setTimeout(() => {
    if (!isStopped() && store.get().found === soon) void lookIntoBox(paper);
  }, early);
}

/** Heads that this phone was given show whether the closed record is the one that it voted in. */
async function compareClosed(
  { opened: { sessionId, name }, connection, keeping }: VotingContext,
  tracker: string,
  trackers: readonly string[],
): Promise<Found> {
  const heads = readKeptBallot(keeping, name)?.heads ?? [];
  const compared = await compareHeads(connection, sessionId, { heads, tracker, trackers });
  if (!compared.ok) return { step: 'unreachable' };
  if (!compared.fits) return { step: 'other-record', given: compared.missing };
  return { step: 'found', count: trackers.length, closed: true, end: compared.head };
}
