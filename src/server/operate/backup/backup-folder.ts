import { createHash } from 'node:crypto';
import { createReadStream, existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { z } from 'zod';
import { sessionId } from '../../../domain/session/session.ts';
import type { StorageTrouble } from '../../store/storage-trouble.ts';
import type { DatabaseRefusal } from '../../store/unfit-database.ts';
import type { ProgramFailed } from './postgres-programs.ts';

/** What a backup says of itself, beside its files. */
export const backupManifest = z.object({
  format: z.literal(1),
  /** When the copy was made; everything that was acknowledged before is in it. */
  at: z.iso.datetime(),
  /** Sessions that were altered, and are locked here as they are there. */
  altered: z.array(sessionId),
  /** By path in the backup's folder, SHA-256 in hex. */
  files: z.record(z.string(), z.string().regex(/^[0-9a-f]{64}$/)),
});
export type BackupManifest = z.infer<typeof backupManifest>;

/** Why a backup was not made. */
export type BackupRefusal =
  | 'backup-exists'
  | 'nothing-to-back-up'
  | ProgramFailed['refusal']
  | DatabaseRefusal
  | StorageTrouble;

/** The file of a backup that holds a PostgreSQL database, in the custom format of `pg_dump`. */
export const dumpName = 'phieu.dump';

export const manifestName = 'backup.json';

/** Undefined where the folder has no backup of this service. */
export function readManifest(folder: string): BackupManifest | undefined {
  const path = join(folder, manifestName);
  if (!existsSync(path)) return undefined;
  try {
    return backupManifest.safeParse(JSON.parse(readFileSync(path, 'utf8'))).data;
  } catch (error) {
    if (error instanceof SyntaxError) return undefined;
    throw error;
  }
}

export async function hashOfFile(path: string): Promise<string> {
  const hash = createHash('sha256');
  await pipeline(createReadStream(path), hash);
  return hash.digest('hex');
}
