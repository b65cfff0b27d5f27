import * as z from 'zod/mini';
import type { Actor } from '../../domain/account/actor.ts';
import type { Principal } from '../../domain/account/relations.ts';
import { type PersonId, personId } from '../../domain/roster/person.ts';
import { accept, type Ruling, refuse } from '../../domain/ruling.ts';
import type { SessionWithPapers } from '../../domain/session/papers.ts';
import { findTeller, type Session, type SessionId, type Teller } from '../../domain/session/session.ts';
import type { Deps } from '../deps.ts';
import { withAllPapers } from '../store/session-store.ts';

/** Who acts, as minutes and decisions name them: the person's name, or the account's where no person hangs on it. */
export async function actorOf(deps: Deps, caller: Principal): Promise<Actor> {
  const id = personIdOf(caller);
  const person = id === null ? undefined : await deps.store.committees.findPerson(id);
  if (person !== undefined) return { accountId: caller.accountId, name: person.name };
  const account = await deps.store.accounts.find(caller.accountId);
  return { accountId: caller.accountId, name: account?.username ?? '' };
}

/** The caller as teller of this session; the gate lets only tellers through where it is used. */
export function tellerOf(session: Session, caller: Principal): Ruling<Teller, 'not-found'> {
  const teller = findTeller(session, personIdOf(caller));
  return teller === undefined ? refuse('not-found') : accept(teller);
}

/** Does something for the teller of this session that the caller is. */
export async function asTeller<Value, Refusal extends string>(
  deps: Deps,
  id: SessionId,
  caller: Principal,
  act: (session: Session, teller: number) => Promise<Ruling<Value, Refusal>>,
): Promise<Ruling<Value, Refusal | 'not-found'>> {
  const found = await findSession(deps, id);
  if (!found.ok) return found;
  const teller = tellerOf(found.value, caller);
  return teller.ok ? act(found.value, teller.value.index) : teller;
}

/** Changes a session by a decision that looks at nothing else. */
export async function changeSession<Refusal extends string>(
  deps: Deps,
  id: SessionId,
  decide: (session: Session) => Ruling<Session, Refusal>,
): Promise<Ruling<SessionWithPapers, Refusal | 'not-found'>> {
  return changeSessionAndPapers(deps, id, (state) => {
    const decision = decide(state.session);
    return decision.ok ? accept({ ...state, session: decision.value }) : decision;
  });
}

/** Changes a session together with its papers, without touching its record. */
export async function changeSessionAndPapers<Refusal extends string>(
  deps: Deps,
  id: SessionId,
  decide: (state: SessionWithPapers) => Ruling<SessionWithPapers, Refusal>,
): Promise<Ruling<SessionWithPapers, Refusal | 'not-found'>> {
  const step = await deps.store.sessions.update(id, withAllPapers, (state) => {
    const decision = decide(state);
    return decision.ok ? accept({ after: decision.value }) : decision;
  });
  return step.ok ? accept(step.value.after) : step;
}

/** The session, or the refusal for one that is not there (any more). */
export async function findSession(deps: Deps, id: SessionId): Promise<Ruling<Session, 'not-found'>> {
  const session = await deps.store.sessions.find(id);
  return session === undefined ? refuse('not-found') : accept(session);
}

const somebody = z.nullable(personId);

/** The person behind the caller's account, if there is one. */
export function personIdOf({ personId: id }: Principal): PersonId | null {
  return somebody.parse(id);
}
