import { join } from 'node:path';
import Sqlite from 'better-sqlite3';
import { Client } from 'pg';
import type { SessionId } from '../../../src/domain/session/session.ts';

/** A session's record as its bytes are stored, read beside the running service; nothing before its setup. */
export type StoredBytes = (sessionId: SessionId) => Promise<Uint8Array>;

export function bytesInFolder(folder: string): StoredBytes {
  return async (sessionId) => {
    const client = new Sqlite(join(folder, 'phieu.sqlite'), { readonly: true });
    try {
      const parts = client.prepare('SELECT bytes FROM record_event WHERE election_id = ? ORDER BY height').pluck();
      return Buffer.concat([...parts.iterate(sessionId)] as Buffer[]);
    } finally {
      client.close();
    }
  };
}

export function bytesInPostgres(url: string): StoredBytes {
  return async (sessionId) => {
    const client = new Client({ connectionString: url });
    await client.connect();
    try {
      const text = 'SELECT bytes FROM record_event WHERE session_id = $1 AND election_id = $1 ORDER BY height';
      const { rows } = await client.query<{ bytes: Buffer }>(text, [sessionId]);
      return Buffer.concat(rows.map(({ bytes }) => bytes));
    } finally {
      await client.end();
    }
  };
}
