import { sql } from 'drizzle-orm';
import type { Database } from './connection.ts';

/**
 * What is decided about a set that has no row of its own to lock. Each is held to the end of the transaction, across
 * all nodes. Numbers are for ever: nodes of two releases serve side by side.
 */
const numbers = {
  /** Migrations and the making of tables. */
  schema: 1,
  /** The tree, the people, their codes: everything that is decided about the roster. */
  roster: 2,
  /** Names of accounts, one account a person, the first one. */
  accounts: 3,
  /**
   * Who was taken back: alone by taking back, which has the roster's before it; shared by every step that names somebody
   * (`gone.ts`). Apart from the roster's, so that sessions and accounts do not wait while a province is imported.
   */
  gone: 4,
} as const;

/** The first half of each lock's key, so that nothing else in the database meets it. */
const ours = 0x7068_6965;

export type NamedLock = keyof typeof numbers;

/** Waits for it, and keeps it until the transaction ends. */
export async function lockNamed(transaction: Database, name: NamedLock): Promise<void> {
  await transaction.execute(sql`SELECT pg_advisory_xact_lock(${ours}, ${numbers[name]})`);
}

/** The same beside others who share it; whoever has it alone waits for all of them. */
export async function shareNamed(transaction: Database, name: NamedLock): Promise<void> {
  await transaction.execute(sql`SELECT pg_advisory_xact_lock_shared(${ours}, ${numbers[name]})`);
}
