import { sameContent } from '../../domain/creation.ts';
import { isBornLater } from '../../domain/roster/born-later.ts';
import type { PersonId } from '../../domain/roster/person.ts';
import { knownParts } from '../../domain/roster/same-person.ts';
import { accept, type Ruling, refuse } from '../../domain/ruling.ts';
import { type AddVoterRefusal, decideAddVoter } from '../../domain/session/draft.ts';
import type { SessionWithPapers } from '../../domain/session/papers.ts';
import { type SessionId, type Voter, voterId } from '../../domain/session/session.ts';
import type { Deps } from '../deps.ts';
import { localDay } from '../kit/local-time.ts';
import { uuid } from '../kit/uuid.ts';
import { findMade } from '../meeting/find-made.ts';
import { changeSession } from '../meeting/session-call.ts';
import type { About } from '../store/audit-intent.ts';

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
): Promise<
  Ruling<SessionWithPapers, AddVoterRefusal | 'id-in-use' | 'bad-birth-year' | 'not-found' | 'unknown-person'>
> {
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
