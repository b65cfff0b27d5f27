import { sql } from 'drizzle-orm';
import { noObject } from '../../../domain/audit.ts';
import type { CommitteeId } from '../../../domain/committee/committee.ts';
import type { SessionId } from '../../../domain/session/session.ts';
import { appendNote } from './audit-rows.ts';
import type { Database } from './connection.ts';
import { migrationCount } from './oldest-release.ts';
import { markedUnsealed, markUnsealed, sealPresent, sealToLog } from './seal-rows.ts';
import { sealingTable } from './seals-schema.ts';
import { addMissingResults } from './session-rows.ts';

/** The one row of `sealing`. */
const only = 1;

/**
 * Runs the migrations, and where there were any seals every session anew as they left it, except those that were not
 * what their seal or the audit log said before: these are marked and stay locked. A database from before there were seals
 * is taken as it is. The audit log notes what was sealed of sessions whose box is shut.
 */
export function sealingAnew(database: Database, migrate: () => void): void {
  const kept = sealedAfter(database);
  const done = migrationsDone(database);
  // Written down before anything changes: who is killed while migrating or sealing starts anew with the same verdict.
  if (kept > 0 && kept === done && done < migrationCount()) markUnsealed(database);
  migrate();
  const migrations = migrationsDone(database);
  if (kept === migrations) return;
  database.transaction(
    (inner) => {
      const transaction = inner as unknown as Database;
      addMissingResults(transaction);
      const marked = markedUnsealed(transaction);
      for (const session of sessionsOf(transaction)) {
        if (!marked.has(session.id)) sealAndNote(transaction, session);
      }
      const row = { id: only, migrations };
      transaction.insert(sealingTable).values(row).onConflictDoUpdate({ target: sealingTable.id, set: row }).run();
    },
    { behavior: 'immediate' },
  );
}

function sessionsOf(database: Database) {
  return database.all<{ id: SessionId; committeeId: CommitteeId; at: string }>(
    sql`select id, committee_id as committeeId, strftime('%Y-%m-%dT%H:%M:%fZ', 'now') as at from session order by id`,
  );
}

function sealAndNote(transaction: Database, { id, committeeId, at }: ReturnType<typeof sessionsOf>[number]): void {
  sealPresent(transaction, id);
  const seal = sealToLog(transaction, id);
  if (seal === null) return;
  const note = { ...noObject, at, event: 'sessionSealed', accountId: null, committeeId, sessionId: id };
  appendNote(transaction, note, seal);
}

/** After how many migrations everything was sealed; 0 before there were seals. */
function sealedAfter(database: Database): number {
  if (!hasTable(database, 'sealing')) return 0;
  const [row] = database.all<{ migrations: number }>(sql`select migrations from sealing`);
  return row?.migrations ?? 0;
}

function migrationsDone(database: Database): number {
  if (!hasTable(database, '__drizzle_migrations')) return 0;
  return database.get<{ number: number }>(sql`select count(*) as number from __drizzle_migrations`).number;
}

function hasTable(database: Database, name: string): boolean {
  return database.all(sql`select name from sqlite_master where type = 'table' and name = ${name}`).length > 0;
}
