import { cpSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import Sqlite from 'better-sqlite3';
import { drizzle } from 'drizzle-orm/better-sqlite3';
import { migrate } from 'drizzle-orm/better-sqlite3/migrator';
import { expect, test } from 'vitest';
import { searchKey } from '../../../src/domain/search-key.ts';
import { sqliteStore } from '../../../src/server/store/sqlite.ts';
import { aSessionId, aStoredSession } from '../../support/stored-sessions.ts';
import { keep, newFolder } from '../../support/stores.ts';

const migrations = fileURLToPath(new URL('../../../migrations/sqlite/', import.meta.url));

/** A database as an earlier version left it: with its first migrations only. */
function olderDatabase(folder: string, steps: number) {
  const earlier = join(newFolder(), 'migrations');
  cpSync(migrations, earlier, { recursive: true });
  const journal = join(earlier, 'meta', '_journal.json');
  const all = JSON.parse(readFileSync(journal, 'utf8'));
  writeFileSync(journal, JSON.stringify({ ...all, entries: all.entries.slice(0, steps) }));
  const client = new Sqlite(join(folder, 'phieu.sqlite'));
  client.function('search_key', { deterministic: true }, (name) => searchKey(String(name)));
  migrate(drizzle({ client }), { migrationsFolder: earlier });
  return client;
}

test('a session kept before voting without TLS was a decision is read as one in which nobody allowed it', async () => {
  const folder = newFolder();
  const client = olderDatabase(folder, 3);
  const session = aStoredSession(1);
  const { plainVoting: _later, planId: _latest, nonVoters: _newest, ...body } = session;
  client
    .prepare('INSERT INTO session VALUES (?, ?, ?, ?, ?, ?, ?, 1, ?)')
    .run(
      session.id,
      session.committeeId,
      session.superiorId,
      'draft',
      '2026-12-01',
      0,
      'read key 1',
      JSON.stringify(body),
    );
  client.close();
  const store = keep(sqliteStore(folder));
  expect(await store.sessions.find(aSessionId(1))).toEqual(session);
});

test('a session kept before there were plans is read as one without a plan', async () => {
  const folder = newFolder();
  const client = olderDatabase(folder, 6);
  const session = aStoredSession(1);
  const { planId: _later, nonVoters: _newest, ...body } = session;
  const { id, committeeId, superiorId } = session;
  client
    .prepare('INSERT INTO session VALUES (?, ?, ?, ?, ?, ?, ?, 2, ?)')
    .run(id, committeeId, superiorId, 'draft', '2026-12-01', 0, 'read key 1', JSON.stringify(body));
  client.close();
  const store = keep(sqliteStore(folder));
  expect(await store.sessions.find(aSessionId(1))).toEqual(session);
});
