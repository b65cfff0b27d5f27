import type { Deps } from '../deps.ts';
import type { Clock, Monotonic } from '../kit/clock.ts';
import { startCountdownRounds } from '../meeting/countdown-rounds.ts';
import { withCountdowns } from '../meeting/sessions-with-countdowns.ts';
import { clockWatch, startClockRounds } from '../operate/clock-watch.ts';
import type { Store } from '../store/store.ts';

interface Time {
  readonly clock: Clock;
  readonly monotonic: Monotonic;
}

export const systemTime: Time = { clock: () => new Date(), monotonic: () => performance.now() };

/** The clocks of a service, and its store as everything in it sees it: a session whose countdown has run out is counting. */
export function keepTime(
  store: Store,
  time: Time,
  countdownSeconds: number,
): Pick<Deps, 'store' | 'clock' | 'monotonic' | 'clockWatch' | 'countdowns'> {
  const { store: settled, countdowns } = withCountdowns(store, { ...time, countdownSeconds });
  return { ...time, store: settled, countdowns, clockWatch: clockWatch(time) };
}

interface Log {
  warn(entry: object, message: string): void;
  error(entry: object, message: string): void;
}

/** What goes on while nobody asks: countdowns, from where they stood on, and a look at the clock. */
export async function startTimeRounds({ store, countdowns, clockWatch: watch }: Deps, log: Log) {
  const [newest] = await store.audit.list({ kind: 'administration' }, { after: null, limit: 1 });
  if (newest !== undefined) watch.compareWith(newest.at);
  await countdowns.resume();
  const countdownRounds = startCountdownRounds(countdowns, log);
  const clockRounds = startClockRounds(watch, log);
  return {
    stop: async () => {
      clockRounds.stop();
      await countdownRounds.stop();
    },
  };
}
