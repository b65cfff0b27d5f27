import { accept, refuse } from '../../domain/ruling.ts';
import { phoneVotingEnded } from '../../domain/session/countdown.ts';
import type { SessionWithPapers } from '../../domain/session/papers.ts';
import type { Session, SessionId } from '../../domain/session/session.ts';
import type { Clock, Monotonic } from '../kit/clock.ts';
import type { SessionStore } from '../store/session-store.ts';
import { type Store, withParts } from '../store/store.ts';
import { noteCountdowns, unlessAltered } from './note-countdowns.ts';
import { type RunningCountdowns, runningCountdowns } from './running-countdowns.ts';

/** A countdown that is written down only so far is written down further. */
const noteWhenLeftMilliseconds = 2000;

export interface Countdowns {
  /** Milliseconds until phone voting of this session ends; null where no countdown is known to run. */
  left(id: SessionId): number | null;
  /** Takes up what ran when the service was stopped. */
  resume(): Promise<void>;
  /** Takes up what another node has begun and may not live to end. */
  takeUp(): Promise<void>;
  /** Writes down every end that was reached, and how far the others have come. */
  round(): Promise<void>;
}

interface Time {
  readonly clock: Clock;
  readonly monotonic: Monotonic;
  readonly countdownSeconds: number;
}

/**
 * The sessions as everybody in the service reads them: whoever comes first after a countdown has run out, a reader, a
 * cast or the timer, writes down that phone voting has ended (docs/decisions/clocks.md). No decision sees an open
 * session past that moment, and no clock opens it again.
 */
export function withCountdowns(store: Store, time: Time): { readonly store: Store; readonly countdowns: Countdowns } {
  const running = runningCountdowns(time);
  const { sessions } = store;
  const settled = withParts(store, (noting) => ({
    sessions: settlingSessions(noting.sessions, sessions, running, time.clock),
  }));
  const settling = settled.sessions;
  const countdowns: Countdowns = {
    left: running.leftOf,
    resume: async () => {
      const open = (await sessions.all()).filter(({ state }) => state === 'open');
      for (const { id } of open) await unlessAltered(settling.find(id));
      await noteCountdowns(sessions, running, Number.POSITIVE_INFINITY);
    },
    takeUp: async () => {
      for (const id of await store.countdowns.running()) await unlessAltered(settling.find(id));
    },
    round: async () => {
      for (const id of running.ids()) await unlessAltered(settling.find(id));
      await noteCountdowns(sessions, running, noteWhenLeftMilliseconds);
    },
  };
  return { store: settled, countdowns };
}

/** @param apart notes nothing: that phone voting has ended is not what a call is about */
function settlingSessions(
  sessions: SessionStore,
  apart: SessionStore,
  running: RunningCountdowns,
  clock: Clock,
): SessionStore {
  const isOver = (session: Session) => running.left(session) === 0;
  const writeDown = (id: SessionId) =>
    apart.update(id, { papers: [] }, (state) =>
      isOver(state.session)
        ? accept({ after: { ...state, session: phoneVotingEnded(state.session, clock()) } })
        : refuse('nothing-ends'),
    );
  const settled = (state: SessionWithPapers) =>
    isOver(state.session) ? { ...state, session: phoneVotingEnded(state.session, clock()) } : state;
  const find = async (id: SessionId) => {
    const found = await sessions.find(id);
    if (found === undefined || !isOver(found)) return found;
    await writeDown(id);
    return sessions.find(id);
  };
  return {
    ...sessions,
    find,
    findWithPapers: async (id) => {
      const found = await sessions.findWithPapers(id);
      if (found === undefined || !isOver(found.session)) return found;
      await writeDown(id);
      return sessions.findWithPapers(id);
    },
    list: async (filter) => {
      const found = await sessions.list(filter);
      const settled = await Promise.all(found.map((session) => (isOver(session) ? find(session.id) : session)));
      return settled.flatMap((session) => session ?? []);
    },
    look: async (id, load, decide) => {
      let over = false;
      const found = await sessions.look(id, load, (state, seen) => {
        const now = settled(state);
        over = now !== state;
        return decide(now, seen);
      });
      if (over) await writeDown(id);
      return found;
    },
    update: async (id, load, decide) => {
      let over = false;
      const step = await sessions.update(id, load, (state, seen) => {
        const now = settled(state);
        over = now !== state;
        const decided = decide(now, seen);
        if (decided.ok) running.begin(state.session, decided.value.after.session);
        return decided;
      });
      if (over && !step.ok) await writeDown(id);
      return step;
    },
  };
}
