import type { Principal, Relation } from '../../domain/account/relations.ts';
import type { PersonId } from '../../domain/roster/person.ts';
import { accept, type Ruling, refuse } from '../../domain/ruling.ts';
import type { JointContext } from '../../domain/session/joint-action.ts';
import type { JointAction, Signature } from '../../domain/session/joint-decision.ts';
import type { SessionWithPapers } from '../../domain/session/papers.ts';
import { findTeller, type Session } from '../../domain/session/session.ts';
import type { Deps } from '../deps.ts';
import { actorOf, personIdOf } from '../meeting/session-call.ts';

/** Somebody who is both signs as chair, for which there is hardly anybody else, unless the chair has signed. */
function capacityOf(isChair: boolean, isTeller: boolean, signatures: readonly Signature[]): Signature['capacity'] {
  const chairSigned = signatures.some(({ capacity }) => capacity === 'chair');
  return isChair && !(isTeller && chairSigned) ? 'chair' : 'teller';
}

export function shown<Refusal extends string>(decided: Ruling<SessionWithPapers, Refusal>, id: string) {
  if (!decided.ok) return decided;
  const decision = decided.value.session.decisions.find((one) => one.id === id);
  if (decision === undefined) return refuse('unknown-decision');
  const signatures = decision.signatures.map(({ actor, capacity, at }) => ({
    actor: { name: actor.name },
    capacity,
    at,
  }));
  return accept({ ...decision, signatures });
}

async function isUnvouched({ store }: Deps, person: PersonId): Promise<boolean> {
  const [seats, accounts] = await Promise.all([
    store.committees.seatsOf(person),
    store.accounts.findByPeople([person]),
  ]);
  return seats.length === 0 && accounts.length === 0;
}

export async function contextFor(deps: Deps, action: JointAction | undefined): Promise<JointContext> {
  const person =
    action?.kind === 'replace-teller' ? await deps.store.committees.findPerson(action.personId) : undefined;
  const unvouched = person !== undefined && (await isUnvouched(deps, person.id));
  return {
    now: deps.clock(),
    countdownSeconds: deps.config.countdownSeconds,
    rules: { singleTellerAllowed: deps.config.singleTeller },
    nameOf: (id: PersonId) => (person?.id === id ? person.name : undefined),
    isUnvouched: (id: PersonId) => person?.id === id && unvouched,
  };
}

export async function signerFor(
  deps: Deps,
  caller: Principal,
  held: ReadonlySet<Relation>,
): Promise<(session: Session, signatures: readonly Signature[]) => Ruling<Signature, 'not-found'>> {
  const actor = await actorOf(deps, caller);
  const at = deps.clock().toISOString();
  return (session, signatures) => {
    const personId = personIdOf(caller);
    const isTeller = findTeller(session, personId) !== undefined;
    // Whoever was a teller at the door may have been replaced since.
    if (!isTeller && !held.has('chair')) return refuse('not-found');
    return accept({ actor, personId, capacity: capacityOf(held.has('chair'), isTeller, signatures), at });
  };
}
