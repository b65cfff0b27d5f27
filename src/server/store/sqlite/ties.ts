import { and, eq, inArray, sql } from 'drizzle-orm';
import type { Ties } from '../../../domain/account/relations.ts';
import { isWithin } from '../../../domain/roster/seat.ts';
import type { SessionId } from '../../../domain/session/session.ts';
import { sameSecret } from '../../kit/same-secret.ts';
import { noSessionTies, type SessionRole, seatTies, tiesTo } from '../session-ties.ts';
import type { TieQuestion, TieStore } from '../tie-store.ts';
import { committeeTable, seatTable } from './committees-schema.ts';
import type { Database } from './connection.ts';
import { inChunks } from './in-chunks.ts';
import { prepared } from './prepared.ts';
import { sessionPersonTable, sessionTable } from './sessions-schema.ts';

export function sqliteTies(database: Database): TieStore {
  return {
    ofCommittee: async (committeeId, { personId, today }) =>
      tiesToCommittee(database, { committeeId, personId, today }),
    ofSession: async (sessionId, { personId, today, readKey }) => {
      const found = tiesToSession(database, { sessionId, personId, today });
      if (found === undefined || readKey === undefined) return found?.ties;
      return { ...found.ties, readKey: sameSecret(readKey, found.readKey) };
    },
    ofSessions: async (ids, question) =>
      tiesToMany(database, placesOf(database, ids), rolesIn(database, ids, question.personId), question),
  };
}

type InCommittee = TieQuestion & { readonly committeeId: string };
type InSession = TieQuestion & { readonly sessionId: string };

function tiesToCommittee(database: Database, { committeeId, ...question }: InCommittee): Ties | undefined {
  const superiorId = superiorOf(database, committeeId);
  if (superiorId === undefined) return undefined;
  return { ...seatTies(committeeId, superiorId, seatsHeld(database, question)), ...noSessionTies };
}

/** With the session's read key; whether somebody holds it depends on what they show. */
function tiesToSession(database: Database, { sessionId, ...question }: InSession) {
  const [place] = placeOfSession(database).all({ sessionId });
  if (place === undefined) return undefined;
  const { personId } = question;
  const roles = personId === null ? [] : rolesInSession(database).all({ sessionId, personId });
  const tree = {
    superiorOf: (id: string) => superiorOf(database, id),
    heirOf: (id: string | null) => heirOf(database, id),
  };
  const ties = tiesTo([place], roles, seatsHeld(database, question), tree).get(sessionId as SessionId);
  return ties && { ties, readKey: place.readKey };
}

const { id, committeeId, superiorId, opened, readKey } = sessionTable;
const placeColumns = { id, committeeId, superiorId, opened, readKey };
type Place = Pick<typeof sessionTable.$inferSelect, keyof typeof placeColumns>;

const placeOfSession = prepared((database) =>
  database
    .select(placeColumns)
    .from(sessionTable)
    .where(eq(id, sql.placeholder('sessionId')))
    .prepare(),
);

function placesOf(database: Database, ids: readonly SessionId[]): Place[] {
  return inChunks(ids, (some) =>
    database
      .select(placeColumns)
      .from(sessionTable)
      .where(inArray(id, [...some]))
      .all(),
  );
}

/** The same for many, with as many queries as for a few. */
function tiesToMany(
  database: Database,
  sessions: readonly Place[],
  held: readonly SessionRole[],
  question: TieQuestion,
): Map<SessionId, Ties> {
  const own = [...new Set(sessions.filter(({ opened }) => !opened).map((one) => one.committeeId))];
  const rows = inChunks(own, (some) =>
    database
      .select({ id: committeeTable.id, superiorId: committeeTable.superiorId })
      .from(committeeTable)
      .where(inArray(committeeTable.id, [...some]))
      .all(),
  );
  const superiors = new Map(rows.map((row) => [row.id, row.superiorId]));
  const heirs = heirsOf(database, [...new Set(sessions.flatMap((one) => one.superiorId ?? []))]);
  return tiesTo(sessions, held, seatsHeld(database, question), {
    superiorOf: (one) => superiors.get(one),
    heirOf: (one) => (one === null ? null : (heirs.get(one) ?? one)),
  });
}

/** The last successor of each; where successors run in a circle it is none. */
function heirsOf(database: Database, ids: readonly string[]): ReadonlyMap<string, string> {
  const rows = database.all<{ id: string; heir: string }>(sql`
    WITH RECURSIVE line(id, heir) AS (
      SELECT value, value FROM json_each(${JSON.stringify(ids)})
      UNION SELECT line.id, committee.successor_id FROM line JOIN committee ON committee.id = line.heir
        WHERE committee.successor_id IS NOT NULL
    )
    SELECT line.id AS id, line.heir AS heir FROM line LEFT JOIN committee ON committee.id = line.heir
      WHERE committee.successor_id IS NULL`);
  return new Map(rows.map(({ id, heir }) => [id, heir]));
}

const aboveCommittee = prepared((database) =>
  database
    .select({ superiorId: committeeTable.superiorId, successorId: committeeTable.successorId })
    .from(committeeTable)
    .where(eq(committeeTable.id, sql.placeholder('committeeId')))
    .prepare(),
);

/** Undefined when there is no such committee. */
function superiorOf(database: Database, committeeId: string): string | null | undefined {
  return aboveCommittee(database).get({ committeeId })?.superiorId;
}

/** A superior that was merged into another lives on in it. */
function heirOf(database: Database, superiorId: string | null): string | null {
  const seen = new Set<string>();
  for (let at = superiorId; at !== null && !seen.has(at); ) {
    seen.add(at);
    const row = aboveCommittee(database).get({ committeeId: at });
    if (row?.successorId == null) return at;
    at = row.successorId;
  }
  return superiorId;
}

const seatsOfPerson = prepared((database) =>
  database
    .select()
    .from(seatTable)
    .where(eq(seatTable.personId, sql.placeholder('personId')))
    .prepare(),
);

/** The committees in which the person holds a seat today. */
function seatsHeld(database: Database, { personId, today }: TieQuestion): ReadonlySet<string> {
  if (personId === null) return new Set();
  const seats = seatsOfPerson(database).all({ personId });
  return new Set(seats.filter((seat) => isWithin(seat, today)).map((seat) => seat.committeeId));
}

const { sessionId, role } = sessionPersonTable;

const rolesInSession = prepared((database) =>
  database
    .select({ sessionId, role })
    .from(sessionPersonTable)
    .where(
      and(eq(sessionPersonTable.personId, sql.placeholder('personId')), eq(sessionId, sql.placeholder('sessionId'))),
    )
    .prepare(),
);

/** What the person is in them. */
function rolesIn(database: Database, ids: readonly SessionId[], personId: string | null): SessionRole[] {
  if (personId === null) return [];
  return inChunks(ids, (some) =>
    database
      .select({ sessionId, role })
      .from(sessionPersonTable)
      .where(and(eq(sessionPersonTable.personId, personId), inArray(sessionId, [...some])))
      .all(),
  );
}
