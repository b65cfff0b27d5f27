import { and, asc, desc, eq, inArray, sql } from 'drizzle-orm';
import { type Decision, refuse } from '../../../domain/decision.ts';
import type { SessionWithPapers } from '../../../domain/session/papers.ts';
import type { PublishedResult } from '../../../domain/session/published-result.ts';
import type { SessionId } from '../../../domain/session/session.ts';
import { checkStep } from '../check-step.ts';
import type { DrawnFrom, KnownToDrawUp, SessionFilter, SessionStep, SessionStore } from '../session-store.ts';
import { withoutOrder } from '../without-order.ts';
import { findCommittee, heldSeats } from './committee-rows.ts';
import { atomically, type Database, type DatabaseFile } from './database.ts';
import { inChunks } from './in-chunks.ts';
import { loadPapers, writePapers, writePhoneLinks } from './paper-rows.ts';
import { appendParts, boxOf, recordReads } from './records.ts';
import { sessionCache } from './session-cache.ts';
import { addMissingResults, fitting, insertSession, toSession, updateSession } from './session-rows.ts';
import { publishedResultTable, sessionTable } from './sessions-schema.ts';
import { findSummoned } from './summoned.ts';

const newestFirst = [desc(sessionTable.heldOn), asc(sessionTable.id)];

/** A ballot need not read a whole session; more than these are hardly held in one hour. */
const sessionsKept = 16;
/** A province's roll-up need not read each of its results; these take some 30 MB at most. */
const resultsKept = 5000;

export function sqliteSessions(file: DatabaseFile): SessionStore {
  const { database } = file;
  const cache = sessionCache<SessionWithPapers>(sessionsKept);
  const published = sessionCache<PublishedResult>(resultsKept);
  let isLogDue = false;
  addMissingResults(database);
  const load = (id: SessionId) => {
    const version = file.dataVersion();
    const found = cache.get(id, version) ?? loadSession(database, id);
    if (found !== undefined) cache.set(id, version, found);
    return found;
  };

  return {
    drawUp: async (from, decide) =>
      atomically(database, (transaction) => {
        const decision = decide(knownToDrawUp(transaction, from));
        if (decision.ok) insertSession(transaction, decision.value);
        return decision;
      }),
    create: async (session) => atomically(database, (transaction) => insertSession(transaction, session)),
    find: async (id) => load(id)?.session,
    findWithPapers: async (id) => load(id),
    list: async (filter) => {
      const condition = fitting(database, filter);
      if (condition === undefined) return [];
      return database
        .select()
        .from(sessionTable)
        .where(condition)
        .orderBy(...newestFirst)
        .all()
        .map(toSession);
    },
    titles: async (ids) => new Map(inChunks([...ids], (some) => titlesOf(database, some))),
    published: async (filter) => {
      const version = file.dataVersion();
      const ids = publishedIds(database, filter);
      const known = new Map(ids.map((id) => [id, published.get(id, version)]));
      const missing = ids.filter((id) => known.get(id) === undefined);
      for (const result of loadResults(database, missing)) {
        published.set(result.sessionId, version, result);
        known.set(result.sessionId, result);
      }
      return ids.flatMap((id) => known.get(id) ?? []);
    },
    underPlan: async (id) => {
      const { id: sessionId, committeeId, state, heldOn } = sessionTable;
      const columns = { sessionId, committeeId, state, heldOn };
      return database.select(columns).from(sessionTable).where(eq(sessionTable.planId, id)).all();
    },
    update: async <Refusal extends string, Step extends SessionStep>(
      id: SessionId,
      decide: (state: SessionWithPapers, box: ReturnType<typeof boxOf>) => Decision<Step, Refusal>,
    ) => {
      let commit = () => {};
      const change = (transaction: Database) => {
        const version = file.dataVersion();
        const before = load(id);
        if (before === undefined) return refuse('not-found');
        const decided = decide(before, boxOf(transaction));
        if (!decided.ok) return decided;
        checkStep(before, decided.value);
        const { after, append } = decided.value;
        isLogDue = write(transaction, before, after) || isLogDue;
        appendParts(transaction, id, append ?? []);
        commit = () => {
          cache.set(id, version, withoutOrder(after, before));
          published.drop(id);
        };
        return decided;
      };
      const decision = await atomically<Decision<Step, Refusal | 'not-found'>>(database, change, () => commit());
      if (isLogDue) isLogDue = !file.emptyLog();
      return decision;
    },
    ids: async () => {
      const rows = database.select({ id: sessionTable.id }).from(sessionTable).orderBy(asc(sessionTable.id)).all();
      return rows.map(({ id }) => id as SessionId);
    },
    ...recordReads(database),
  };
}

function knownToDrawUp(database: Database, { committeeId, day, term }: DrawnFrom): KnownToDrawUp {
  const committee = findCommittee(database, committeeId);
  const superiorId = committee?.superiorId ?? null;
  return {
    committee,
    superior: superiorId === null ? null : (findCommittee(database, superiorId) ?? null),
    seats: heldSeats(database, committeeId, day),
    summoned: term === null ? undefined : findSummoned(database, committeeId, term),
  };
}

function loadSession(database: Database, id: SessionId): SessionWithPapers | undefined {
  const [row] = database.select().from(sessionTable).where(eq(sessionTable.id, id)).all();
  return row && { session: toSession(row), ...loadPapers(database, id) };
}

function titlesOf(database: Database, ids: readonly SessionId[]): (readonly [SessionId, string])[] {
  const title = sql<string>`json_extract(${sessionTable.body}, '$.settings.title')`;
  const rows = database
    .select({ id: sessionTable.id, title })
    .from(sessionTable)
    .where(inArray(sessionTable.id, [...ids]))
    .all();
  return rows.map((row) => [row.id as SessionId, row.title] as const);
}

/** Newest conference first. */
function publishedIds(database: Database, filter: SessionFilter): readonly SessionId[] {
  const condition = fitting(database, filter);
  if (condition === undefined) return [];
  return database
    .select({ id: sessionTable.id })
    .from(sessionTable)
    .where(and(eq(sessionTable.state, 'published'), condition))
    .orderBy(...newestFirst)
    .all()
    .map(({ id }) => id as SessionId);
}

/** In any order. */
function loadResults(database: Database, ids: readonly SessionId[]): readonly PublishedResult[] {
  const { sessionId, result } = publishedResultTable;
  return inChunks(ids, (some) =>
    database
      .select({ result })
      .from(publishedResultTable)
      .where(inArray(sessionId, [...some]))
      .all(),
  ).map((row) => JSON.parse(row.result) as PublishedResult);
}

/** Writes what changed; says whether the log now holds what nobody must read any more. */
function write(database: Database, before: SessionWithPapers, after: SessionWithPapers): boolean {
  updateSession(database, before.session, after.session);
  writePapers(database, before, after);
  const isErased = writePhoneLinks(database, before, after);
  return isErased || before.session.state !== after.session.state;
}
