import { eq } from 'drizzle-orm';
import { committeeTable } from './committees-schema.ts';
import type { Database } from './connection.ts';
import { shareNamed } from './named-locks.ts';

/**
 * What is decided about a committee's own papers (its plans, its half-term reviews) is decided by one step at a time;
 * nobody is taken back until it ends. The lock that taking back has alone comes first: that one changes committees while
 * it holds it.
 */
export async function lockPapersOf(transaction: Database, committeeId: string): Promise<void> {
  await shareNamed(transaction, 'gone');
  const { id } = committeeTable;
  await transaction.select({ id }).from(committeeTable).where(eq(id, committeeId)).for('no key update');
}
