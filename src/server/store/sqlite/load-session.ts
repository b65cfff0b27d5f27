import { and, desc, eq, getTableColumns, inArray, sql } from 'drizzle-orm';
import type { Paper } from '../../../domain/session/paper.ts';
import type { SessionWithPapers } from '../../../domain/session/papers.ts';
import type { PublishedResult } from '../../../domain/session/published-result.ts';
import type { Session, SessionId } from '../../../domain/session/session.ts';
import { sha256Hex } from '../../../protocol/encoding/hash.ts';
import { writeResult } from '../../../protocol/tally/result.ts';
import { findDifference } from '../../record/compare-with-record.ts';
import { withLinkedPapers } from '../kept-papers.ts';
import type { LinkKeys } from '../link-keys.ts';
import { AlteredSession } from '../session-locks.ts';
import { papersDigest, resultDigest, type SessionSeal } from '../session-seal.ts';
import type { Database } from './connection.ts';
import { inChunks } from './in-chunks.ts';
import { loadLinks } from './link-rows.ts';
import { loadPapers } from './paper-rows.ts';
import { toPart } from './records.ts';
import { recordEventTable, recordTable } from './records-schema.ts';
import { columnsOfRow, findUnlogged, keptSeal, loggedSeals, unloggedIn } from './seal-rows.ts';
import { sessionSealTable } from './seals-schema.ts';
import { findsItsPeople, toSession } from './session-rows.ts';
import { publishedResultTable, sessionTable } from './sessions-schema.ts';

/** The session with its papers, if it is what was sealed and says what its record says; throws `AlteredSession`. */
export function loadSession(database: Database, keys: LinkKeys, id: SessionId): SessionWithPapers | undefined {
  const [row] = database.select().from(sessionTable).where(eq(sessionTable.id, id)).all();
  if (row === undefined) return undefined;
  const seal = keptSeal(database, id);
  const session = toSession(row, seal);
  const clear = loadPapers(database, id);
  const problem = seal && findProblem(database, session, clear, seal);
  if (problem !== undefined) throw new AlteredSession(id, problem);
  const phoneLinks = loadLinks(database, keys, id);
  return { session, papers: withLinkedPapers(session, clear, phoneLinks), phoneLinks };
}

function findProblem(
  database: Database,
  session: Session,
  papers: ReadonlyMap<string, Paper>,
  seal: SessionSeal,
): string | undefined {
  if (seal.papers !== papersDigest(session.state, papers.values())) return 'its papers were altered';
  if (!findsItsPeople(database, session)) return 'its people are found by what they are not';
  return findUnlogged(database, session.id, session.state, seal) ?? differenceFromRecord(database, session);
}

/** A record that is gone altogether is found by the check of all records. */
function differenceFromRecord(database: Database, session: Session): string | undefined {
  const { id, tally } = session;
  const { electionId, height } = recordEventTable;
  const [first] = database
    .select({ event: recordEventTable, timestamp: recordTable.timestamp })
    .from(recordEventTable)
    .innerJoin(recordTable, eq(recordTable.electionId, electionId))
    .where(and(eq(electionId, id), eq(height, 0)))
    .all();
  if (first === undefined) return undefined;
  // Nothing but the encrypted tally, a share of each teller and the result comes after the ballots.
  const eventsAfterBallots = tally === null ? 0 : tally.sharesOf.length + 3;
  const last = database
    .select()
    .from(recordEventTable)
    .where(eq(electionId, id))
    .orderBy(desc(height))
    .limit(eventsAfterBallots);
  const afterBallots = last.all().map(toPart).reverse();
  const parts = { timestamp: first.timestamp, setup: toPart(first.event), afterBallots };
  try {
    return findDifference(session, parts);
  } catch (error) {
    // Only what somebody else wrote can fail to be read.
    if (error instanceof SyntaxError || error instanceof TypeError) return `its record cannot be read (${error.name})`;
    throw error;
  }
}

/**
 * Reads published results, each for itself, in any order: what is sealed, logged and in the record, without the rest of
 * the session, so that a province's are read together. Each throws `AlteredSession` where it is not.
 */
export function resultReaders(
  database: Database,
  ids: readonly SessionId[],
): { readonly id: SessionId; read(): PublishedResult }[] {
  const rows = inChunks(ids, (some) =>
    database
      .select({ session: columnsFoundBy, seal: sessionSealTable, result: publishedResultTable.result })
      .from(sessionTable)
      .leftJoin(sessionSealTable, eq(sessionSealTable.sessionId, sessionTable.id))
      .leftJoin(publishedResultTable, eq(publishedResultTable.sessionId, sessionTable.id))
      .where(inArray(sessionTable.id, [...some]))
      .all(),
  );
  const [ends, logged] = [recordEnds(database, ids), loggedSeals(database, ids)];
  return rows.map((row) => {
    const id = row.session.id as SessionId;
    return { id, read: () => readResult(row, ends.get(id), logged.get(id)) };
  });
}

const { body: _, ...columnsFoundBy } = getTableColumns(sessionTable);

interface ResultRow {
  readonly session: Omit<typeof sessionTable.$inferSelect, 'body'>;
  readonly seal: typeof sessionSealTable.$inferSelect | null;
  readonly result: string | null;
}

function readResult(
  { session, seal, result }: ResultRow,
  end: RecordEnd | undefined,
  entry: Parameters<typeof unloggedIn>[0]['entry'],
): PublishedResult {
  const id = session.id as SessionId;
  const altered = (problem: string) => new AlteredSession(id, problem);
  if (seal === null) throw altered('its seal is missing');
  if (seal.columns !== columnsOfRow(session)) throw altered('what it is found by was altered');
  if (result === null || seal.result !== resultDigest(result)) throw altered('its published result was altered');
  const unlogged = unloggedIn({ entry, head: end?.hash ?? null }, seal);
  if (unlogged !== undefined) throw altered(unlogged);
  const published: PublishedResult = JSON.parse(result);
  const counts = published.subjects.map((subject) => subject.counts);
  if (end !== undefined && end.result !== sha256Hex(writeResult(counts))) {
    throw altered('its totals are not those in its record');
  }
  return published;
}

/** The last event of a record: its hash, and that of the result; where it is none, no hash is like it. */
interface RecordEnd {
  readonly hash: string;
  readonly result: string;
}

/** Of these sessions; none where there is no record. */
function recordEnds(database: Database, ids: readonly SessionId[]): ReadonlyMap<SessionId, RecordEnd> {
  const { electionId, payload, type, height, hash } = recordEventTable;
  const rows = inChunks(ids, (some) =>
    database
      .select({ id: electionId, payload, type, hash })
      .from(recordEventTable)
      .where(
        and(
          inArray(electionId, [...some]),
          sql`${height} = (select max(last.height) from record_event last where last.election_id = ${electionId})`,
        ),
      )
      .all(),
  );
  const resultOf = (row: (typeof rows)[number]) => (row.type === 'Result' ? (row.payload ?? '') : '');
  return new Map(rows.map((row) => [row.id as SessionId, { hash: row.hash, result: resultOf(row) }]));
}
