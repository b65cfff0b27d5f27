import type { Deps } from '../deps.ts';

/** Until then a committee's chain could be cut off with its count, and nothing would tell. */
const everyMilliseconds = 60_000;

interface Log {
  error(entry: object, message: string): void;
}

/** Puts the ends of the committees' chains into the service's chain: at start, every minute, and when the service stops. */
export function startDigestRounds(
  { store, clock }: Pick<Deps, 'store' | 'clock'>,
  log: Log,
): { stop(): Promise<void> } {
  let running: Promise<void> | undefined;
  const round = (): Promise<void> => {
    running ??= store.audit
      .digest(clock().toISOString())
      // The next round tries again.
      .catch((error: unknown) =>
        log.error({ name: error instanceof Error ? error.name : '' }, 'ends of chains not kept'),
      )
      .finally(() => {
        running = undefined;
      });
    return running;
  };
  void round();
  const timer = setInterval(() => void round(), everyMilliseconds);
  timer.unref();
  return {
    stop: async () => {
      clearInterval(timer);
      await running;
      await round();
    },
  };
}
