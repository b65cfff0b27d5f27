import { eq } from 'drizzle-orm';
import { isWithin } from '../../../domain/seat.ts';
import { noSessionTies, seatTies } from '../session-ties.ts';
import type { TieQuestion, TieStore } from '../tie-store.ts';
import { committeeTable, seatTable } from './committees-schema.ts';
import type { Database } from './database.ts';

export function sqliteTies(database: Database): TieStore {
  return {
    ofCommittee: async (committeeId, question) => {
      const superiorId = superiorOf(database, committeeId);
      if (superiorId === undefined) return undefined;
      return { ...seatTies(committeeId, superiorId, seatsHeld(database, question)), ...noSessionTies };
    },
    ofSession: async () => {
      throw new Error('sessions are not kept in SQLite yet');
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

/** The committees in which the person holds a seat today. */
function seatsHeld(database: Database, { personId, today }: TieQuestion): ReadonlySet<string> {
  if (personId === null) return new Set();
  const seats = database.select().from(seatTable).where(eq(seatTable.personId, personId)).all();
  return new Set(seats.filter((seat) => isWithin(seat, today)).map((seat) => seat.committeeId));
}
