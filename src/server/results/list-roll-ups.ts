import type * as contract from '../../contract/results/roll-up.ts';
import type { PersonId } from '../../domain/roster/person.ts';
import { accept } from '../../domain/ruling.ts';
import type { Deps } from '../deps.ts';
import type { RouteContext } from '../http/gate.ts';
import { type RelationsTo, relationsFor } from '../http/relations-for.ts';
import type { Call } from '../http/route.ts';
import { seatedIn } from '../roster/seated-in.ts';
import { publishedTo } from './published-to.ts';

export async function listRollUps(context: RouteContext, { caller, request }: Call<typeof contract.listRollUps>) {
  const { deps } = context;
  if (caller.personId === null) return accept([]);
  return accept(await rollUpsFor(deps, caller.personId, relationsFor(context, request)));
}

/** Where the person sits today and something was published to from below, and how much of it. */
export async function rollUpsFor(deps: Deps, personId: PersonId, relationsTo: RelationsTo) {
  const found = await deps.store.committees.findCommittees(await seatedIn(deps, personId));
  const counted = await Promise.all(
    found.map(async ({ id, name }) => {
      const { results, locked } = await publishedTo(deps, id, relationsTo);
      return { committeeId: id, name, results: results.length, isLocked: locked.length > 0 };
    }),
  );
  // Where all that was published is locked, the roll-up is there to say so.
  const told = counted.filter(({ results, isLocked }) => results > 0 || isLocked);
  return told.map(({ isLocked: _isLocked, ...one }) => one).sort((a, b) => a.name.localeCompare(b.name, 'vi'));
}
