import type * as contract from '../../contract/session/roll.ts';
import { accept } from '../../domain/ruling.ts';
import type { Deps } from '../deps.ts';
import type { Call } from '../http/route.ts';
import { findSession } from '../meeting/session-call.ts';
import { findByName } from '../roster/search-people.ts';

/** People by name, to be named as tellers or added to the roll; says who of them is voted on. */
export async function findPeople(deps: Deps, { params, query }: Call<typeof contract.findPeople>) {
  const session = await findSession(deps, params.sessionId);
  if (!session.ok) return session;
  const subjects = new Set(
    session.value.subjects.flatMap(({ personId, excludedFor }) => (excludedFor === null ? (personId ?? []) : [])),
  );
  const found = await findByName(deps, query.name);
  return accept(found.map((one) => ({ ...one, isSubject: subjects.has(one.personId) })));
}
