import type { Account } from '../../domain/account/account.ts';
import type { Principal, Relation } from '../../domain/account/relations.ts';
import type { BriefingCapacity } from '../../domain/session/briefing.ts';
import type { Session } from '../../domain/session/session.ts';
import type { Deps } from '../deps.ts';
import { personIdOf } from '../meeting/session-call.ts';

/** The accounts whose duty it is to give the committee's briefing. */
async function briefersOf({ store }: Deps, { committeeId }: Session): Promise<readonly Account[]> {
  const serving = await store.accounts.withRoleIn(committeeId);
  return serving.filter(({ grants }) =>
    grants.some((grant) => grant.role === 'secretary' && grant.committeeId === committeeId),
  );
}

/** Their names, as minutes would name them. */
export async function briefersNamed(deps: Deps, session: Session): Promise<string[]> {
  const accounts = await briefersOf(deps, session);
  return Promise.all(
    accounts.map(async ({ personId, username }) => {
      const person = personId === null ? undefined : await deps.store.committees.findPerson(personId);
      return person?.name ?? username;
    }),
  );
}

/** As what a caller would record the briefing: with the duty, else as the chair; undefined for anybody else. */
export async function briefingCapacity(
  deps: Deps,
  session: Session,
  { caller, held }: { readonly caller: Principal; readonly held: ReadonlySet<Relation> },
): Promise<BriefingCapacity | undefined> {
  if (held.has('secretary')) return { as: 'briefer' };
  if (!held.has('chair')) return undefined;
  const isSomebodysDuty = (await briefersOf(deps, session)).length > 0;
  return { as: 'chair', personId: personIdOf(caller), isSomebodysDuty };
}
