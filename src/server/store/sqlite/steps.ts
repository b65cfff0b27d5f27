import { setTimeout as wait } from 'node:timers/promises';
import Sqlite from 'better-sqlite3';
import { sql } from 'drizzle-orm';
import type { AuditIntent } from '../audit-intent.ts';
import type { StepOutcome } from '../outcome.ts';
import { TakenBackMeanwhile } from '../taken-back-meanwhile.ts';
import { appendNote } from './audit-rows.ts';
import type { Database } from './connection.ts';
import { busyTimeout } from './database.ts';
import { noteOutcome } from './health.ts';
import { sealToLog } from './seal-rows.ts';

/** Milliseconds between two tries, and until a lock that is not given back is a bug. */
const retry = { every: 10, givenUpAfter: 60_000 };

/**
 * One atomic step; better-sqlite3 is synchronous, so `step` must be too. While a worker's connection writes, a whole
 * province for example, the step waits for it without holding up the thread.
 * @param committed called at once when the step counts, before anybody else takes one
 */
export type Atomically = <Of extends StepOutcome<unknown>>(
  step: (transaction: Database) => Of,
  committed?: (value: Of['value']) => void,
) => Promise<Of['value']>;

/**
 * How changes of a database are made: every one goes through here. The first step that says that it wrote something
 * keeps the audit log's note with it, where there is one.
 */
export function stepsOf(database: Database, intent?: AuditIntent): Atomically {
  return async (step, committed) => {
    for (let waited = 0; ; waited += retry.every) {
      const done = noteOutcome(database, () => tryAtomically(database, step, intent?.isKept ? undefined : intent));
      if (done !== undefined) {
        committed?.(done.value);
        return done.value;
      }
      if (waited >= retry.givenUpAfter) throw new Error('another connection does not give the database back');
      await wait(retry.every);
    }
  };
}

/** What the triggers on `gone_id` say. */
function isTakenBack(error: unknown): boolean {
  return (
    error instanceof Sqlite.SqliteError && error.code === 'SQLITE_CONSTRAINT_TRIGGER' && error.message === 'taken-back'
  );
}

/** Undefined when another connection is writing; then nothing has been done. */
function tryAtomically<Of extends StepOutcome<unknown>>(
  database: Database,
  step: (transaction: Database) => Of,
  intent: AuditIntent | undefined,
): Of | undefined {
  let hasBegun = false;
  const noting = (inner: unknown): Of => {
    hasBegun = true;
    const transaction = inner as Database;
    const outcome = step(transaction);
    if (intent === undefined || !outcome.wrote) return outcome;
    for (const note of intent.notes()) appendNote(transaction, note, sealToLog(transaction, note.sessionId));
    return outcome;
  };
  // SQLite itself would wait asleep, and nobody would be answered meanwhile.
  database.get(sql`PRAGMA busy_timeout = 0`);
  try {
    const outcome = database.transaction(noting, { behavior: 'immediate' });
    // Only now is it certain that both are kept.
    if (intent !== undefined && outcome.wrote) intent.isKept = true;
    return outcome;
  } catch (error) {
    if (!hasBegun && error instanceof Sqlite.SqliteError && error.code.startsWith('SQLITE_BUSY')) return undefined;
    throw isTakenBack(error) ? new TakenBackMeanwhile() : error;
  } finally {
    database.get(sql.raw(`PRAGMA ${busyTimeout}`));
  }
}
