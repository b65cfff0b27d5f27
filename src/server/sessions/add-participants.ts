import type { z } from 'zod';
import type { addParticipants as adding } from '../../contract/session/roll.ts';
import type { Principal } from '../../domain/account/relations.ts';
import { isBornLater } from '../../domain/roster/born-later.ts';
import { importId } from '../../domain/roster/import-id.ts';
import { knownParts } from '../../domain/roster/same-person.ts';
import { accept, type Ruling, refuse } from '../../domain/ruling.ts';
import type { AddVoterRefusal } from '../../domain/session/draft.ts';
import type { SessionWithPapers } from '../../domain/session/papers.ts';
import { decideAddVoters } from '../../domain/session/roll-import.ts';
import { type SessionId, type Voter, voterId } from '../../domain/session/session.ts';
import type { Deps } from '../deps.ts';
import { localDay } from '../kit/local-time.ts';
import { uuid } from '../kit/uuid.ts';
import { findMade } from '../meeting/find-made.ts';
import { actorOf, changeSession } from '../meeting/session-call.ts';
import type { About } from '../store/audit-intent.ts';
import { digest } from '../store/digest.ts';

/** Adds all of them or nobody. */
export async function addParticipants(
  deps: Deps,
  session: SessionId,
  { id: given, participants }: z.infer<typeof adding.body>,
  caller: Principal,
  about: About,
): Promise<
  Ruling<SessionWithPapers, AddVoterRefusal | 'unknown-person' | 'not-found' | 'bad-birth-year' | 'id-in-use'>
> {
  const today = localDay(deps.clock());
  if (participants.some(({ birthYear }) => isBornLater(birthYear, today))) return refuse('bad-birth-year');
  const ids = participants.flatMap(({ personId }) => (personId === null ? [] : [personId]));
  const known = new Map((await deps.store.committees.findPeople(ids)).map((one) => [one.id, one]));
  if (ids.some((id) => !known.has(id))) return refuse('unknown-person');
  const voters = participants.map(
    ({ personId, name, position, code, birthYear }): Voter => ({
      id: voterId.parse(personId ?? uuid(deps.random)),
      personId,
      name,
      position,
      ...knownParts(
        personId === null ? { code, birthYear } : { birthYear: known.get(personId)?.birthYear ?? birthYear },
      ),
      kind: 'participant',
      received: null,
      present: false,
    }),
  );
  const id = importId.parse(given ?? uuid(deps.random));
  const asked = digest(participants);
  const addition = { id, asked, by: await actorOf(deps, caller), at: deps.clock().toISOString() };
  return changeSession(deps, session, (before) => {
    const there = before.rollImports?.find((one) => one.id === id);
    const made = findMade(about, there, (one) => one.asked === asked);
    if (!made.ok) return made;
    return made.value ? accept(before) : decideAddVoters(before, voters, addition);
  });
}
