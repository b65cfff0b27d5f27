import { eq, sql } from 'drizzle-orm';
import type { Paper } from '../../../domain/session/paper.ts';
import type { SessionWithPapers } from '../../../domain/session/papers.ts';
import type { SessionId } from '../../../domain/session/session.ts';
import { papersInTheClear } from '../kept-papers.ts';
import { toPaper } from '../paper-rows.ts';
import type { Database } from './connection.ts';
import { paperTable } from './sessions-schema.ts';

/** The papers that lie in the clear, sorted; a session may have more (`withLinkedPapers`). */
export async function loadPapers(database: Database, id: SessionId): Promise<ReadonlyMap<string, Paper>> {
  const papers = await database
    .select()
    .from(paperTable)
    .where(eq(paperTable.sessionId, id))
    .orderBy(paperTable.credential);
  return new Map(papers.map((row) => [row.credential, toPaper(row)]));
}

/**
 * Writes the papers that are other objects than before. When the state changes all are laid down anew in the order of
 * their credentials: rows otherwise lie in the order in which they came. Casting writes for itself (`casting.ts`).
 */
export async function writePapers(
  transaction: Database,
  before: SessionWithPapers,
  after: SessionWithPapers,
): Promise<void> {
  const { id, state } = after.session;
  const all = papersInTheClear(after);
  if (state === before.session.state) {
    const changed = all.filter((paper) => before.papers.get(paper.credential) !== paper);
    await upsert(transaction, id, changed);
  } else {
    await transaction.delete(paperTable).where(eq(paperTable.sessionId, id));
    await upsert(transaction, id, all);
  }
}

async function upsert(transaction: Database, id: SessionId, papers: readonly Paper[]): Promise<void> {
  if (papers.length === 0) return;
  const sorted = papers.toSorted((a, b) => (a.credential < b.credential ? -1 : 1));
  const column = (name: 'credential' | 'channel' | 'printRunId' | 'fate' | 'votedBy' | 'recastKeyHash') =>
    sql`${sql.param(sorted.map((paper) => paper[name]))}::text[]`;
  await transaction.execute(sql`
    INSERT INTO paper (session_id, credential, channel, print_run_id, fate, voted_by, recast_key_hash)
    SELECT ${id}, * FROM unnest(${column('credential')}, ${column('channel')}, ${column('printRunId')},
      ${column('fate')}, ${column('votedBy')}, ${column('recastKeyHash')})
    ON CONFLICT (session_id, credential) DO UPDATE SET channel = excluded.channel,
      print_run_id = excluded.print_run_id, fate = excluded.fate, voted_by = excluded.voted_by,
      recast_key_hash = excluded.recast_key_hash`);
}

/** What casting changed of the papers: the ways by which those that have voted did, and the phones that may vote again. */
export async function loadVotes(
  database: Database,
  id: SessionId,
): Promise<ReadonlyMap<string, Pick<Paper, 'votedBy' | 'recastKeyHash'>>> {
  const { sessionId, credential, votedBy, recastKeyHash } = paperTable;
  const rows = await database
    .select({ credential, votedBy, recastKeyHash })
    .from(paperTable)
    .where(sql`${eq(sessionId, id)} AND (${votedBy} IS NOT NULL OR ${recastKeyHash} IS NOT NULL)`);
  return new Map(rows.map((row) => [row.credential, { votedBy: row.votedBy, recastKeyHash: row.recastKeyHash }]));
}
