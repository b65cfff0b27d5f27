import { type StorageTrouble, storageTrouble } from './storage-trouble.ts';

/** What the log is told of work that goes on by itself and failed: no message, which may hold what nobody may read. */
export function toldFailure(error: unknown): { readonly name: string; readonly trouble?: StorageTrouble } {
  const trouble = storageTrouble(error);
  return { name: error instanceof Error ? error.name : '', ...(trouble && { trouble }) };
}
