import { sameContent } from '../../domain/creation.ts';
import { isBornLater } from '../../domain/roster/born-later.ts';
import type { PersonId } from '../../domain/roster/person.ts';
import { knownParts } from '../../domain/roster/same-person.ts';
import { accept, type Ruling, refuse } from '../../domain/ruling.ts';
import { type AddVoterRefusal, decideAddVoter } from '../../domain/session/draft.ts';
import type { SessionWithPapers } from '../../domain/session/papers.ts';
import { type SessionId, type Teller, type Voter, voterId } from '../../domain/session/session.ts';
import { decideNameTellers, type TellersRefusal } from '../../domain/session/tellers.ts';
import type { Deps } from '../deps.ts';
import { localDay } from '../kit/local-time.ts';
import { uuid } from '../kit/uuid.ts';
import { findMade } from '../meeting/find-made.ts';
import { changeSession } from '../meeting/session-call.ts';
import type { About } from '../store/audit-intent.ts';

type Changed<Refusal extends string> = Promise<Ruling<SessionWithPapers, Refusal | 'not-found' | 'unknown-person'>>;

/** Names the body of tellers; each must be a person that the service knows, so that an account can be tied to it. */
export async function nameTellers(
  deps: Deps,
  session: SessionId,
  { personIds, threshold }: { readonly personIds: readonly PersonId[]; readonly threshold: number },
): Changed<TellersRefusal> {
  const named: Omit<Teller, 'index'>[] = [];
  for (const id of personIds) {
    const person = await deps.store.committees.findPerson(id);
    if (person === undefined) return refuse('unknown-person');
    named.push({ personId: person.id, name: person.name, ...knownParts({ birthYear: person.birthYear }) });
  }
  const rules = { singleTellerAllowed: deps.config.singleTeller };
  return changeSession(deps, session, (before) => decideNameTellers(before, named, threshold, rules));
}

/** Adds somebody summoned; one who is known by name only votes with a sheet. */
export async function addParticipant(
  deps: Deps,
  session: SessionId,
  wanted: {
    readonly id?: string | undefined;
    readonly personId: PersonId | null;
    readonly name: string;
    readonly position: string;
    readonly birthYear: number | null;
  },
  about: About,
): Changed<AddVoterRefusal | 'id-in-use' | 'bad-birth-year'> {
  if (isBornLater(wanted.birthYear, localDay(deps.clock()))) return refuse('bad-birth-year');
  const { personId, name, position } = wanted;
  const person = personId === null ? undefined : await deps.store.committees.findPerson(personId);
  if (personId !== null && person === undefined) return refuse('unknown-person');
  const voter: Voter = {
    id: voterId.parse(wanted.id ?? personId ?? uuid(deps.random)),
    personId,
    name,
    position,
    ...knownParts({ code: person?.code, birthYear: person?.birthYear ?? wanted.birthYear }),
    kind: 'participant',
    received: null,
    present: false,
  };
  return changeSession(deps, session, (before) => {
    const there = wanted.id === undefined ? undefined : before.roll.find(({ id }) => id === voter.id);
    const made = findMade(about, there, (one) => sameContent(saidOf(one), saidOf(voter)));
    if (!made.ok) return made;
    return made.value ? accept(before) : decideAddVoter(before, voter, 'refused');
  });
}

function saidOf({ personId, name, position }: Voter) {
  return [personId, name, position];
}
