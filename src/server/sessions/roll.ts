import type { z } from 'zod';
import type { Capitals } from '../../contract/list-notes.ts';
import type { ProblemItem } from '../../contract/problem.ts';
import type { addParticipants as adding, readParticipants as reading } from '../../contract/roll.ts';
import { accept, type Decision, refuse } from '../../domain/decision.ts';
import { readParticipants as readList } from '../../domain/lists/read-participants.ts';
import type { Principal } from '../../domain/relations.ts';
import { importId } from '../../domain/roster/kept-import.ts';
import type { ListedParticipant } from '../../domain/roster/recognise-participants.ts';
import { knownParts } from '../../domain/roster/same-person.ts';
import type { AddVoterRefusal } from '../../domain/session/draft.ts';
import type { SessionWithPapers } from '../../domain/session/papers.ts';
import { decideAddVoters } from '../../domain/session/roll-import.ts';
import { type SessionId, type Voter, voterId } from '../../domain/session/session.ts';
import type { Deps } from '../deps.ts';
import { listAnswer, problemItems } from '../lists/list-answer.ts';
import { actorOf, changeSession, findSession } from '../session-call.ts';
import type { SpreadsheetRefusal } from '../spreadsheets/unreadable.ts';
import { uuid } from '../uuid.ts';

type Listed = z.infer<(typeof reading.replies)[200]>;

type ListRefusal = SpreadsheetRefusal | 'roster-has-problems' | 'not-in-draft' | 'not-found';

/** Reads a list of those summoned for the office to look at. */
export async function readParticipants(
  deps: Deps,
  id: SessionId,
  file: Uint8Array,
  capitals: Capitals,
): Promise<{ ok: true; value: Listed } | { ok: false; refusal: ListRefusal; problems?: readonly ProblemItem[] }> {
  const session = await findSession(deps, id);
  if (!session.ok) return session;
  if (session.value.state !== 'draft') return refuse('not-in-draft');
  const read = await deps.pool.run('readParticipantFile', { file, capitals });
  if (!read.ok) return read;
  const people = await deps.store.committees.people();
  const holders = new Set(session.value.roll.flatMap(({ kind, personId }) => (kind === 'seat' ? [personId] : [])));
  const seated = people.filter(({ id: one }) => holders.has(one));
  const listed = readList(read.value, { people, roll: session.value.roll, seated });
  if (!listed.ok) return { ok: false, refusal: 'roster-has-problems', problems: problemItems(listed.problems) };
  const { participants, worksheets, warnings } = listed;
  return accept({ participants: participants.map(participantView), ...listAnswer(worksheets, warnings) });
}

/** With what tells namesakes apart only where the line has it; a code that is a known person's is theirs already. */
function participantView({ code, birthYear, repeats, ...one }: ListedParticipant): Listed['participants'][number] {
  return {
    ...one,
    ...(code === null || one.personId !== null ? {} : { code }),
    ...(birthYear === null ? {} : { birthYear }),
    ...(repeats ? { repeats } : {}),
  };
}

/** Adds all of them or nobody. */
export async function addParticipants(
  deps: Deps,
  session: SessionId,
  { participants }: z.infer<typeof adding.body>,
  caller: Principal,
): Promise<Decision<SessionWithPapers, AddVoterRefusal | 'unknown-person' | 'not-found'>> {
  const ids = participants.flatMap(({ personId }) => (personId === null ? [] : [personId]));
  const known = new Map((await deps.store.committees.findPeople(ids)).map((one) => [one.id, one]));
  if (ids.some((id) => !known.has(id))) return refuse('unknown-person');
  const voters = participants.map(
    ({ personId, name, position, code, birthYear }): Voter => ({
      ...{ id: voterId.parse(personId ?? uuid(deps.random)), personId, name, position },
      ...knownParts(
        personId === null ? { code, birthYear } : { birthYear: known.get(personId)?.birthYear ?? birthYear },
      ),
      ...{ kind: 'participant', received: null, present: false },
    }),
  );
  const id = importId.parse(uuid(deps.random));
  const made = { id, by: await actorOf(deps, caller), at: deps.clock().toISOString() };
  return changeSession(deps, session, (before) => decideAddVoters(before, voters, made));
}
