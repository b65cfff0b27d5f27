import { sql } from 'drizzle-orm';
import { drizzle } from 'drizzle-orm/node-postgres';
import { Pool } from 'pg';
import { codeOf } from '../../kit/error-code.ts';
import { UnfitDatabase } from '../unfit-database.ts';
import type { Database } from './connection.ts';
import { runMigrations } from './migrations.ts';

export interface DatabaseServer {
  readonly database: Database;
  close(): Promise<void>;
}

/** How many connections one process opens at most. */
const connectionsAtMost = 20;

/** Milliseconds until a request that gets no connection is told so. */
const waitsForConnection = 5000;

/** Connects, without a look at the tables. */
export function connectTo(url: string, most = connectionsAtMost): DatabaseServer {
  const pool = new Pool({
    connectionString: url,
    max: most,
    connectionTimeoutMillis: waitsForConnection,
    // A server that vanished, and a firewall that forgets, are noticed while nobody asks.
    keepAlive: true,
    keepAliveInitialDelayMillis: 10_000,
    application_name: 'phieu',
  });
  // A connection that breaks while nobody uses it: the next query makes another one, and whoever asks then is told.
  pool.on('error', () => {});
  // One that breaks between two statements of a transaction: the next statement is refused. Unheard it would end the process.
  pool.on('connect', (client) => client.on('error', () => {}));
  return { database: drizzle({ client: pool }), close: () => pool.end() };
}

/** Releases of PostgreSQL that the service is tried with. */
const releases = { first: 15, last: 18 };

async function examineServer(database: Database): Promise<void> {
  const { rows } = await database
    .execute<Record<'version' | 'encoding' | 'read_only', string>>(sql`
    SELECT current_setting('server_version_num') AS version, current_setting('server_encoding') AS encoding,
      current_setting('transaction_read_only') AS read_only`)
    .catch((error: unknown) => {
      // Certificates that the address names are read with the first connection.
      if (['ENOENT', 'EACCES'].includes(codeOf(error) ?? '')) throw new UnfitDatabase('database-not-trusted');
      throw error;
    });
  const [server] = rows;
  const release = Math.floor(Number(server?.version) / 10_000);
  if (!(release >= releases.first && release <= releases.last)) throw new UnfitDatabase('database-version-unfit');
  if (server?.encoding !== 'UTF8') throw new UnfitDatabase('database-not-utf8');
  if (server.read_only === 'on') throw new UnfitDatabase('database-read-only');
}

/** Connects and brings the tables up to date. */
export async function openDatabase(url: string, most = connectionsAtMost): Promise<DatabaseServer> {
  const server = connectTo(url, most);
  try {
    await examineServer(server.database);
    await runMigrations(server.database);
    return server;
  } catch (error) {
    await server.close();
    throw error;
  }
}

/** Whether the database can be used, and nobody has made a table in it. */
export async function isEmptyDatabase(url: string): Promise<boolean> {
  const { database, close } = connectTo(url, 1);
  try {
    await examineServer(database);
    const { rows } = await database.execute(sql`
      SELECT 1 FROM pg_catalog.pg_tables WHERE schemaname NOT IN ('pg_catalog', 'information_schema') LIMIT 1`);
    return rows.length === 0;
  } finally {
    await close();
  }
}
