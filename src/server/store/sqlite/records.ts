import { and, asc, desc, eq, gte, lt, sql } from 'drizzle-orm';
import type { SessionId } from '../../../domain/session/session.ts';
import type { RecordState } from '../../../protocol/record/record.ts';
import { checkAppend } from '../check-step.ts';
import { toPart } from '../record-rows.ts';
import type { HintToKeep, RecordLoad, RecordPart, SeenRecord, SessionStore } from '../session-store.ts';
import type { Database } from './connection.ts';
import { prepared } from './prepared.ts';
import { ballotHintTable, recordEventTable, recordTable } from './records-schema.ts';

export function recordReads(database: Database) {
  return {
    record: async ({ electionId }, fromHeight = 0, limit = -1) => readParts(database, electionId, fromHeight, limit),
    recordState: async ({ electionId }) => recordState(database, electionId),
    payloads: async ({ electionId }, type) =>
      database
        .select({ payload: recordEventTable.payload })
        .from(recordEventTable)
        .where(and(eq(recordEventTable.electionId, electionId), eq(recordEventTable.type, type)))
        .orderBy(asc(recordEventTable.height))
        .all()
        .flatMap(({ payload }) => (payload === null ? [] : [payload])),
    hints: async ({ electionId }, fromHeight, beforeHeight) => {
      const { height, type, payload } = recordEventTable;
      const own = and(
        eq(ballotHintTable.electionId, recordEventTable.electionId),
        eq(ballotHintTable.ballot, recordEventTable.payload),
      );
      const among = and(gte(height, fromHeight), lt(height, beforeHeight), eq(type, 'Ballot'));
      return database
        .select({ hash: payload, hint: ballotHintTable.hint })
        .from(recordEventTable)
        .leftJoin(ballotHintTable, own)
        .where(and(eq(recordEventTable.electionId, electionId), among))
        .orderBy(asc(height))
        .all()
        .flatMap(({ hash, hint }) => (hash === null ? [] : [{ hash, ...(hint && { hint }) }]));
    },
    recordsOf: async (id) =>
      database
        .select()
        .from(recordTable)
        .where(eq(recordTable.sessionId, id))
        .orderBy(asc(recordTable.electionId))
        .all()
        .map(({ electionId }) => electionId as SessionId),
  } satisfies Partial<SessionStore>;
}

function readParts(database: Database, electionId: SessionId, fromHeight: number, limit = -1): readonly RecordPart[] {
  return database
    .select()
    .from(recordEventTable)
    .where(and(eq(recordEventTable.electionId, electionId), gte(recordEventTable.height, fromHeight)))
    .orderBy(asc(recordEventTable.height))
    .limit(limit)
    .all()
    .map(toPart);
}

/** What a step asked for of a record. */
export function seenRecord(
  database: Database,
  { electionId, payload, from }: RecordLoad,
): SeenRecord<Required<RecordLoad>> {
  return {
    end: recordState(database, electionId),
    holdsPayload: payload !== undefined && holds(database).get({ electionId, payload }) !== undefined,
    parts: from === undefined ? [] : readParts(database, electionId, from),
  };
}

const holds = prepared((database) =>
  database
    .select({ height: recordEventTable.height })
    .from(recordEventTable)
    .where(
      and(
        eq(recordEventTable.electionId, sql.placeholder('electionId')),
        eq(recordEventTable.payload, sql.placeholder('payload')),
      ),
    )
    .limit(1)
    .prepare(),
);

const lastEvent = prepared((database) => {
  const { timestamp } = recordTable;
  const { height, hash, type, electionId } = recordEventTable;
  return database
    .select({ timestamp, height, hash, type })
    .from(recordEventTable)
    .innerJoin(recordTable, eq(recordTable.electionId, electionId))
    .where(eq(electionId, sql.placeholder('electionId')))
    .orderBy(desc(height))
    .limit(1)
    .prepare();
});

function recordState(database: Database, electionId: SessionId): RecordState | undefined {
  const last = lastEvent(database).get({ electionId });
  if (last === undefined) return undefined;
  return { timestamp: last.timestamp, nextHeight: last.height + 1, head: last.hash, lastType: last.type };
}

/** Appends to records of this session, within the step that its connection is in: queries that are compiled serve there too. */
export function appendParts(database: Database, session: SessionId, parts: readonly RecordPart[]): void {
  const states = new Map<SessionId, RecordState>();
  for (const part of parts) {
    const { electionId } = part;
    const before = states.get(electionId) ?? recordState(database, electionId);
    const state = checkAppend(before, part);
    if (before === undefined) {
      database.insert(recordTable).values({ electionId, sessionId: session, timestamp: state.timestamp }).run();
    } else if (!states.has(electionId)) requireOwn(database, session, electionId);
    newEvent(database).run({ ...part, bytes: Buffer.from(part.bytes) });
    states.set(electionId, state);
  }
}

/** Keeps the hints of ballots that this step has appended. */
export function keepHints(database: Database, hints: readonly HintToKeep[]): void {
  for (const hint of hints) newHint(database).run({ ...hint, hint: Buffer.from(hint.hint) });
}

const newHint = prepared((database) => {
  const at = (name: keyof typeof ballotHintTable.$inferInsert) => sql.placeholder(name);
  const values = { electionId: at('electionId'), ballot: at('ballot'), hint: at('hint') };
  return database.insert(ballotHintTable).values(values).prepare();
});

function requireOwn(database: Database, session: SessionId, electionId: SessionId): void {
  if (recordOf(database).get({ electionId })?.sessionId !== session) throw new Error('a record of another session');
}

const recordOf = prepared((database) =>
  database
    .select()
    .from(recordTable)
    .where(eq(recordTable.electionId, sql.placeholder('electionId')))
    .prepare(),
);

const newEvent = prepared((database) => {
  const at = (name: keyof typeof recordEventTable.$inferInsert) => sql.placeholder(name);
  const values = { electionId: at('electionId'), height: at('height'), type: at('type'), hash: at('hash') };
  return database
    .insert(recordEventTable)
    .values({ ...values, payload: at('payload'), bytes: at('bytes') })
    .prepare();
});
