import { eq } from 'drizzle-orm';
import { isWithin } from '../../../domain/seat.ts';
import type { TieStore } from '../tie-store.ts';
import { committeeTable, seatTable } from './committees-schema.ts';
import type { Database } from './database.ts';

export function sqliteTies(database: Database): TieStore {
  return {
    ofCommittee: async (committeeId, personId, today) => {
      const superiorId = superiorOf(database, committeeId);
      if (superiorId === undefined) return undefined;
      const seats = committeesOf(database, personId, today);
      return {
        committeeId,
        superiorId,
        seatHolder: seats.has(committeeId),
        superiorSeatHolder: superiorId !== null && seats.has(superiorId),
        ...{ teller: false, voter: false, readKey: false },
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

/** Where the person holds a seat today. */
function committeesOf(database: Database, personId: string | null, today: string): ReadonlySet<string> {
  if (personId === null) return new Set();
  const seats = database.select().from(seatTable).where(eq(seatTable.personId, personId)).all();
  return new Set(seats.filter((seat) => isWithin(seat, today)).map((seat) => seat.committeeId));
}
