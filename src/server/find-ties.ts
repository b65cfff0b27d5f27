import type { Deps } from './deps.ts';
import type { FindTies } from './http/gate.ts';

/** How the gate learns what an address's committee or session is to a caller: from the store, at today's date. */
export function findTies({ store, clock }: Deps): FindTies {
  return async ({ committeeId }, principal) => {
    const today = clock().toISOString().slice(0, 10);
    if (committeeId !== undefined) return store.ties.ofCommittee(committeeId, principal?.personId ?? null, today);
    return undefined;
  };
}
