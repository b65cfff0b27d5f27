import type { z } from 'zod';
import type { turnoutView } from '../../contract/box.ts';
import type { Feed } from '../../contract/operation.ts';
import { ledgerOf } from '../../domain/session/counting.ts';
import { attendanceOf } from '../../domain/session/opening.ts';
import type { SessionWithPapers } from '../../domain/session/papers.ts';
import { type Session, type SessionId, stateAt } from '../../domain/session/session.ts';
import type { Deps } from '../deps.ts';
import { type RecordHead, readHead } from '../record/record-head.ts';

type Shown = z.infer<typeof turnoutView>;
/** As it was counted. */
type Turnout = Omit<Shown, 'now'>;

type ReadTurnout = (id: SessionId) => Promise<Turnout | undefined>;

const renewedAfterMilliseconds = 15_000;
/** How soon those who watch learn of a change of the state. */
const looksEveryMilliseconds = 1000;
/** A channel with fewer ballots would show who used it. */
const fewest = 5;

/**
 * Turnout of the sessions of one service, renewed every 15 seconds, so that nobody who watches both screen and hall
 * sees whose ballot has just come in. A change of the session's state, and the end of phone voting being set, renews
 * it at once.
 */
export function turnoutReader(deps: Deps): ReadTurnout {
  const { store, clock } = deps;
  const shown = new Map<SessionId, Turnout>();
  return async (id) => {
    const now = clock();
    const last = shown.get(id);
    const session = await store.sessions.find(id);
    if (session === undefined) return undefined;
    const fresh = last !== undefined && now.getTime() - Date.parse(last.at) < renewedAfterMilliseconds;
    if (fresh && saysSame(last, session, now)) return last;
    const state = await store.sessions.findWithPapers(id);
    if (state === undefined) return undefined;
    const turnout = countTurnout(state, (await readHead(deps, id)) ?? null, now);
    shown.set(id, turnout);
    return turnout;
  };
}

function saysSame(last: Turnout, session: Session, now: Date): boolean {
  return last.state === stateAt(session, now) && last.phoneVotingEndsAt === session.phoneVotingEndsAt;
}

function countTurnout(state: SessionWithPapers, head: RecordHead | null, now: Date): Turnout {
  const { session, papers } = state;
  const { issued, collected } = ledgerOf(state);
  const voted = [...papers.values()];
  const phone = voted.filter(({ votedBy }) => votedBy === 'phone').length;
  const sheet = voted.filter(({ votedBy }) => votedBy === 'sheet').length;
  return {
    ...{ state: stateAt(session, now), at: now.toISOString(), ...attendanceOf(session) },
    ...{ issued, collected, channels: Math.min(phone, sheet) < fewest ? null : { phone, sheet } },
    ...{ phoneVotingEndsAt: session.phoneVotingEndsAt, head },
  };
}

/** As it is sent. */
export function shownAt(turnout: Turnout, now: Date): Shown {
  return { ...turnout, now: now.toISOString() };
}

/** The turnout as it is renewed, for one who watches. What is read here is what anybody else reads at that moment. */
export function turnoutFeed(read: ReadTurnout, { clock }: Pick<Deps, 'clock'>, id: SessionId): Feed<Shown> {
  return {
    watch: (tell, fail) => {
      let last: Turnout | undefined;
      let stopped = false;
      const look = async () => {
        const turnout = await read(id);
        if (stopped) return;
        if (turnout !== undefined && turnout !== last) tell(shownAt(turnout, clock()));
        last = turnout;
        timer = setTimeout(lookAgain, looksEveryMilliseconds);
      };
      const lookAgain = () => {
        look().catch((error: Error) => {
          if (!stopped) fail(error);
        });
      };
      let timer: NodeJS.Timeout | undefined;
      lookAgain();
      return () => {
        stopped = true;
        clearTimeout(timer);
      };
    },
  };
}
