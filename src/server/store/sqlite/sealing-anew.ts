import { sql } from 'drizzle-orm';
import { noObject } from '../../../domain/audit.ts';
import type { CommitteeId } from '../../../domain/committee/committee.ts';
import type { SessionId } from '../../../domain/session/session.ts';
import { appendNote } from './audit-rows.ts';
import type { Database } from './connection.ts';
import { hasTable } from './has-table.ts';
import { isMigrated } from './run-migrations.ts';
import { markedUnsealed, markUnsealed, sealPresent, sealToLog } from './seal-rows.ts';
import { sealingTable } from './seals-schema.ts';
import { addMissingResults } from './session-rows.ts';

/** The one row of `sealing`. */
const only = 1;

/**
 * Runs the migrations, and where there were any seals every session anew as they left it, except those that were not
 * what their seal or the audit log said before: these are marked and stay locked. All of it is one step, so that whoever
 * is killed finds the database as it was, and nothing but migrations that run here is a reason to seal anew: what the
 * database says of itself is not. A database from before there were seals is taken as it is. The audit log notes what
 * was sealed of sessions whose box is shut.
 * @param migrate inside the transaction that it is given
 */
export function sealingAnew(database: Database, migrate: (transaction: Database) => void): void {
  if (isMigrated(database)) return;
  database.transaction(
    (inner) => {
      const transaction = inner as unknown as Database;
      if (hasTable(transaction, 'session_seal')) markUnsealed(transaction);
      migrate(transaction);
      addMissingResults(transaction);
      const marked = markedUnsealed(transaction);
      for (const session of sessionsOf(transaction)) {
        if (!marked.has(session.id)) sealAndNote(transaction, session);
      }
      // Nobody asks any more; a release from before would seal anew without it.
      const row = { id: only, migrations: migrationsDone(transaction) };
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

function migrationsDone(database: Database): number {
  return database.get<{ number: number }>(sql`select count(*) as number from __drizzle_migrations`).number;
}
