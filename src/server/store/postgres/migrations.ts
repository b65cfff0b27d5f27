import { sql } from 'drizzle-orm';
import { readMigrationFiles } from 'drizzle-orm/migrator';
import type { Database } from './connection.ts';
import { migrationsFolder } from './files.ts';
import { lockNamed } from './named-locks.ts';
import { isThere, nameOldestRelease, refuseNewerRelease } from './oldest-release.ts';
import { migrationTable } from './releases-schema.ts';
import { inTransaction } from './transaction.ts';

/**
 * Runs the migrations that the database has not had, in one transaction and once, however many nodes start: whoever
 * comes later waits, and finds them done. Migrations only add, so that a node of the release before serves on.
 */
export async function runMigrations(database: Database): Promise<void> {
  await inTransaction(database, async (transaction) => {
    await lockNamed(transaction, 'schema');
    await refuseNewerRelease(transaction);
    // Only where it is not there: a node may serve under a role that makes no tables.
    if (!(await isThere(transaction, 'migration'))) {
      await transaction.execute(
        sql`CREATE TABLE migration (written_at bigint PRIMARY KEY, hash text COLLATE "C" NOT NULL)`,
      );
    }
    const done = new Set((await transaction.select().from(migrationTable)).map(({ writtenAt }) => writtenAt));
    for (const { folderMillis, hash, sql: statements } of readMigrationFiles({ migrationsFolder })) {
      if (done.has(folderMillis)) continue;
      for (const statement of statements) await transaction.execute(sql.raw(statement));
      await transaction.insert(migrationTable).values({ writtenAt: folderMillis, hash });
    }
    await nameOldestRelease(transaction);
  });
}
