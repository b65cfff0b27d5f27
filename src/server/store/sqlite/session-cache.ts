import type { SessionWithPapers } from '../../../domain/session/papers.ts';
import type { SessionId } from '../../../domain/session/session.ts';

/** More sessions than this are hardly held in one hour. */
const kept = 16;

export interface SessionCache {
  get(id: SessionId, version: number): SessionWithPapers | undefined;
  set(id: SessionId, version: number, state: SessionWithPapers): void;
}

/**
 * The sessions last used, as they were committed, so that a ballot need not read a whole session. `version` is
 * SQLite's `data_version`: it changes when anybody else writes to the file, and then nothing here counts any more.
 */
export function sessionCache(): SessionCache {
  const states = new Map<SessionId, SessionWithPapers>();
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
      states.delete(id);
      states.set(id, state);
      const [oldest] = states.keys();
      if (states.size > kept && oldest !== undefined) states.delete(oldest);
    },
  };
}
