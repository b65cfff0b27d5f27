import { availableParallelism } from 'node:os';
import { Piscina } from 'piscina';
import type { BallotChecker } from '../protocol/verify/verify-options.ts';
import checkHere from './check-ballots.worker.ts';
import type { BallotsChecked, BallotsToCheck } from './check-ballots-message.ts';

/** Small enough to show progress and to keep all cores busy to the end. */
const ballotsAtOnce = 4;

/** Checks ballots in worker threads on all cores. Close it, or the process stays. */
export interface BallotWorkers {
  readonly checkBallots: BallotChecker;
  close(): Promise<void>;
}

/** Starts no thread before there is a ballot. */
export function ballotWorkers(threads: number = availableParallelism()): BallotWorkers {
  let pool: Piscina<BallotsToCheck, BallotsChecked> | undefined;
  const start = () => {
    pool ??= new Piscina({
      filename: new URL('./check-ballots.worker.ts', import.meta.url).href,
      minThreads: threads,
      maxThreads: threads,
    });
    return pool;
  };
  const checkBallots: BallotChecker = async ({ election, credentials, ballots, onChecked }) => {
    let done = 0;
    const setup = { election: election.text, credentials };
    // They are checked before a thread has started.
    if (ballots.length <= ballotsAtOnce) {
      const refusals = checkHere({ ...setup, ballots });
      onChecked(ballots.length);
      return refusals;
    }
    const parts = Array.from({ length: Math.ceil(ballots.length / ballotsAtOnce) }, (_, part) =>
      ballots.slice(part * ballotsAtOnce, (part + 1) * ballotsAtOnce),
    );
    const checked = await Promise.all(
      parts.map(async (part) => {
        const refusals = await start().run({ ...setup, ballots: part });
        done += part.length;
        onChecked(done);
        return refusals;
      }),
    );
    return checked.flat();
  };
  return { checkBallots, close: async () => pool?.close() };
}
