import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { storageTrouble } from '../../store/storage-trouble.ts';
import { failureNotes } from './failure-notes.ts';

/** Why the last backup was not made, and when that was. */
const lastFailure = z.object({
  at: z.iso.datetime(),
  code: z.enum(Object.keys(failureNotes) as [keyof typeof failureNotes]),
});
export type LastFailure = z.infer<typeof lastFailure>;

const fileName = 'backup-failure.json';

/** Null where the last backup was made, or nobody knows. */
export function readFailure(folder: string): LastFailure | null {
  const path = join(folder, fileName);
  if (!existsSync(path)) return null;
  try {
    return lastFailure.safeParse(JSON.parse(readFileSync(path, 'utf8'))).data ?? null;
  } catch (error) {
    if (error instanceof SyntaxError) return null;
    throw error;
  }
}

/**
 * Keeps it in the data folder, so that it is known after a restart: not beside the backups, whose disk may be what failed.
 * False where this disk does not take it either.
 */
export function keepFailure(folder: string, failure: LastFailure | null): boolean {
  const path = join(folder, fileName);
  try {
    if (failure === null) rmSync(path, { force: true });
    else writeFileSync(path, JSON.stringify(failure), { mode: 0o600 });
    return true;
  } catch (error) {
    if (storageTrouble(error) === undefined) throw error;
    return false;
  }
}
