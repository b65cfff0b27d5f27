import { drizzle } from 'drizzle-orm/node-postgres';
import { Pool } from 'pg';
import type { Database } from './connection.ts';
import { runMigrations } from './migrations.ts';

export interface DatabaseServer {
  readonly database: Database;
  readonly pool: Pool;
  close(): Promise<void>;
}

/** How many connections one process opens at most. */
const connectionsAtMost = 10;

/** Milliseconds until a request that gets no connection is told so. */
const waitsForConnection = 5000;

/** Connects, without a look at the tables. */
export function connectTo(url: string, most = connectionsAtMost): DatabaseServer {
  const pool = new Pool({ connectionString: url, max: most, connectionTimeoutMillis: waitsForConnection });
  // A connection that breaks while nobody uses it: the next query makes another one, and whoever asks then is told.
  pool.on('error', () => {});
  return { database: drizzle({ client: pool }), pool, close: () => pool.end() };
}

/** Connects and brings the tables up to date. */
export async function openDatabase(url: string, most = connectionsAtMost): Promise<DatabaseServer> {
  const server = connectTo(url, most);
  try {
    await runMigrations(server.database);
    return server;
  } catch (error) {
    await server.close();
    throw error;
  }
}
