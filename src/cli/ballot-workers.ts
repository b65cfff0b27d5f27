import { availableParallelism } from 'node:os';
import type { Piscina } from 'piscina';
import { largestBatch } from '../protocol/ballot/check-ballots.ts';
import type { BallotChecker } from '../protocol/verify/verify-options.ts';
import checkHere from './check-ballots.worker.ts';
import type { BallotsChecked, BallotsToCheck } from './check-ballots-message.ts';

/** Small enough to show progress and to keep all cores busy to the end. */
const ballotsAtOnce = 4;
/**
 * Bytes of ballots that are checked sooner than threads have started and read what they need: a quarter of a second. With
 * hints ballots cost a fifth, and less the more there are of them, up to a batch.
 */
const checkedSooner = { strictly: 600_000, hinted: 2_500_000 };

/** Checks ballots in worker threads on all cores. Close it, or the process stays. */
export interface BallotWorkers {
  readonly checkBallots: BallotChecker;
  close(): Promise<void>;
}

/** Starts no thread before there is a ballot. */
export function ballotWorkers(threads: number = availableParallelism()): BallotWorkers {
  let pool: Promise<Piscina<BallotsToCheck, BallotsChecked>> | undefined;
  const start = () => {
    pool ??= startPool(threads);
    return pool;
  };
  const checkBallots: BallotChecker = async ({ election, credentials, ballots, hints, onChecked }) => {
    let done = 0;
    const setup = { election: election.text, credentials };
    const arrived = ballots.map((content, index) => ({ content, hint: hints[index] }));
    const bytes = ballots.reduce((sum, { length }) => sum + length, 0);
    if (bytes <= (hints.length > 0 ? checkedSooner.hinted : checkedSooner.strictly)) {
      const refusals = checkHere({ ...setup, ballots: arrived });
      onChecked(ballots.length);
      return refusals;
    }
    const parts = partsOf(arrived, hints.length > 0 ? batchLength(ballots.length, threads) : ballotsAtOnce);
    const checked = await Promise.all(
      parts.map(async (part) => {
        const refusals = await (await start()).run({ ...setup, ballots: part.map(copied) });
        done += part.length;
        onChecked(done);
        return refusals;
      }),
    );
    return checked.flat();
  };
  return { checkBallots, close: async () => (await pool)?.close() };
}

async function startPool(threads: number): Promise<Piscina<BallotsToCheck, BallotsChecked>> {
  const { Piscina: Pool } = await import('piscina');
  const filename = new URL('./check-ballots.worker.ts', import.meta.url).href;
  return new Pool({ filename, minThreads: threads, maxThreads: threads });
}

/** As large as batches get, but at least two for each thread. */
function batchLength(ballots: number, threads: number): number {
  return Math.min(largestBatch, Math.ceil(ballots / (2 * threads)));
}

function partsOf<Item>(items: readonly Item[], length: number): Item[][] {
  return Array.from({ length: Math.ceil(items.length / length) }, (_, part) =>
    items.slice(part * length, (part + 1) * length),
  );
}

/** A ballot and its hint are views of whole files: sent as they are, the files would go along each time. */
function copied({ content, hint }: { readonly content: Uint8Array; readonly hint?: Uint8Array | undefined }) {
  return { content: content.slice(), hint: hint?.slice() };
}
