import { eq, sql } from 'drizzle-orm';
import type { Paper } from '../../../domain/session/paper.ts';
import type { SessionWithPapers } from '../../../domain/session/papers.ts';
import type { SessionId } from '../../../domain/session/session.ts';
import { papersInTheClear } from '../kept-papers.ts';
import { toPaper } from '../paper-rows.ts';
import type { Database } from './connection.ts';
import { inChunks } from './in-chunks.ts';
import { paperTable } from './sessions-schema.ts';

/** The papers that lie in the clear; a session may have more (`withLinkedPapers`). */
export function loadPapers(database: Database, id: SessionId): ReadonlyMap<string, Paper> {
  const papers = database.select().from(paperTable).where(eq(paperTable.sessionId, id)).all();
  return new Map(papers.map((row) => [row.credential, toPaper(row)]));
}

/**
 * Writes the papers that are other objects than before. When the state changes all are laid down anew in the order of
 * their credentials: inside a page of the file, rows otherwise lie in the order in which they came.
 */
export function writePapers(database: Database, before: SessionWithPapers, after: SessionWithPapers): void {
  const { id, state } = after.session;
  const all = papersInTheClear(after);
  if (state === before.session.state) {
    upsert(
      database,
      all.filter((paper) => before.papers.get(paper.credential) !== paper),
    );
  } else {
    database.delete(paperTable).where(eq(paperTable.sessionId, id)).run();
    upsert(database, all);
  }
}

function upsert(database: Database, papers: readonly Paper[]): void {
  const target = [paperTable.sessionId, paperTable.credential];
  const set = {
    channel: sql`excluded.channel`,
    printRunId: sql`excluded.print_run_id`,
    fate: sql`excluded.fate`,
    votedBy: sql`excluded.voted_by`,
    recastKeyHash: sql`excluded.recast_key_hash`,
  };
  const sorted = papers.toSorted((a, b) => (a.credential < b.credential ? -1 : 1));
  inChunks(sorted, (some) => {
    database
      .insert(paperTable)
      .values([...some])
      .onConflictDoUpdate({ target, set })
      .run();
    return [];
  });
}
