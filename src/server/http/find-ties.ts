import type { Deps } from '../deps.ts';
import { localDay } from '../kit/local-time.ts';
import type { FindTies } from './gate.ts';

/** How the gate learns what an address's committee or session is to a caller: from the store, at today's date. */
export function findTies({ store, clock }: Deps): FindTies {
  return async ({ committeeId, sessionId, readKey }, principal) => {
    const question = { personId: principal?.personId ?? null, today: localDay(clock()) };
    if (sessionId !== undefined) {
      return store.ties.ofSession(sessionId, { ...question, ...(readKey === undefined ? {} : { readKey }) });
    }
    return committeeId === undefined ? undefined : store.ties.ofCommittee(committeeId, question);
  };
}
