import { randomUUID } from 'node:crypto';
import { Client } from 'pg';
import { linkKeysIn } from '../../../src/server/store/link-keys.ts';
import { openDatabase } from '../../../src/server/store/postgres/database.ts';
import { postgresStore } from '../../../src/server/store/postgres.ts';
import type { Store } from '../../../src/server/store/store.ts';
import { type PostgresServer, startPostgres } from './postgres-server.ts';
import { isNoService, watchStatements } from './statement-rules.ts';
import { newStoreFolder } from './store-folders.ts';

/** An empty database as its last migration leaves it, of which each test gets a copy. */
const template = 'phieu_template';

let running: Promise<PostgresServer> | undefined;

/** The one server of this process, for tests of rules: what it has committed is not on disk. */
export function sharedPostgres(): Promise<PostgresServer> {
  running ??= begin();
  return running;
}

async function begin(): Promise<PostgresServer> {
  watchStatements();
  const server = await startPostgres();
  await inServer(server, `CREATE DATABASE ${template}`);
  const { close } = await openDatabase(server.url(template), 1);
  await close();
  return server;
}

/** An empty database of its own: where a store, or several nodes, are opened on it. */
export async function newPostgresDatabase(): Promise<string> {
  const server = await sharedPostgres();
  const name = `phieu_${randomUUID().replaceAll('-', '')}`;
  await inServer(server, `CREATE DATABASE ${name} TEMPLATE ${template}`);
  return server.url(name);
}

/** A database without tables. */
export async function emptyPostgresDatabase(): Promise<string> {
  const server = await sharedPostgres();
  const name = `empty_${randomUUID().replaceAll('-', '')}`;
  await inServer(server, `CREATE DATABASE ${name}`);
  return server.url(name);
}

/** An empty store of its own. */
export async function newPostgresStore(): Promise<Store> {
  return await openPostgresStore(await newPostgresDatabase());
}

const keyFolders = new Map<string, string>();

/** A store on a database that is there: of one database every node has the same folder of keys. */
export async function openPostgresStore(url: string): Promise<Store> {
  const folder = keyFolders.get(url) ?? newStoreFolder();
  keyFolders.set(url, folder);
  return await postgresStore(url, linkKeysIn(folder));
}

async function inServer(server: PostgresServer, statement: string): Promise<void> {
  await inPostgres(server.url('postgres'), statement);
}

/** Runs statements in a database behind the back of the service. */
export async function inPostgres(url: string, statements: string): Promise<void> {
  const client = new Client({ connectionString: url });
  isNoService(client);
  await client.connect();
  try {
    await client.query(statements);
  } finally {
    await client.end();
  }
}
