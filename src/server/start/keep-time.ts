import type { Deps } from '../deps.ts';
import type { Clock, Monotonic } from '../kit/clock.ts';
import { startCountdownRounds } from '../meeting/countdown-rounds.ts';
import { withCountdowns } from '../meeting/sessions-with-countdowns.ts';
import { clockWatch, startClockRounds } from '../operate/clock-watch.ts';
import { startLeasedRounds } from '../operate/leased-rounds.ts';
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

/** How soon one node counts down what another has begun. */
const takesUpMilliseconds = 5000;

interface Log {
  warn(entry: object, message: string): void;
  error(entry: object, message: string): void;
}

/** What goes on while nobody asks: countdowns, from where they stood on, and a look at the clock. */
export async function startTimeRounds(deps: Deps, log: Log) {
  const { store, countdowns, clockWatch: watch } = deps;
  const [newest] = await store.audit.list({ kind: 'administration' }, { after: null, limit: 1 });
  if (newest !== undefined) watch.compareWith(newest.at);
  await countdowns.resume();
  const countdownRounds = startCountdownRounds(countdowns, log);
  const takingUp = { every: takesUpMilliseconds, failed: 'countdowns of other nodes not taken up' };
  const taken = startLeasedRounds(deps, { name: 'countdowns', ...takingUp, round: () => countdowns.takeUp() }, log);
  const clockRounds = startClockRounds(watch, log);
  return {
    stop: async () => {
      clockRounds.stop();
      await taken.stop();
      await countdownRounds.stop();
    },
  };
}
