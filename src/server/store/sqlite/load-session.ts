import { and, desc, eq, getTableColumns, inArray, sql } from 'drizzle-orm';
import type { Paper } from '../../../domain/session/paper.ts';
import type { SessionWithPapers } from '../../../domain/session/papers.ts';
import type { PublishedResult } from '../../../domain/session/published-result.ts';
import type { Session, SessionId } from '../../../domain/session/session.ts';
import { withLinkedPapers } from '../kept-papers.ts';
import type { LinkKeys } from '../link-keys.ts';
import { differenceFrom, eventsAfterBallots, toPart } from '../record-rows.ts';
import { type RecordEnd, readResult } from '../result-rows.ts';
import { AlteredSession } from '../session-locks.ts';
import { toSession } from '../session-rows.ts';
import { papersDigest, type SessionSeal } from '../session-seal.ts';
import type { Database } from './connection.ts';
import { inChunks } from './in-chunks.ts';
import { loadLinks } from './link-rows.ts';
import { loadPapers } from './paper-rows.ts';
import { recordEventTable, recordTable } from './records-schema.ts';
import { findUnlogged, keptSeal, loggedSeals } from './seal-rows.ts';
import { sessionSealTable } from './seals-schema.ts';
import { findsItsPeople } from './session-rows.ts';
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
  const { id } = session;
  const { electionId, height } = recordEventTable;
  const [first] = database
    .select({ event: recordEventTable, timestamp: recordTable.timestamp })
    .from(recordEventTable)
    .innerJoin(recordTable, eq(recordTable.electionId, electionId))
    .where(and(eq(electionId, id), eq(height, 0)))
    .all();
  if (first === undefined) return undefined;
  const last = database
    .select()
    .from(recordEventTable)
    .where(eq(electionId, id))
    .orderBy(desc(height))
    .limit(eventsAfterBallots(session));
  const afterBallots = last.all().map(toPart).reverse();
  return differenceFrom(session, { timestamp: first.timestamp, setup: toPart(first.event), afterBallots });
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
