import type { PersonId } from '../../domain/roster/person.ts';
import { knownParts } from '../../domain/roster/same-person.ts';
import { type Ruling, refuse } from '../../domain/ruling.ts';
import type { SessionWithPapers } from '../../domain/session/papers.ts';
import type { SessionId, Teller } from '../../domain/session/session.ts';
import { decideNameTellers, type TellersRefusal } from '../../domain/session/tellers.ts';
import type { Deps } from '../deps.ts';
import { changeSession } from '../meeting/session-call.ts';
export type ChangedRoll<Refusal extends string> = Promise<
  Ruling<SessionWithPapers, Refusal | 'not-found' | 'unknown-person'>
>;

/** Names the body of tellers; each must be a person that the service knows, so that an account can be tied to it. */
export async function nameTellers(
  deps: Deps,
  session: SessionId,
  { personIds, threshold }: { readonly personIds: readonly PersonId[]; readonly threshold: number },
): ChangedRoll<TellersRefusal> {
  const named: Omit<Teller, 'index'>[] = [];
  for (const id of personIds) {
    const person = await deps.store.committees.findPerson(id);
    if (person === undefined) return refuse('unknown-person');
    named.push({ personId: person.id, name: person.name, ...knownParts({ birthYear: person.birthYear }) });
  }
  const rules = { singleTellerAllowed: deps.config.singleTeller };
  return changeSession(deps, session, (before) => decideNameTellers(before, named, threshold, rules));
}
