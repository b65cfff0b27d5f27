import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { sql } from 'drizzle-orm';
import { UnfitDatabase } from '../unfit-database.ts';
import type { Database } from './connection.ts';
import { migrationsFolder } from './files.ts';
import { oldestReleaseTable } from './releases-schema.ts';

interface Migration {
  readonly tag: string;
  readonly when: number;
}

/**
 * Migrations that a release from before them may live with, so that its nodes serve on beside newer ones: it neither reads
 * nor writes wrongly in a database that has them, and leaves nothing behind that a later release would misread. Every
 * migration that only adds tables, columns with defaults and indexes is one; never one with a rule, and nothing that is
 * sealed.
 */
const harmless: ReadonlySet<string> = new Set();

function knownMigrations(): readonly Migration[] {
  const journal = readFileSync(join(migrationsFolder, 'meta', '_journal.json'), 'utf8');
  return (JSON.parse(journal) as { readonly entries: readonly Migration[] }).entries;
}

function newest(migrations: readonly Migration[]): Migration {
  return migrations.reduce((latest, one) => (one.when > latest.when ? one : latest));
}

/** Throws where this release is older than the database asks for. Before anything is changed, under the schema's lock. */
export async function refuseNewerRelease(transaction: Database): Promise<void> {
  if (!(await isThere(transaction, 'oldest_release'))) return;
  const [asked] = await transaction.select().from(oldestReleaseTable);
  if (asked !== undefined && asked.writtenAt > newest(knownMigrations()).when) {
    throw new UnfitDatabase('database-of-newer-release');
  }
}

/** Says in the database which release is the oldest that may use it from now on; a newer one has the last word. */
export async function nameOldestRelease(transaction: Database): Promise<void> {
  const { tag, when } = newest(knownMigrations().filter((migration) => !harmless.has(migration.tag)));
  const named = { migration: tag, writtenAt: when };
  await transaction
    .insert(oldestReleaseTable)
    .values({ id: 1, ...named })
    .onConflictDoUpdate({
      target: oldestReleaseTable.id,
      set: named,
      setWhere: sql`${oldestReleaseTable.writtenAt} < ${when}`,
    });
}

/** Whether there is such a table where the connection looks. */
export async function isThere(transaction: Database, table: string): Promise<boolean> {
  const { rows } = await transaction.execute<{ there: boolean }>(
    sql`SELECT to_regclass(${table}) IS NOT NULL AS there`,
  );
  return rows[0]?.there === true;
}
