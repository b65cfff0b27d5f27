import type { SessionId } from '../../domain/session/session.ts';
import { storageTrouble } from './storage-trouble.ts';

/** A session that is not what the service wrote. `problem` says where, in words for whoever runs the service. */
export interface LockedSession {
  readonly sessionId: SessionId;
  readonly problem: string;
}

/** Thrown by whatever would show or change something altered; every operation answers it with `record-altered`. */
export class AlteredSession extends Error implements LockedSession {
  override readonly name = 'AlteredSession';
  readonly sessionId: SessionId;
  readonly problem: string;

  constructor(sessionId: SessionId, problem: string) {
    super(`session ${sessionId}: ${problem}`);
    this.sessionId = sessionId;
    this.problem = problem;
  }
}

/**
 * The sessions that are locked, each by itself: nothing of them is shown and nothing changed, everything else goes on
 * (promise 4). A lock lasts until the service starts again, on data that was mended or restored.
 */
export interface SessionLocks {
  /** The first problem stays. */
  lock(locked: LockedSession): void;
  /** Tells of something that is altered, without locking: it is refused by itself, and the session can do without. */
  report(found: LockedSession): void;
  problemOf(id: SessionId): string | undefined;
  /** Throws for a session that is locked. */
  require(id: SessionId): void;
  list(): readonly LockedSession[];
  /** Tells of each problem once, of those that are known already at once. */
  tell(listener: (found: LockedSession) => void): void;
}

export function sessionLocks(): SessionLocks {
  const locks = new Map<SessionId, LockedSession>();
  const reported = new Map<string, LockedSession>();
  const listeners: ((found: LockedSession) => void)[] = [];
  const report = (found: LockedSession) => {
    const key = `${found.sessionId} ${found.problem}`;
    if (reported.has(key)) return;
    reported.set(key, found);
    for (const listener of listeners) listener(found);
  };
  return {
    lock: (locked) => {
      if (locks.has(locked.sessionId)) return;
      locks.set(locked.sessionId, locked);
      report(locked);
    },
    report,
    problemOf: (id) => locks.get(id)?.problem,
    require: (id) => {
      const locked = locks.get(id);
      if (locked !== undefined) throw new AlteredSession(id, locked.problem);
    },
    list: () => [...locks.values()],
    tell: (listener) => {
      listeners.push(listener);
      for (const found of reported.values()) listener(found);
    },
  };
}

/** Reads a session, which is locked where it was altered or lies where the file is damaged. */
export function locking<Value>(locks: SessionLocks, id: SessionId, read: () => Value): Value {
  try {
    return read();
  } catch (error) {
    const altered = alteredBy(error, id);
    if (altered === undefined) throw error;
    locks.lock(altered);
    throw altered;
  }
}

/** The same of what is read by and by. */
export async function lockingMeanwhile<Value>(
  locks: SessionLocks,
  id: SessionId,
  read: () => Promise<Value>,
): Promise<Value> {
  try {
    return await read();
  } catch (error) {
    return locking(locks, id, () => {
      throw error;
    });
  }
}

/** What was read, or nothing where the session is locked now: for lists, which go on. */
export function ifUnaltered<Value>(locks: SessionLocks, id: SessionId, read: () => Value): readonly Value[] {
  try {
    return [locking(locks, id, read)];
  } catch (error) {
    if (error instanceof AlteredSession) return [];
    throw error;
  }
}

/** What an error on reading one session says of it; undefined for an error that is about something else. */
export function alteredBy(error: unknown, id: SessionId): AlteredSession | undefined {
  if (error instanceof AlteredSession) return error;
  const isDamaged = storageTrouble(error) === 'database-damaged';
  return isDamaged ? new AlteredSession(id, 'the database is damaged where it lies') : undefined;
}
