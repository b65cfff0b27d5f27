import { destroyLeftKeys } from '../store/link-keys.ts';
import type { Store } from '../store/store.ts';
import { toldFailure } from '../store/told-failure.ts';

/** A key is destroyed by whoever closes its session; this is for one who was killed between, or a disk that refused. */
const everyMilliseconds = 600_000;

interface Log {
  warn(entry: object, message: string): void;
  error(entry: object, message: string): void;
}

/**
 * Destroys the keys of links that are left of sessions whose box is shut: before anybody is served, and every ten minutes,
 * since another node may have been killed.
 */
export async function startLinkKeyRounds(
  { sessions, linkKeys }: Pick<Store, 'sessions' | 'linkKeys'>,
  log: Log,
): Promise<{ stop(): Promise<void> }> {
  const round = async () => {
    try {
      if (linkKeys.list().length === 0) return;
      const left = destroyLeftKeys(linkKeys, await sessions.all());
      if (left.length > 0) log.warn({ sessions: left }, 'keys of links were left of closed sessions; destroyed now');
    } catch (error) {
      log.error(toldFailure(error), 'keys of links of closed sessions cannot be destroyed; tried again in ten minutes');
    }
  };
  let running = round();
  await running;
  const timer = setInterval(() => {
    running = running.then(round);
  }, everyMilliseconds);
  timer.unref();
  return {
    stop: async () => {
      clearInterval(timer);
      await running;
    },
  };
}
