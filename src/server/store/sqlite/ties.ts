import type { TieStore } from '../tie-store.ts';
import type { Database } from './database.ts';

export function sqliteTies(_database: Database): TieStore {
  return { ofCommittee: async () => undefined };
}
