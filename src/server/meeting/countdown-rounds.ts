import { toldFailure } from '../store/told-failure.ts';
import type { Countdowns } from './sessions-with-countdowns.ts';

const everyMilliseconds = 1000;

interface Log {
  error(entry: object, message: string): void;
}

/** Ends phone voting on time although nobody asks, and writes down how far countdowns have come. */
export function startCountdownRounds(countdowns: Countdowns, log: Log): { stop(): Promise<void> } {
  let running: Promise<void> | undefined;
  const begin = () => {
    running ??= countdowns
      .round()
      // The next round tries again; until then readers and casts write the end down themselves.
      .catch((error: unknown) => log.error(toldFailure(error), 'countdown not kept'))
      .finally(() => {
        running = undefined;
      });
  };
  const timer = setInterval(begin, everyMilliseconds);
  timer.unref();
  return {
    stop: async () => {
      clearInterval(timer);
      await running;
    },
  };
}
