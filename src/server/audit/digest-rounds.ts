import type { Deps } from '../deps.ts';
import { startLeasedRounds } from '../operate/leased-rounds.ts';
import { toldFailure } from '../store/told-failure.ts';

/** Until then a committee's chain could be cut off with its count, and nothing would tell. */
const everyMilliseconds = 60_000;

interface Log {
  error(entry: object, message: string): void;
}

/** Puts the ends of the committees' chains into the service's chain: at start and every minute, from one node, and when a node stops. */
export function startDigestRounds(
  deps: Pick<Deps, 'store' | 'clock' | 'monotonic' | 'node'>,
  log: Log,
): { stop(): Promise<void> } {
  const failed = 'ends of chains not kept';
  const round = () => deps.store.audit.digest(deps.clock().toISOString());
  const rounds = startLeasedRounds(deps, { name: 'digests', every: everyMilliseconds, failed, round }, log);
  return {
    stop: async () => {
      await rounds.stop();
      await round().catch((error: unknown) => log.error(toldFailure(error), failed));
    },
  };
}
