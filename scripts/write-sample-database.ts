import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Sqlite from 'better-sqlite3';
import { sqliteStore } from '../src/server/store/sqlite.ts';
import { aVoteService, castAll, opened } from '../test/support/service/vote-service.ts';

/*
 * Leaves a database as this release does, with an open session and a ballot in it, for the releases to come
 * (test/server/store/upgrades.test.ts). To be run, and its file committed, with every migration.
 */
const root = new URL('../', import.meta.url).pathname;
const migrations = readdirSync(join(root, 'migrations', 'sqlite')).filter((name) => name.endsWith('.sql'));
const newest = migrations.sort().at(-1)?.slice(0, 4);
const folder = mkdtempSync(join(tmpdir(), 'phieu-sample-'));
const store = sqliteStore(folder);
const made = await aVoteService({ voters: 6, sheets: 6, phones: 2 }, { store });
await castAll(made, await opened(made), [[0, 1]]);
await store.close();

function literal(value: unknown): string {
  if (value === null) return 'NULL';
  if (Buffer.isBuffer(value)) return `x'${value.toString('hex')}'`;
  return typeof value === 'string' ? `'${value.replaceAll("'", "''")}'` : String(value);
}

const client = new Sqlite(join(folder, 'phieu.sqlite'), { readonly: true });
const listed = "SELECT name, sql FROM sqlite_master WHERE sql IS NOT NULL AND name NOT LIKE 'sqlite_%'";
const listOf = (types: string) =>
  [...client.prepare(`${listed} AND type IN (${types}) ORDER BY rowid`).iterate()] as { name: string; sql: string }[];
const rowsOf = (table: string) =>
  ([...client.prepare(`SELECT * FROM "${table}"`).raw().iterate()] as unknown[][]).map(
    (row) => `INSERT INTO "${table}" VALUES (${row.map(literal).join(',')});`,
  );
const tables = listOf("'table'").flatMap(({ name, sql }) => [`${sql};`, ...rowsOf(name)]);
const rest = listOf("'index', 'trigger', 'view'").map(({ sql }) => `${sql};`);
const lines = [
  'PRAGMA foreign_keys=OFF;',
  'BEGIN TRANSACTION;',
  ...tables,
  ...rowsOf('sqlite_sequence'),
  ...rest,
  'COMMIT;',
];
client.close();
const target = join(root, 'test', 'data', 'databases', `open-session-at-${newest}.sql`);
writeFileSync(target, `${lines.join('\n')}\n`);
rmSync(folder, { recursive: true });
console.log(target);
process.exit(0);
