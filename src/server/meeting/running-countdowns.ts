import { isCountingDown } from '../../domain/session/countdown.ts';
import type { Countdown, Session, SessionId } from '../../domain/session/session.ts';
import type { Clock, Monotonic } from '../kit/clock.ts';

/** The countdowns that this process counts, on its monotonic clock: a wall clock that is set moves none of them. */
export interface RunningCountdowns {
  ids(): readonly SessionId[];
  /** What is left of the session's countdown, which is taken up where it stands in the store; null while none runs. */
  left(session: Session): number | null;
  /** The same by id, of what was seen last. */
  leftOf(id: SessionId): number | null;
  /** A step of this process leads from one to the other: a countdown that begins in it has all its time. */
  begin(before: Session, after: Session): void;
  countdownOf(session: Session): Countdown | null;
}

interface Running {
  readonly id: string;
  /** On the monotonic clock. */
  readonly ends: number;
}

export function runningCountdowns({
  clock,
  monotonic,
  countdownSeconds,
}: {
  readonly clock: Clock;
  readonly monotonic: Monotonic;
  readonly countdownSeconds: number;
}): RunningCountdowns {
  const running = new Map<SessionId, Running>();
  const leftOf = (id: SessionId) => {
    const one = running.get(id);
    return one === undefined ? null : Math.max(0, Math.ceil(one.ends - monotonic()));
  };
  const countdownOf = (session: Session): Countdown | null => {
    if (!isCountingDown(session)) return null;
    return session.countdown ?? countdownByClock(session, clock(), countdownSeconds);
  };
  return {
    ids: () => [...running.keys()],
    leftOf,
    countdownOf,
    left: (session) => {
      const countdown = countdownOf(session);
      if (countdown === null) {
        running.delete(session.id);
        return null;
      }
      if (running.get(session.id)?.id !== countdown.id) {
        const ends = monotonic() + countdown.milliseconds - countdown.notedMilliseconds;
        running.set(session.id, { id: countdown.id, ends });
      }
      return leftOf(session.id);
    },
    begin: (before, after) => {
      const countdown = after.countdown ?? null;
      if (countdown === null || !isCountingDown(after) || before.countdown?.id === countdown.id) return;
      running.set(after.id, { id: countdown.id, ends: monotonic() + countdown.milliseconds });
    },
  };
}

/**
 * A countdown that an earlier release left running knows the instant of its end alone: what is left by the clock, and
 * never more than a whole countdown, so that a clock that was put back keeps no box open.
 */
function countdownByClock({ phoneVotingEndsAt }: Session, now: Date, countdownSeconds: number): Countdown {
  const left = Date.parse(phoneVotingEndsAt ?? '') - now.getTime();
  const milliseconds = Math.min(Math.max(0, left), countdownSeconds * 1000);
  return { id: `until ${phoneVotingEndsAt}`, milliseconds, notedMilliseconds: 0 };
}
