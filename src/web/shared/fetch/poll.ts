/** Looks at the service again and again. */
export interface Poller {
  /** Looks at once, or waits for the look under way. */
  now(): Promise<void>;
  stop(): void;
}

interface Polling {
  /** Milliseconds until the first look; 0: at once. */
  readonly first?: number;
  /** By what part pauses differ, so that many phones do not ask in step. */
  readonly spread?: number;
  /** Goes on while nobody sees the page: for what a page does by itself. */
  readonly whileHidden?: boolean;
}

const afterFailure = 4000;
const maxPause = 30_000;

/**
 * Looks, pauses, looks again: one look at a time, none while the page is hidden, one at once when it is seen again or
 * the network is back. Pauses grow while nothing can be seen.
 * @param look gives the milliseconds until the next look; undefined where nothing could be seen
 */
export function poll(
  look: () => Promise<number | undefined>,
  { first = 0, spread = 0, whileHidden = false }: Polling = {},
): Poller {
  let timer: ReturnType<typeof setTimeout> | undefined;
  let running: Promise<void> | undefined;
  let stopped = false;
  let failures = 0;
  const next = (milliseconds: number) => {
    clearTimeout(timer);
    if (!stopped) timer = setTimeout(whenSeen, milliseconds * (1 - spread + 2 * spread * Math.random()));
  };
  const run = async () => {
    let pause: number | undefined;
    try {
      pause = await look();
    } finally {
      running = undefined;
      failures = pause === undefined ? failures + 1 : 0;
      next(pause ?? Math.min(afterFailure * 2 ** (failures - 1), maxPause));
    }
  };
  const now = (): Promise<void> => {
    if (stopped) return Promise.resolve();
    clearTimeout(timer);
    running ??= run();
    return running;
  };
  const whenSeen = () => {
    if (whileHidden || document.visibilityState === 'visible') void now();
  };
  document.addEventListener('visibilitychange', whenSeen);
  window.addEventListener('online', whenSeen);
  if (first === 0) void now();
  else next(first);
  return {
    now,
    stop: () => {
      stopped = true;
      clearTimeout(timer);
      document.removeEventListener('visibilitychange', whenSeen);
      window.removeEventListener('online', whenSeen);
    },
  };
}
