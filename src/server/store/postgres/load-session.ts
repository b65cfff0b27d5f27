import { and, desc, eq, getTableColumns, sql } from 'drizzle-orm';
import type { SessionWithPapers } from '../../../domain/session/papers.ts';
import type { PublishedResult } from '../../../domain/session/published-result.ts';
import type { Session, SessionId } from '../../../domain/session/session.ts';
import { withLinkedPapers } from '../kept-papers.ts';
import type { LinkKeys } from '../link-keys.ts';
import { differenceFrom, eventsAfterBallots, toPart } from '../record-rows.ts';
import { type RecordEnd, readResult } from '../result-rows.ts';
import { AlteredSession } from '../session-locks.ts';
import { arePeopleOf, toSession } from '../session-rows.ts';
import { isShut, papersDigest, type SessionSeal, unloggedIn } from '../session-seal.ts';
import { anyOf } from './any-of.ts';
import type { Database } from './connection.ts';
import { loadLinks } from './link-rows.ts';
import { loadPapers } from './paper-rows.ts';
import { eventsOf, heightOf } from './records.ts';
import { recordEventTable, recordTable } from './records-schema.ts';
import { headOf, loggedSeals } from './seal-rows.ts';
import { sessionSealTable } from './seals-schema.ts';
import { versionOfRow } from './session-rows.ts';
import { publishedResultTable, sessionPersonTable, sessionTable } from './sessions-schema.ts';

/** A session as it was read, and what it hangs on. */
export interface LoadedSession {
  readonly version: string;
  /** Of the vote's own record: as far as its papers tell who voted. */
  readonly height: number;
  readonly state: SessionWithPapers;
}

/**
 * The session with its papers, if it is what was sealed and says what its record says; throws `AlteredSession`.
 * @param moment within which nobody changes it: of one snapshot, or with its row locked
 */
export async function loadSession(moment: Database, keys: LinkKeys, id: SessionId): Promise<LoadedSession | undefined> {
  const [row] = await moment
    .select({ session: sessionTable, version: versionOfRow, seal: sessionSealTable })
    .from(sessionTable)
    .leftJoin(sessionSealTable, eq(sessionSealTable.sessionId, sessionTable.id))
    .where(eq(sessionTable.id, id));
  if (row === undefined) return undefined;
  const session = toSession(row.session, row.seal ?? undefined);
  // Read before the papers: whoever finds the record grown since reads anew who voted.
  const height = await heightOf(moment, id);
  const clear = await loadPapers(moment, id);
  if (row.seal !== null) {
    const sealedPapers = papersDigest(session.state, clear.values());
    const problem =
      row.seal.papers === sealedPapers ? await findProblem(moment, session, row.seal) : 'its papers were altered';
    if (problem !== undefined) throw new AlteredSession(id, problem);
  }
  const phoneLinks = await loadLinks(moment, keys, id);
  const papers = withLinkedPapers(session, clear, phoneLinks);
  return { version: row.version, height, state: { session, papers, phoneLinks } };
}

async function findProblem(moment: Database, session: Session, seal: SessionSeal): Promise<string | undefined> {
  const { sessionId, personId, role } = sessionPersonTable;
  const people = await moment.select({ personId, role }).from(sessionPersonTable).where(eq(sessionId, session.id));
  if (!arePeopleOf(session, people)) return 'its people are found by what they are not';
  if (isShut(session.state)) {
    const entry = (await loggedSeals(moment, [session.id])).get(session.id);
    const unlogged = unloggedIn({ entry, head: await headOf(moment, session.id) }, seal);
    if (unlogged !== undefined) return unlogged;
  }
  return await differenceFromRecord(moment, session);
}

/** A record that is gone altogether is found by the check of all records. */
async function differenceFromRecord(moment: Database, session: Session): Promise<string | undefined> {
  const { height, sessionId, electionId } = recordEventTable;
  const own = eventsOf({ sessionId: session.id, electionId: session.id });
  const its = and(eq(recordTable.sessionId, sessionId), eq(recordTable.electionId, electionId));
  const [first] = await moment
    .select({ event: recordEventTable, timestamp: recordTable.timestamp })
    .from(recordEventTable)
    .innerJoin(recordTable, its)
    .where(and(own, eq(height, 0)));
  if (first === undefined) return undefined;
  const most = eventsAfterBallots(session);
  const last =
    most === 0 ? [] : await moment.select().from(recordEventTable).where(own).orderBy(desc(height)).limit(most);
  const afterBallots = last.map(toPart).reverse();
  return differenceFrom(session, { timestamp: first.timestamp, setup: toPart(first.event), afterBallots });
}

/**
 * Reads published results, each for itself, in any order: what is sealed, logged and in the record, without the rest of
 * the session, so that a province's are read together. Each throws `AlteredSession` where it is not.
 * @param moment of one snapshot
 */
export async function resultReaders(
  moment: Database,
  ids: readonly SessionId[],
): Promise<{ readonly id: SessionId; readonly version: string; read(): PublishedResult }[]> {
  if (ids.length === 0) return [];
  const rows = await moment
    .select({
      session: columnsFoundBy,
      version: versionOfRow,
      seal: sessionSealTable,
      result: publishedResultTable.result,
    })
    .from(sessionTable)
    .leftJoin(sessionSealTable, eq(sessionSealTable.sessionId, sessionTable.id))
    .leftJoin(publishedResultTable, eq(publishedResultTable.sessionId, sessionTable.id))
    .where(anyOf(sessionTable.id, ids));
  const [ends, logged] = [await recordEnds(moment, ids), await loggedSeals(moment, ids)];
  return rows.map(({ version, ...row }) => {
    const id = row.session.id as SessionId;
    return { id, version, read: () => readResult(row, ends.get(id), logged.get(id)) };
  });
}

const { body: _, ...columnsFoundBy } = getTableColumns(sessionTable);

/** Of these sessions; none where there is no record. */
async function recordEnds(moment: Database, ids: readonly SessionId[]): Promise<ReadonlyMap<SessionId, RecordEnd>> {
  const { sessionId, electionId, payload, type, height, hash } = recordEventTable;
  const rows = await moment
    .select({ id: sessionId, payload, type, hash })
    .from(recordEventTable)
    .where(
      and(
        anyOf(sessionId, ids),
        eq(electionId, sessionId),
        sql`${height} = (SELECT max(last.height) FROM record_event last
          WHERE last.session_id = ${sessionId} AND last.election_id = ${electionId})`,
      ),
    );
  const resultOf = (row: (typeof rows)[number]) => (row.type === 'Result' ? (row.payload ?? '') : '');
  return new Map(rows.map((row) => [row.id as SessionId, { hash: row.hash, result: resultOf(row) }]));
}
