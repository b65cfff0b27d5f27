import type { SessionState } from '../../domain/session/session.ts';
import { oneAtATime } from './teller-context.ts';

export interface SessionWatch {
  /** Looks at once, or waits for the look under way. */
  now(): Promise<void>;
  stop(): void;
}

/** Milliseconds from one look to the next. */
function pauseIn(state: SessionState | undefined): number {
  switch (state) {
    case 'issued':
    case 'closed':
      return 3000;
    case 'open':
    case 'counting':
      return 8000;
    case undefined:
      return 4000;
    default:
      return 20_000;
  }
}

/**
 * Looks at the service now and again, and at once when the page comes to the front or the network is back.
 * @param look gives the session's state; undefined where it could not be seen
 */
export function watchSession(look: () => Promise<SessionState | undefined>): SessionWatch {
  let timer: ReturnType<typeof setTimeout> | undefined;
  let stopped = false;
  const now = oneAtATime(async () => {
    clearTimeout(timer);
    const state = await look();
    if (!stopped) timer = setTimeout(lookAgain, pauseIn(state));
  });
  const lookAgain = () => void now();
  const whenSeen = () => {
    if (document.visibilityState === 'visible') lookAgain();
  };
  document.addEventListener('visibilitychange', whenSeen);
  window.addEventListener('online', lookAgain);
  return {
    now,
    stop: () => {
      stopped = true;
      clearTimeout(timer);
      document.removeEventListener('visibilitychange', whenSeen);
      window.removeEventListener('online', lookAgain);
    },
  };
}
