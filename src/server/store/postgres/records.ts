import { and, asc, desc, eq, gte, lt, sql } from 'drizzle-orm';
import type { SessionId } from '../../../domain/session/session.ts';
import type { RecordState } from '../../../protocol/record/record.ts';
import { checkAppend } from '../check-step.ts';
import type { RecordRef } from '../record-ref.ts';
import { toPart } from '../record-rows.ts';
import type { HintToKeep, RecordLoad, RecordPart, SeenRecord, SessionStore } from '../session-store.ts';
import type { Database } from './connection.ts';
import { ballotHintTable, recordEventTable, recordTable } from './records-schema.ts';

export function recordReads(database: Database) {
  return {
    record: async (record, fromHeight = 0, limit = -1) => await readParts(database, record, fromHeight, limit),
    recordState: async (record) => await recordState(database, record),
    payloads: async (record, type) => {
      const rows = await database
        .select({ payload: recordEventTable.payload })
        .from(recordEventTable)
        .where(and(eventsOf(record), eq(recordEventTable.type, type)))
        .orderBy(asc(recordEventTable.height));
      return rows.flatMap(({ payload }) => payload ?? []);
    },
    hints: async (record, fromHeight, beforeHeight) => {
      const { height, type, payload, sessionId, electionId } = recordEventTable;
      const own = and(
        eq(ballotHintTable.sessionId, sessionId),
        eq(ballotHintTable.electionId, electionId),
        eq(ballotHintTable.ballot, payload),
      );
      const among = and(gte(height, fromHeight), lt(height, beforeHeight), eq(type, 'Ballot'));
      const rows = await database
        .select({ hash: payload, hint: ballotHintTable.hint })
        .from(recordEventTable)
        .leftJoin(ballotHintTable, own)
        .where(and(eventsOf(record), among))
        .orderBy(asc(height));
      return rows.flatMap(({ hash, hint }) => (hash === null ? [] : [{ hash, ...(hint && { hint }) }]));
    },
    recordsOf: async (id) => {
      const rows = await database
        .select()
        .from(recordTable)
        .where(eq(recordTable.sessionId, id))
        .orderBy(asc(recordTable.electionId));
      return rows.map(({ electionId }) => electionId as SessionId);
    },
  } satisfies Partial<SessionStore>;
}

export function eventsOf({ sessionId, electionId }: RecordRef) {
  return and(eq(recordEventTable.sessionId, sessionId), eq(recordEventTable.electionId, electionId));
}

async function readParts(
  database: Database,
  record: RecordRef,
  fromHeight: number,
  limit = -1,
): Promise<readonly RecordPart[]> {
  const asked = database
    .select()
    .from(recordEventTable)
    .where(and(eventsOf(record), gte(recordEventTable.height, fromHeight)))
    .orderBy(asc(recordEventTable.height));
  return (await (limit < 0 ? asked : asked.limit(limit))).map(toPart);
}

/** What a step asked for of a record. */
export async function seenRecord(
  database: Database,
  sessionId: SessionId,
  { electionId, payload, from }: RecordLoad,
): Promise<SeenRecord<Required<RecordLoad>>> {
  const record = { sessionId, electionId };
  return {
    end: await recordState(database, record),
    holdsPayload: payload !== undefined && (await holdsPayload(database, record, payload)),
    parts: from === undefined ? [] : await readParts(database, record, from),
  };
}

async function holdsPayload(database: Database, record: RecordRef, payload: string): Promise<boolean> {
  const rows = await database
    .select({ height: recordEventTable.height })
    .from(recordEventTable)
    .where(and(eventsOf(record), eq(recordEventTable.payload, payload)))
    .limit(1);
  return rows.length > 0;
}

async function recordState(database: Database, record: RecordRef): Promise<RecordState | undefined> {
  const { height, hash, type, sessionId, electionId } = recordEventTable;
  const its = and(eq(recordTable.sessionId, sessionId), eq(recordTable.electionId, electionId));
  const [last] = await database
    .select({ timestamp: recordTable.timestamp, height, hash, type })
    .from(recordEventTable)
    .innerJoin(recordTable, its)
    .where(eventsOf(record))
    .orderBy(desc(height))
    .limit(1);
  if (last === undefined) return undefined;
  return { timestamp: last.timestamp, nextHeight: last.height + 1, head: last.hash, lastType: last.type };
}

/** Of the vote's own record: 0 before its setup. */
export async function heightOf(database: Database, id: SessionId): Promise<number> {
  const [row] = await database
    .select({ next: sql<number>`coalesce(max(${recordEventTable.height}) + 1, 0)::int` })
    .from(recordEventTable)
    .where(eventsOf({ sessionId: id, electionId: id }));
  return row?.next ?? 0;
}

/** Appends to records of this session, within a step that has locked it. */
export async function appendParts(
  transaction: Database,
  sessionId: SessionId,
  parts: readonly RecordPart[],
): Promise<void> {
  const states = new Map<SessionId, RecordState>();
  for (const part of parts) {
    const { electionId } = part;
    const before = states.get(electionId) ?? (await recordState(transaction, { sessionId, electionId }));
    const state = checkAppend(before, part);
    if (before === undefined) {
      await transaction.insert(recordTable).values({ electionId, sessionId, timestamp: state.timestamp });
    }
    states.set(electionId, state);
  }
  for (const part of parts) {
    await transaction.insert(recordEventTable).values({ ...part, sessionId, bytes: bufferOf(part.bytes) });
  }
}

/** Keeps the hints of ballots that this step has appended. */
export async function keepHints(
  transaction: Database,
  sessionId: SessionId,
  hints: readonly HintToKeep[],
): Promise<void> {
  for (const hint of hints) {
    await transaction.insert(ballotHintTable).values({ ...hint, sessionId, hint: bufferOf(hint.hint) });
  }
}

/** The same bytes, as the driver takes them. */
export function bufferOf({ buffer, byteOffset, byteLength }: Uint8Array): Buffer {
  return Buffer.from(buffer, byteOffset, byteLength);
}
