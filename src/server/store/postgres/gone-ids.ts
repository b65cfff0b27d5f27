import { TakenBackMeanwhile } from '../taken-back-meanwhile.ts';
import { anyOf } from './any-of.ts';
import type { Database } from './connection.ts';
import { goneTable } from './imports-schema.ts';
import { shareNamed } from './named-locks.ts';

/**
 * Throws `TakenBackMeanwhile` where one of these committees or people has been taken back with its import since it was
 * looked up, and lets none of them be taken back before the transaction ends. For every step that newly names them.
 */
export async function refuseGone(transaction: Database, ids: readonly string[]): Promise<void> {
  if (ids.length === 0) return;
  await shareNamed(transaction, 'roster');
  const gone = await transaction.select().from(goneTable).where(anyOf(goneTable.id, ids)).limit(1);
  if (gone.length > 0) throw new TakenBackMeanwhile();
}
