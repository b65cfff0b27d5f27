import { sql } from 'drizzle-orm';
import { TakenBackMeanwhile } from '../taken-back-meanwhile.ts';
import type { Database } from './connection.ts';
import { goneTable } from './imports-schema.ts';
import { shareNamed } from './named-locks.ts';

/**
 * To be called by every step that names people or committees which were looked up before it, with the ids of all whom it
 * names: throws `TakenBackMeanwhile` where one of them was taken back since. Until the step ends none of them is: taking
 * back waits for it, and finds what it wrote. An import holds up nobody here.
 * @param ids of people and committees; null for none
 */
export async function refuseGone(transaction: Database, ids: Iterable<string | null>): Promise<void> {
  const named = [...new Set(ids)].filter((id) => id !== null);
  if (named.length === 0) return;
  await shareNamed(transaction, 'gone');
  // A statement of its own: what it sees begins after the wait.
  await refuseKnownGone(transaction, named);
}

/** The same for a step that shares that lock already, or has the roster's, and with it nobody beside it who takes back. */
export async function refuseKnownGone(transaction: Database, ids: Iterable<string>): Promise<void> {
  const [found] = await transaction
    .select()
    .from(goneTable)
    .where(sql`${goneTable.id} = ANY(${sql.param([...new Set(ids)])})`)
    .limit(1);
  if (found !== undefined) throw new TakenBackMeanwhile();
}
