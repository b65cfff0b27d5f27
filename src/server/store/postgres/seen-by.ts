import type { Session, SessionId } from '../../../domain/session/session.ts';
import type { SessionLocks } from '../session-locks.ts';
import type { OtherSession, Seen, SessionLoad } from '../session-store.ts';
import { committeePlace, peopleOf, seatsOfPeople } from './committee-rows.ts';
import type { Database } from './connection.ts';
import { seenDocuments } from './documents.ts';
import type { KnownSessions } from './known-sessions.ts';
import { seenRecord } from './records.ts';

interface Around {
  readonly locks: SessionLocks;
  readonly sessions: KnownSessions;
}

/**
 * What a step asked for beside the session; its type says what of it is there.
 * @param moment of one snapshot, or with the rows of the session and of the other one locked, and the roster where its place is asked for
 */
export async function seenBy<Load extends SessionLoad>(
  moment: Database,
  { id, committeeId }: Session,
  { record, documents, people, seatsOf, other, place }: Load,
  around: Around,
): Promise<Seen<Load>> {
  const seen = {
    ...(record && { record: await seenRecord(moment, id, record) }),
    ...(documents && { documents: await seenDocuments(moment, id, around.locks) }),
    ...(people && { people: await peopleOf(moment, people) }),
    ...(seatsOf && { seats: await seatsOfPeople(moment, seatsOf) }),
    ...(other && { other: await otherSession(moment, other, around) }),
    ...(place && { place: await committeePlace(moment, committeeId) }),
  };
  return seen as Seen<Load>;
}

async function otherSession(
  moment: Database,
  id: SessionId,
  { locks, sessions }: Around,
): Promise<OtherSession | undefined> {
  locks.require(id);
  const found = await sessions.readAt(moment, id, true);
  return found && { session: found.state.session, documents: await seenDocuments(moment, id, locks) };
}
