import type { Connection } from '../../client/api.ts';
import type { BallotPage } from '../../client/sealing.ts';
import { openBallotPage } from '../../client/voter.ts';
import type { SessionId } from '../../domain/session/session.ts';
import { type Poller, poll } from '../shared/fetch/poll.ts';
import { isFinal } from './voting-state.ts';

export interface PageEvents {
  page(page: BallotPage): void;
  /**
   * No answer; the service knows no such ballot (a wrong read key looks the same); or it shows none over plain http,
   * which the chair has not allowed.
   */
  nothing(why: 'unreachable' | 'unknown' | 'plain-http'): void;
}

/**
 * Reads the ballot page now and again: that is how an open page notices opening, the end of phone voting and closing.
 * Phones do not ask in step with one another.
 */
export function watchPage(connection: Connection, sessionId: SessionId, seen: PageEvents): Poller {
  let stopped = false;
  const poller = poll(
    async () => {
      const reply = await openBallotPage(connection, sessionId);
      if (stopped) return undefined;
      if (reply.ok) seen.page(reply.value);
      else seen.nothing(whyNot(reply.refusal));
      return reply.ok ? pauseAfter(reply.value) : undefined;
    },
    { spread: 0.2 },
  );
  return {
    now: poller.now,
    stop: () => {
      stopped = true;
      poller.stop();
    },
  };
}

function whyNot(refusal: string): 'unreachable' | 'unknown' | 'plain-http' {
  if (refusal === 'tls-required') return 'plain-http';
  return refusal === 'not-found' ? 'unknown' : 'unreachable';
}

/** In milliseconds. Before opening people wait for it; while the end is announced every phone must know. */
function pauseAfter(page: BallotPage): number {
  if (isFinal(page)) return 60_000;
  if (page.state === 'open') return page.phoneVotingEndsIn === null ? 10_000 : 5000;
  return 8000;
}
