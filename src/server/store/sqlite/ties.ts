import { and, eq, inArray } from 'drizzle-orm';
import type { Ties } from '../../../domain/relations.ts';
import { isWithin } from '../../../domain/seat.ts';
import type { SessionId } from '../../../domain/session/session.ts';
import { sameSecret } from '../../same-secret.ts';
import { noSessionTies, seatTies } from '../session-ties.ts';
import type { TieQuestion, TieStore } from '../tie-store.ts';
import { committeeTable, seatTable } from './committees-schema.ts';
import type { Database } from './database.ts';
import { inChunks } from './in-chunks.ts';
import { sessionPersonTable, sessionTable } from './sessions-schema.ts';

export function sqliteTies(database: Database): TieStore {
  return {
    ofCommittee: async (committeeId, question) => {
      const superiorId = superiorOf(database, committeeId);
      if (superiorId === undefined) return undefined;
      return { ...seatTies(committeeId, superiorId, seatsHeld(database, question)), ...noSessionTies };
    },
    ofSession: async (sessionId, question) =>
      tiesTo(database, [sessionId as SessionId], question).get(sessionId as SessionId),
    ofSessions: async (ids, question) => tiesTo(database, ids, question),
  };
}

type SessionQuestion = TieQuestion & { readonly readKey?: string };

function tiesTo(database: Database, ids: readonly SessionId[], question: SessionQuestion): Map<SessionId, Ties> {
  const { id, committeeId, superiorId, opened, readKey } = sessionTable;
  const columns = { id, committeeId, superiorId, opened, readKey };
  const sessions = inChunks(ids, (some) =>
    database
      .select(columns)
      .from(sessionTable)
      .where(inArray(id, [...some]))
      .all(),
  );
  const seats = seatsHeld(database, question);
  const roles = rolesIn(database, ids, question.personId);
  const heirs = new Map<string | null, string | null>();
  return new Map(
    sessions.map((session) => {
      const present = session.opened ? undefined : superiorOf(database, session.committeeId);
      const fixed = heirs.get(session.superiorId) ?? heirOf(database, session.superiorId);
      heirs.set(session.superiorId, fixed);
      const ties = {
        ...seatTies(session.committeeId, present === undefined ? fixed : present, seats),
        teller: roles.has(`${session.id} teller`),
        voter: roles.has(`${session.id} voter`),
        readKey: question.readKey !== undefined && sameSecret(question.readKey, session.readKey),
      };
      return [session.id as SessionId, ties];
    }),
  );
}

/** Undefined when there is no such committee. */
function superiorOf(database: Database, committeeId: string): string | null | undefined {
  const [row] = database
    .select({ superiorId: committeeTable.superiorId })
    .from(committeeTable)
    .where(eq(committeeTable.id, committeeId))
    .all();
  return row?.superiorId;
}

/** A superior that was merged into another lives on in it (design §4.6). */
function heirOf(database: Database, superiorId: string | null): string | null {
  const seen = new Set<string>();
  for (let at = superiorId; at !== null && !seen.has(at); ) {
    seen.add(at);
    const { successorId, id } = committeeTable;
    const [row] = database.select({ successorId }).from(committeeTable).where(eq(id, at)).all();
    if (row?.successorId == null) return at;
    at = row.successorId;
  }
  return superiorId;
}

/** The committees in which the person holds a seat today. */
function seatsHeld(database: Database, { personId, today }: TieQuestion): ReadonlySet<string> {
  if (personId === null) return new Set();
  const seats = database.select().from(seatTable).where(eq(seatTable.personId, personId)).all();
  return new Set(seats.filter((seat) => isWithin(seat, today)).map((seat) => seat.committeeId));
}

/** Session and role of what the person is in them. */
function rolesIn(database: Database, ids: readonly SessionId[], personId: string | null): ReadonlySet<string> {
  if (personId === null) return new Set();
  const { sessionId, role } = sessionPersonTable;
  const rows = inChunks(ids, (some) =>
    database
      .select({ sessionId, role })
      .from(sessionPersonTable)
      .where(and(eq(sessionPersonTable.personId, personId), inArray(sessionId, [...some])))
      .all(),
  );
  return new Set(rows.map((row) => `${row.sessionId} ${row.role}`));
}
