import { LRUCache } from 'lru-cache';

/** What was read, as long as what it was read of has the same revision. */
export interface KeptByRevision<Key, Value> {
  get(key: Key, revision: number | string | undefined): Value | undefined;
  /** Without a revision nothing is kept. */
  set(key: Key, revision: number | string | undefined, value: Value): void;
}

/** @param most how many are kept */
export function keptByRevision<Key extends string, Value extends object>(most: number): KeptByRevision<Key, Value> {
  const kept = new LRUCache<Key, { readonly revision: number | string; readonly value: Value }>({ max: most });
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
