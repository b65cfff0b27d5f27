import type { z } from 'zod';
import type { readPersonResults as contract } from '../../contract/results/roll-up.ts';
import { peopleOf } from '../../domain/result/roll-up.ts';
import type { PersonId } from '../../domain/roster/person.ts';
import { accept, type Ruling, refuse } from '../../domain/ruling.ts';
import type { Deps } from '../deps.ts';
import type { RelationsTo } from '../http/relations-for.ts';
import { lockedAmong } from './published-to.ts';
import { readableResults } from './readable-results.ts';
import { personsResultView } from './result-head.ts';

/** One person in every committee that the caller may read, newest conference first. */
export async function readPersonResults(
  deps: Deps,
  personId: PersonId,
  relationsTo: RelationsTo,
): Promise<Ruling<z.infer<(typeof contract.replies)[200]>, 'not-found'>> {
  const readable = await readableResults(await deps.store.sessions.published({ personIds: [personId] }), relationsTo);
  const found = peopleOf(readable, {}).find((one) => one.personId === personId);
  if (found === undefined) return refuse('not-found');
  const locked = await lockedAmong(deps, { personIds: [personId] }, relationsTo);
  return accept({ name: found.name, results: found.results.map(personsResultView), locked });
}
