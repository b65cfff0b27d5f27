import { and, eq, sql } from 'drizzle-orm';
import type { Ties } from '../../../domain/account/relations.ts';
import { isWithin } from '../../../domain/roster/seat.ts';
import type { SessionId } from '../../../domain/session/session.ts';
import { sameSecret } from '../../kit/same-secret.ts';
import { noSessionTies, type SessionRole, seatTies, tiesTo } from '../session-ties.ts';
import type { TieQuestion, TieStore } from '../tie-store.ts';
import { anyOf } from './any-of.ts';
import { committeeTable, seatTable } from './committees-schema.ts';
import type { Database } from './connection.ts';
import { sessionPersonTable, sessionTable } from './sessions-schema.ts';

export function postgresTies(database: Database): TieStore {
  return {
    ofCommittee: async (committeeId, question) => {
      const superiors = await superiorsOf(database, [committeeId]);
      const superiorId = superiors.get(committeeId);
      if (superiorId === undefined) return undefined;
      return { ...seatTies(committeeId, superiorId, await seatsHeld(database, question)), ...noSessionTies };
    },
    ofSession: async (id, { readKey, ...question }) => {
      const [found] = await tiesToMany(database, [id as SessionId], question);
      if (found === undefined || readKey === undefined) return found?.ties;
      return { ...found.ties, readKey: sameSecret(readKey, found.readKey) };
    },
    ofSessions: async (ids, question) =>
      new Map((await tiesToMany(database, ids, question)).map(({ id, ties }) => [id, ties])),
  };
}

interface TiesFound {
  readonly id: SessionId;
  readonly ties: Ties;
  /** Whether somebody holds it depends on what they show. */
  readonly readKey: string;
}

/** With as many queries for many as for a few, those that do not wait for each other side by side. */
async function tiesToMany(
  database: Database,
  ids: readonly SessionId[],
  question: TieQuestion,
): Promise<readonly TiesFound[]> {
  const { id, committeeId, superiorId, opened, readKey } = sessionTable;
  const [places, roles, seats] = await Promise.all([
    database.select({ id, committeeId, superiorId, opened, readKey }).from(sessionTable).where(anyOf(id, ids)),
    rolesIn(database, ids, question.personId),
    seatsHeld(database, question),
  ]);
  const own = new Set(places.filter((one) => !one.opened).map((one) => one.committeeId));
  const [superiors, heirs] = await Promise.all([
    superiorsOf(database, [...own]),
    heirsOf(database, [...new Set(places.flatMap((one) => one.superiorId ?? []))]),
  ]);
  const ties = tiesTo(places, roles, seats, {
    superiorOf: (one) => superiors.get(one),
    heirOf: (one) => (one === null ? null : (heirs.get(one) ?? one)),
  });
  return places.flatMap((place) => {
    const found = ties.get(place.id as SessionId);
    return found === undefined ? [] : [{ id: place.id as SessionId, ties: found, readKey: place.readKey }];
  });
}

/** Without those that there are not. */
async function superiorsOf(database: Database, ids: readonly string[]): Promise<ReadonlyMap<string, string | null>> {
  if (ids.length === 0) return new Map();
  const { id, superiorId } = committeeTable;
  const rows = await database.select({ id, superiorId }).from(committeeTable).where(anyOf(id, ids));
  return new Map(rows.map((row) => [row.id, row.superiorId]));
}

/** The last successor of each: a superior that was merged into another lives on in it; where successors run in a circle it is none. */
async function heirsOf(database: Database, ids: readonly string[]): Promise<ReadonlyMap<string, string>> {
  if (ids.length === 0) return new Map();
  const { rows } = await database.execute<{ id: string; heir: string }>(sql`
    WITH RECURSIVE line(id, heir) AS (
      SELECT asked, asked FROM unnest(${sql.param([...ids])}::text[] COLLATE "C") AS asked
      UNION SELECT line.id, committee.successor_id FROM line JOIN committee ON committee.id = line.heir
        WHERE committee.successor_id IS NOT NULL
    )
    SELECT line.id AS id, line.heir AS heir FROM line LEFT JOIN committee ON committee.id = line.heir
      WHERE committee.successor_id IS NULL`);
  return new Map(rows.map(({ id, heir }) => [id, heir]));
}

/** The committees in which the person holds a seat today. */
async function seatsHeld(database: Database, { personId, today }: TieQuestion): Promise<ReadonlySet<string>> {
  if (personId === null) return new Set();
  const seats = await database.select().from(seatTable).where(eq(seatTable.personId, personId));
  return new Set(seats.filter((seat) => isWithin(seat, today)).map((seat) => seat.committeeId));
}

/** What the person is in them. */
async function rolesIn(
  database: Database,
  ids: readonly SessionId[],
  personId: string | null,
): Promise<readonly SessionRole[]> {
  if (personId === null) return [];
  const { sessionId, role } = sessionPersonTable;
  return await database
    .select({ sessionId, role })
    .from(sessionPersonTable)
    .where(and(eq(sessionPersonTable.personId, personId), anyOf(sessionId, ids)));
}
