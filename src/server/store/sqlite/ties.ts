import { and, eq } from 'drizzle-orm';
import { isWithin } from '../../../domain/seat.ts';
import { sameSecret } from '../../same-secret.ts';
import { noSessionTies, seatTies } from '../session-ties.ts';
import type { TieQuestion, TieStore } from '../tie-store.ts';
import { committeeTable, seatTable } from './committees-schema.ts';
import type { Database } from './database.ts';
import { sessionPersonTable, sessionTable } from './sessions-schema.ts';

export function sqliteTies(database: Database): TieStore {
  return {
    ofCommittee: async (committeeId, question) => {
      const superiorId = superiorOf(database, committeeId);
      if (superiorId === undefined) return undefined;
      return { ...seatTies(committeeId, superiorId, seatsHeld(database, question)), ...noSessionTies };
    },
    ofSession: async (sessionId, question) => {
      const { committeeId, superiorId, opened, readKey } = sessionTable;
      const columns = { committeeId, superiorId, opened, readKey };
      const [session] = database.select(columns).from(sessionTable).where(eq(sessionTable.id, sessionId)).all();
      if (session === undefined) return undefined;
      const present = session.opened ? undefined : superiorOf(database, session.committeeId);
      const superior = present === undefined ? heirOf(database, session.superiorId) : present;
      const roles = rolesIn(database, sessionId, question.personId);
      return {
        ...seatTies(session.committeeId, superior, seatsHeld(database, question)),
        teller: roles.includes('teller'),
        voter: roles.includes('voter'),
        readKey: question.readKey !== undefined && sameSecret(question.readKey, session.readKey),
      };
    },
  };
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

function rolesIn(database: Database, sessionId: string, personId: string | null): readonly string[] {
  if (personId === null) return [];
  const own = and(eq(sessionPersonTable.sessionId, sessionId), eq(sessionPersonTable.personId, personId));
  return database
    .select({ role: sessionPersonTable.role })
    .from(sessionPersonTable)
    .where(own)
    .all()
    .map(({ role }) => role);
}
