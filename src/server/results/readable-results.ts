import { mayReadResult } from '../../domain/result/who-reads.ts';
import type { SessionId } from '../../domain/session/session.ts';
import type { Deps } from '../deps.ts';
import type { RelationsTo } from '../http/relations-for.ts';
import { showLocked } from '../meeting/locked-sessions.ts';
import type { LockedRow } from '../store/session-store.ts';

/** Of these published results those that the caller would be given on asking for them one by one (promise 6). */
export async function readableResults<One extends { readonly sessionId: SessionId }>(
  published: readonly One[],
  relationsTo: RelationsTo,
): Promise<One[]> {
  const held = await relationsTo(published.map(({ sessionId }) => sessionId));
  return published.filter(({ sessionId }) => mayReadResult(held.get(sessionId) ?? new Set(), 'published'));
}

/** Of these locked sessions the published ones that the caller could open if they were not. */
export async function showLockedResults(
  deps: Pick<Deps, 'store'>,
  locked: readonly LockedRow[],
  relationsTo: RelationsTo,
) {
  const published = locked.filter(({ state }) => state === 'published').map((row) => ({ ...row, sessionId: row.id }));
  return showLocked(deps, await readableResults(published, relationsTo));
}
