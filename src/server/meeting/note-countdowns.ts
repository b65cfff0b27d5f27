import { accept, refuse } from '../../domain/ruling.ts';
import { noteCountdown } from '../../domain/session/countdown.ts';
import type { Countdown } from '../../domain/session/session.ts';
import { AlteredSession } from '../store/session-locks.ts';
import type { SessionStore } from '../store/session-store.ts';
import type { RunningCountdowns } from './running-countdowns.ts';

/**
 * Writes down how far the countdowns have come that would come to the end of what is written within this time, so that a
 * service that is started anew takes so much of them as run (docs/decisions/clocks.md).
 */
export async function noteCountdowns(
  sessions: SessionStore,
  running: RunningCountdowns,
  within: number,
): Promise<void> {
  const isDue = ({ milliseconds, notedMilliseconds }: Countdown, left: number) =>
    left > 0 && notedMilliseconds < milliseconds && notedMilliseconds - (milliseconds - left) < within;
  for (const id of running.ids()) {
    const noted = sessions.update(id, { papers: [] }, (state) => {
      const left = running.left(state.session);
      const countdown = running.countdownOf(state.session);
      if (left === null || countdown === null || !isDue(countdown, left)) return refuse('nothing-to-note');
      const session = { ...state.session, countdown: noteCountdown(countdown, left) };
      return accept({ after: { ...state, session } });
    });
    await unlessAltered(noted);
  }
}

/** A session that was altered is locked by itself and told of; the countdowns of others go on. */
export async function unlessAltered(looking: Promise<unknown>): Promise<void> {
  try {
    await looking;
  } catch (error) {
    if (!(error instanceof AlteredSession)) throw error;
  }
}
