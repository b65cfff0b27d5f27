import { drizzle } from 'drizzle-orm/node-postgres';
import { Pool } from 'pg';
import type { Database } from './connection.ts';

/**
 * What every transaction asks of the server, whatever it was set up to do: what is acknowledged is on disk, and a node
 * that stands still in the middle of a transaction does not keep its locks for ever. In the transaction, since a pooler may hand its connection to others. A server that does more, for its replicas, is let do.
 */
const terms = `SET LOCAL idle_in_transaction_session_timeout = '120s';
  SELECT set_config('synchronous_commit', 'on', true) WHERE current_setting('synchronous_commit') = 'off'`;

/**
 * One transaction upon a connection of its own. Drizzle's own keeps the connection for ever where BEGIN is refused, so
 * that each outage takes some of a node's few away, and hands on what ROLLBACK said instead of what went wrong.
 * @param begin how it begins
 */
export async function inTransaction<Value>(
  database: Database,
  act: (transaction: Database) => Promise<Value>,
  begin = 'BEGIN',
): Promise<Value> {
  const client = await poolOf(database).connect();
  // A connection on which a transaction cannot be ended is given to nobody else.
  let broken = false;
  const query = (text: string) =>
    client.query(text).catch((error: unknown) => {
      broken = true;
      throw error;
    });
  try {
    await query(`${begin}; ${terms}`);
    try {
      const value = await act(drizzle({ client }));
      await client.query('COMMIT');
      return value;
    } catch (error) {
      await query('ROLLBACK').catch(() => {});
      throw error;
    }
  } finally {
    client.release(broken);
  }
}

function poolOf(database: Database): Pool {
  const { $client } = database as Database & { readonly $client?: unknown };
  if (!($client instanceof Pool)) throw new Error('a transaction was about to begin in another');
  return $client;
}
