import { ledgerOf } from '../../domain/session/counting.ts';
import type { SessionWithPapers } from '../../domain/session/papers.ts';
import { type Instant, type SessionId, type SessionState, stateAt } from '../../domain/session/session.ts';
import type { Deps } from '../deps.ts';

/** How many have voted; never how (design §3.3). */
export interface Turnout {
  readonly state: SessionState;
  readonly at: Instant;
  readonly summoned: number;
  readonly present: number;
  readonly issued: number;
  readonly collected: number;
  readonly channels: { readonly phone: number; readonly sheet: number } | null;
}

const renewedAfterMilliseconds = 15_000;
/** A channel with fewer ballots would show who used it. */
const fewest = 5;

/**
 * Turnout of the sessions of one service, renewed every 15 seconds, so that nobody who watches both screen and hall
 * sees whose ballot has just come in. A change of the session's state renews it at once.
 */
export function turnoutReader({ store, clock }: Deps): (id: SessionId) => Promise<Turnout | undefined> {
  const shown = new Map<SessionId, Turnout>();
  return async (id) => {
    const now = clock();
    const last = shown.get(id);
    const session = await store.sessions.find(id);
    if (session === undefined) return undefined;
    const fresh = last !== undefined && now.getTime() - Date.parse(last.at) < renewedAfterMilliseconds;
    if (fresh && last.state === stateAt(session, now)) return last;
    const state = await store.sessions.findWithPapers(id);
    if (state === undefined) return undefined;
    const turnout = countTurnout(state, now);
    shown.set(id, turnout);
    return turnout;
  };
}

function countTurnout(state: SessionWithPapers, now: Date): Turnout {
  const { session, papers } = state;
  const { present, issued, collected } = ledgerOf(state);
  const voted = [...papers.values()];
  const phone = voted.filter(({ votedBy }) => votedBy === 'phone').length;
  const sheet = voted.filter(({ votedBy }) => votedBy === 'sheet').length;
  return {
    ...{ state: stateAt(session, now), at: now.toISOString(), summoned: session.roll.length },
    ...{ present, issued, collected, channels: Math.min(phone, sheet) < fewest ? null : { phone, sheet } },
  };
}
