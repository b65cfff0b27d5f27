import type { Connection } from '../../client/api.ts';
import type { BallotPage } from '../../client/sealing.ts';
import { openBallotPage } from '../../client/voter.ts';
import type { SessionId } from '../../domain/session/session.ts';
import { isOver } from './voting-state.ts';

/** How a page is to wait: tests and kiosks stop it. */
export interface Watching {
  /** Looks again now. */
  now(): void;
  stop(): void;
}

export interface Seen {
  page(page: BallotPage): void;
  /**
   * No answer; the service knows no such ballot (a wrong read key looks the same); or it shows none over plain http,
   * which the chair has not allowed.
   */
  nothing(why: 'unreachable' | 'unknown' | 'plain'): void;
}

/**
 * Reads the ballot page now and again: that is how an open page notices opening, the end of phone voting and closing.
 * Phones do not ask in step with one another.
 */
export function watchPage(connection: Connection, sessionId: SessionId, seen: Seen): Watching {
  let timer: ReturnType<typeof setTimeout> | undefined;
  let stopped = false;
  let asking = false;
  const look = async () => {
    if (asking || stopped) return;
    asking = true;
    clearTimeout(timer);
    const reply = await openBallotPage(connection, sessionId);
    asking = false;
    if (stopped) return;
    if (reply.ok) seen.page(reply.value);
    else seen.nothing(whyNot(reply.refusal));
    timer = setTimeout(lookAgain, pauseAfter(reply.ok ? reply.value : undefined) * (0.8 + 0.4 * Math.random()));
  };
  const lookAgain = () => void look();
  const whenSeen = () => {
    if (document.visibilityState === 'visible') lookAgain();
  };
  document.addEventListener('visibilitychange', whenSeen);
  window.addEventListener('online', lookAgain);
  lookAgain();
  return {
    now: lookAgain,
    stop: () => {
      stopped = true;
      clearTimeout(timer);
      document.removeEventListener('visibilitychange', whenSeen);
      window.removeEventListener('online', lookAgain);
    },
  };
}

function whyNot(refusal: string): 'unreachable' | 'unknown' | 'plain' {
  if (refusal === 'tls-required') return 'plain';
  return refusal === 'not-found' ? 'unknown' : 'unreachable';
}

/** In milliseconds. Before opening people wait for it; while the end is announced every phone must know. */
function pauseAfter(page: BallotPage | undefined): number {
  if (page === undefined) return 4000;
  if (isOver(page)) return 60_000;
  if (page.state === 'open') return page.phoneVotingEndsIn === null ? 10_000 : 5000;
  return 8000;
}
