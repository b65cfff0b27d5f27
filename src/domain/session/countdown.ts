import { accept, type Ruling, refuse } from '../ruling.ts';
import type { Countdown, Session } from './session.ts';

/**
 * So much of a countdown is written down ahead of its running (docs/decisions/clocks.md): a service that is stopped and
 * started comes to the end sooner by at most this, and one that is killed again and again comes to it all the same.
 */
export const notedAheadMilliseconds = 5000;

/** Ends phone voting after a countdown that every open page shows. */
export function decideEndPhoneVoting(
  session: Session,
  now: Date,
  countdownSeconds: number,
  decisionId: string,
): Ruling<Session, 'session-not-open'> {
  if (session.state !== 'open' || session.phoneVotingEndsAt !== null) return refuse('session-not-open');
  return accept(countingDown(session, now, countdownSeconds, decisionId));
}

/** Lets the countdown begin anew: where a machine stood still or its clock jumped, voters get their time once more. */
export function decideRestartCountdown(
  session: Session,
  now: Date,
  countdownSeconds: number,
  decisionId: string,
): Ruling<Session, 'countdown-not-running'> {
  if (!isCountingDown(session)) return refuse('countdown-not-running');
  return accept(countingDown(session, now, countdownSeconds, decisionId));
}

/** Ends phone voting although its countdown has not run out. */
export function decideEndCountdown(session: Session, now: Date): Ruling<Session, 'countdown-not-running'> {
  return isCountingDown(session) ? accept(phoneVotingEnded(session, now)) : refuse('countdown-not-running');
}

export function isCountingDown({ state, phoneVotingEndsAt }: Session): boolean {
  return state === 'open' && phoneVotingEndsAt !== null;
}

/** The session once its countdown has run out: written down once, and undone by no clock. */
export function phoneVotingEnded(session: Session, now: Date): Session {
  const decisions = session.decisions.map((decision) =>
    decision.status === 'proposed' && endings.has(decision.action.kind)
      ? { ...decision, status: 'overtaken' as const }
      : decision,
  );
  return { ...session, state: 'counting', phoneVotingEndsAt: now.toISOString(), countdown: null, decisions };
}

const endings: ReadonlySet<string> = new Set(['end-phone-voting', 'restart-countdown', 'end-countdown']);

/** How much of a countdown a service that starts now takes as run. */
export function noteCountdown(countdown: Countdown, leftMilliseconds: number): Countdown {
  const { milliseconds } = countdown;
  const notedMilliseconds = Math.min(milliseconds, milliseconds - leftMilliseconds + notedAheadMilliseconds);
  return { ...countdown, notedMilliseconds };
}

function countingDown(session: Session, now: Date, seconds: number, decisionId: string): Session {
  if (seconds === 0) return phoneVotingEnded(session, now);
  const milliseconds = seconds * 1000;
  const countdown = noteCountdown({ id: decisionId, milliseconds, notedMilliseconds: 0 }, milliseconds);
  return { ...session, phoneVotingEndsAt: new Date(now.getTime() + milliseconds).toISOString(), countdown };
}
