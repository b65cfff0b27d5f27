import { eq, sql } from 'drizzle-orm';
import { LRUCache } from 'lru-cache';
import { rosterRevisionTable } from './committees-schema.ts';
import type { Database } from './connection.ts';
import { prepared } from './prepared.ts';
import { sessionRevisionTable } from './seals-schema.ts';

const ofSession = prepared((database) =>
  database
    .select({ number: sessionRevisionTable.number })
    .from(sessionRevisionTable)
    .where(eq(sessionRevisionTable.sessionId, sql.placeholder('id')))
    .prepare(),
);

/** Of all that is kept of a session; undefined where there is none. */
export function sessionRevision(database: Database, id: string): number | undefined {
  return ofSession(database).get({ id })?.number;
}

const ofRoster = prepared((database) => database.select().from(rosterRevisionTable).prepare());

/** Of committees, people, seats and terms: every step that keeps one counts (`countRosterChange`). */
export function rosterRevision(database: Database): number {
  return ofRoster(database).get()?.number ?? 0;
}

/** What was read, as long as what it was read of has the same revision. */
export interface KeptByRevision<Key, Value> {
  get(key: Key, revision: number | undefined): Value | undefined;
  /** Without a revision nothing is kept. */
  set(key: Key, revision: number | undefined, value: Value): void;
}

/** @param most how many are kept */
export function keptByRevision<Key extends string, Value extends object>(most: number): KeptByRevision<Key, Value> {
  const kept = new LRUCache<Key, { readonly revision: number; readonly value: Value }>({ max: most });
  return {
    get: (key, revision) => {
      const found = kept.get(key);
      return found?.revision === revision ? found?.value : undefined;
    },
    set: (key, revision, value) => {
      if (revision !== undefined) kept.set(key, { revision, value });
    },
  };
}
