import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type Sqlite from 'better-sqlite3';
import { migrationsFolder } from './files.ts';

/** A migration of this release; `when` it was written, milliseconds since 1970. */
interface Migration {
  readonly tag: string;
  readonly when: number;
}

/**
 * Migrations that a release from before them may live with: it neither reads nor writes wrongly in a database that has
 * them, and leaves nothing behind that a later release would misread. An index, a table or column that only adds to
 * what is shown. Never one with a rule (a unique index, a trigger that refuses), and nothing that is sealed.
 */
const harmless: ReadonlySet<string> = new Set(['0031_ballot_hint']);

/** The newest migration that this release knows. */
export function newestKnownMigration(): Migration {
  return newest(knownMigrations());
}

function knownMigrations(): readonly Migration[] {
  const journal = readFileSync(join(migrationsFolder, 'meta', '_journal.json'), 'utf8');
  return (JSON.parse(journal) as { readonly entries: readonly Migration[] }).entries;
}

function newest(migrations: readonly Migration[]): Migration {
  return migrations.reduce((latest, one) => (one.when > latest.when ? one : latest));
}

/**
 * Says in the database which release is the oldest that may use it from now on. To be called before migrating as well
 * as after it, where the table is made only then: whoever is killed in between has shut older releases out, and not
 * let them in.
 */
export function nameOldestRelease(client: Sqlite.Database): void {
  if (!hasTable(client, 'oldest_release')) return;
  const { tag, when } = newest(knownMigrations().filter((migration) => !harmless.has(migration.tag)));
  // A newer release that let this one in has the last word.
  client
    .prepare(
      `INSERT INTO oldest_release (id, migration, written_at) VALUES (1, ?, ?) ON CONFLICT (id) DO UPDATE
       SET migration = excluded.migration, written_at = excluded.written_at WHERE excluded.written_at > written_at`,
    )
    .run(tag, when);
}

/** Whether this release is older than what the database asks for. */
export function isTooNew(client: Sqlite.Database): boolean {
  const asked = hasTable(client, 'oldest_release')
    ? client.prepare('SELECT written_at FROM oldest_release').pluck().get()
    : undefined;
  // Before databases said so, only a release that knew all their migrations could use them.
  return Number(asked ?? newestMigration(client) ?? 0) > newestKnownMigration().when;
}

/** When the newest migration of the database was written; undefined where there was none. */
export function newestMigration(client: Sqlite.Database): number | undefined {
  if (!hasTable(client, '__drizzle_migrations')) return undefined;
  const at = client.prepare('SELECT max(created_at) FROM __drizzle_migrations').pluck().get();
  return at === null ? undefined : Number(at);
}

function hasTable(client: Sqlite.Database, name: string): boolean {
  return client.prepare("SELECT 1 FROM sqlite_master WHERE type = 'table' AND name = ?").get(name) !== undefined;
}
