import type { CommitteeId } from '../../domain/committee/committee.ts';
import type { Deps } from '../deps.ts';
import type { RelationsTo } from '../http/relations-for.ts';
import type { SessionFilter } from '../store/session-store.ts';
import { readableResults, showLockedResults } from './readable-results.ts';

/** Newest conference first, of those that the caller could open; and those that are left out since they are locked. */
export async function publishedTo(deps: Deps, committeeId: CommitteeId, relationsTo: RelationsTo) {
  const { committees, sessions } = deps.store;
  const filter = { superiorIds: [...(await committees.heirs([committeeId])).keys()] };
  const results = await readableResults(await sessions.published(filter), relationsTo);
  return { results, locked: await lockedAmong(deps, filter, relationsTo) };
}

export async function lockedAmong(deps: Deps, filter: SessionFilter, relationsTo: RelationsTo) {
  return showLockedResults(deps, await deps.store.sessions.locked(filter), relationsTo);
}
