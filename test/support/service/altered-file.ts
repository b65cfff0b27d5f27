import { copyFileSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Sqlite from 'better-sqlite3';
import { checkChain } from '../../../src/server/record/check-chain.ts';
import { sessionChecks } from '../../../src/server/record/session-checks.ts';
import { bodyDigest } from '../../../src/server/store/session-seal.ts';
import { sqliteStore } from '../../../src/server/store/sqlite.ts';
import type { Answer, VoteService } from './vote-service.ts';

export type Alter = (file: Sqlite.Database) => void;

/** A vote whose database is altered beside the service, each time anew from the same beginning. */
export interface AlteredFile {
  /** What the service answers after a restart on the altered file. */
  readAfter(alter: Alter, read: () => Promise<Answer>): Promise<Answer & { readonly problems: readonly string[] }>;
  close(): void;
}

/** A folder for the store of a vote, and what then alters its file. */
export function aFolder(): string {
  return mkdtempSync(join(tmpdir(), 'phieu-altered-'));
}

export async function alteredFile({ service }: VoteService, folder: string): Promise<AlteredFile> {
  await service.deps.store.close();
  const path = join(folder, 'phieu.sqlite');
  return {
    readAfter: async (alter, read) => {
      const copy = aFolder();
      copyFileSync(path, join(copy, 'phieu.sqlite'));
      const file = new Sqlite(join(copy, 'phieu.sqlite'));
      file.pragma('foreign_keys = OFF');
      alter(file);
      file.close();
      const store = sqliteStore(copy);
      const checks = sessionChecks(store, (record) => checkChain(store.sessions, record));
      Object.assign(service.deps.store, store);
      Object.assign(service.deps, { checks });
      try {
        const answer = await read();
        return { ...answer, problems: store.locks.list().map(({ problem }) => problem) };
      } finally {
        await store.close();
        rmSync(copy, { recursive: true });
      }
    },
    close: () => rmSync(folder, { recursive: true }),
  };
}

/** Writes a value into the session's document. */
export function inBody(path: string, value: unknown): Alter {
  return (file) => {
    file.prepare('UPDATE session SET body = json_set(body, ?, json(?))').run(path, JSON.stringify(value));
  };
}

/** The same by somebody who knows how documents are sealed, and seals it. */
export function inSealedBody(path: string, value: unknown): Alter {
  return (file) => {
    inBody(path, value)(file);
    const body = file.prepare('SELECT body FROM session').pluck().get() as string;
    file.prepare('UPDATE session_seal SET body = ?').run(bodyDigest(body));
  };
}

export function run(sql: string): Alter {
  return (file) => {
    file.exec(sql);
  };
}

/** Turns one bit of a blob or text over. */
export function flipped(table: string, column: string, where: string, at: number): Alter {
  return (file) => {
    const kept = file.prepare(`SELECT CAST(${column} AS BLOB) FROM ${table} WHERE ${where}`).pluck().get() as Buffer;
    kept.writeUInt8(kept.readUInt8(at) ^ 1, at);
    file.prepare(`UPDATE ${table} SET ${column} = ? WHERE ${where}`).run(kept);
  };
}
