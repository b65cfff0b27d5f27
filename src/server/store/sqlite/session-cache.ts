import { LRUCache } from 'lru-cache';
import type { SessionId } from '../../../domain/session/session.ts';

export interface SessionCache<State> {
  get(id: SessionId, version: number): State | undefined;
  set(id: SessionId, version: number, state: State): void;
  drop(id: SessionId): void;
}

/**
 * What was read of the sessions last used, as it was committed, so that nobody need read it anew. `version` is SQLite's
 * `data_version`: it changes when anybody else writes to the file, and then nothing here counts any more.
 * @param kept how many sessions at most
 */
export function sessionCache<State extends object>(kept: number): SessionCache<State> {
  const states = new LRUCache<SessionId, State>({ max: kept });
  let at: number | undefined;
  const expire = (version: number) => {
    if (version !== at) states.clear();
    at = version;
  };
  return {
    get: (id, version) => {
      expire(version);
      return states.get(id);
    },
    set: (id, version, state) => {
      expire(version);
      states.set(id, state);
    },
    drop: (id) => states.delete(id),
  };
}
