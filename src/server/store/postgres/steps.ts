import { setTimeout as wait } from 'node:timers/promises';
import { codeOf } from '../../kit/error-code.ts';
import type { AuditIntent } from '../audit-intent.ts';
import type { StepOutcome } from '../outcome.ts';
import { appendNotes } from './audit-rows.ts';
import type { Database } from './connection.ts';
import { noteOutcome } from './health.ts';
import { sealToLog } from './seal-rows.ts';
import { inTransaction } from './transaction.ts';

/**
 * One atomic step: all of it or nothing, on disk when the promise resolves. It may run more than once, where another
 * transaction came between (40001, 40P01): so it must not remember anything outside of its transaction but what `committed`
 * is handed.
 * @param committed called at once when the step counts
 */
export type Atomically = <Of extends StepOutcome<unknown>>(
  step: (transaction: Database) => Promise<Of>,
  committed?: (value: Of['value']) => void,
) => Promise<Of['value']>;

/** Tries of one step; what still meets others then is an error that is worth seeing. */
const tries = 10;

/** Serialization failure, deadlock (https://www.postgresql.org/docs/15/errcodes-appendix.html). */
const tryAgain = ['40001', '40P01'];

/**
 * How changes of a database are made: every one goes through here. The first step that says that it wrote something
 * keeps the audit log's note with it, where there is one. READ COMMITTED: what a step decides about it locks, the
 * session's row or a named lock.
 */
export function stepsOf(database: Database, intent?: AuditIntent): Atomically {
  return async (step, committed) => {
    for (let tried = 1; ; tried++) {
      try {
        const outcome = await noteOutcome(database, () => once(database, step, intent?.isKept ? undefined : intent));
        committed?.(outcome.value);
        return outcome.value;
      } catch (error) {
        if (tried >= tries || !tryAgain.includes(codeOf(error) ?? '')) throw error;
        // Apart from each other, so that the same two do not meet again.
        await wait(Math.random() * 10 * tried);
      }
    }
  };
}

async function once<Of extends StepOutcome<unknown>>(
  database: Database,
  step: (transaction: Database) => Promise<Of>,
  intent: AuditIntent | undefined,
): Promise<Of> {
  const outcome = await inTransaction(database, async (transaction) => {
    const done = await step(transaction);
    if (intent === undefined || !done.wrote) return done;
    await appendNotes(transaction, intent.notes(), (id) => sealToLog(transaction, id));
    return done;
  });
  // Only now is it certain that both are kept.
  if (intent !== undefined && outcome.wrote) intent.isKept = true;
  return outcome;
}
