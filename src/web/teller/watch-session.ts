import type { SessionState } from '../../domain/session/session.ts';
import { type Poller, poll } from '../shared/fetch/poll.ts';

/** Milliseconds from one look to the next. */
function pauseIn(state: SessionState): number {
  switch (state) {
    case 'issued':
    case 'closed':
      return 3000;
    case 'open':
    case 'counting':
      return 8000;
    default:
      return 20_000;
  }
}

/**
 * Looks at the service now and again, also while the teller works at the desk beside this page: what the page does by
 * itself goes on.
 * @param look gives the session's state; undefined where it could not be seen
 */
export function watchSession(look: () => Promise<SessionState | undefined>): Poller {
  return poll(
    async () => {
      const state = await look();
      return state && pauseIn(state);
    },
    { whileHidden: true },
  );
}
