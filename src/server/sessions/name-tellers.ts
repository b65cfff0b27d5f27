import { accept, type Decision, refuse } from '../../domain/decision.ts';
import type { PersonId } from '../../domain/person.ts';
import { decideAddVoter, decideNameTellers, type TellersRefusal } from '../../domain/session/draft.ts';
import type { SessionWithPapers } from '../../domain/session/papers.ts';
import { type SessionId, voterId } from '../../domain/session/session.ts';
import type { Deps } from '../deps.ts';
import { changeSession } from '../session-call.ts';
import { uuid } from '../uuid.ts';

type Changed<Refusal extends string> = Promise<Decision<SessionWithPapers, Refusal | 'not-found' | 'unknown-person'>>;

/** Names the body of tellers; each must be a person that the service knows, so that an account can be tied to it. */
export async function nameTellers(
  deps: Deps,
  session: SessionId,
  { personIds, threshold }: { readonly personIds: readonly PersonId[]; readonly threshold: number },
): Changed<TellersRefusal> {
  const named: { personId: PersonId; name: string }[] = [];
  for (const id of personIds) {
    const person = await deps.store.committees.findPerson(id);
    if (person === undefined) return refuse('unknown-person');
    named.push({ personId: person.id, name: person.fullName });
  }
  const rules = { singleTellerAllowed: deps.config.singleTeller };
  return changeSession(deps, session, (before) => decideNameTellers(before, named, threshold, rules));
}

/** Adds somebody summoned; one who is known by name only votes with a sheet. */
export async function addParticipant(
  deps: Deps,
  session: SessionId,
  wanted: { readonly personId: PersonId | null; readonly name: string; readonly position: string },
): Changed<'not-in-draft' | 'voter-already-on-roll'> {
  const known = await findPersonId(deps, wanted.personId);
  if (!known.ok) return known;
  const id = voterId.parse(known.value ?? uuid(deps.random));
  return changeSession(deps, session, (before) =>
    decideAddVoter(before, {
      ...{ id, personId: known.value, name: wanted.name, position: wanted.position },
      ...{ kind: 'participant', received: null, present: false },
    }),
  );
}

async function findPersonId(deps: Deps, id: PersonId | null): Promise<Decision<PersonId | null, 'unknown-person'>> {
  if (id === null) return accept(null);
  const person = await deps.store.committees.findPerson(id);
  return person === undefined ? refuse('unknown-person') : accept(person.id);
}
