import type { BallotChecker } from '../../../protocol/verify/verify-options.ts';
import type { CheckLine } from './check-message.ts';
import { checkOverLines } from './check-over-lines.ts';
import { startWorker } from './start-worker.ts';

/** Workers that check ballots on all cores. Close them when the work is done. */
export interface BallotCheckers {
  readonly checkBallots: BallotChecker;
  /** One for each worker, to be transferred to a worker that verifies: there `checkOverLines(ports)` is the checker. */
  lines(): MessagePort[];
  /** Rejects when a worker breaks down, or with an `AbortError` when the work is given up; `checkBallots` then too. */
  readonly broken: Promise<never>;
  close(): void;
}

export interface BallotCheckerOptions {
  /** Default: one for each core. */
  readonly threads?: number;
  /** Ends the workers, whatever they are doing. */
  readonly signal?: AbortSignal;
  readonly start?: () => Worker;
}

/**
 * Starts the workers. Let a worker of your own verify, over `lines()`, rather than the page: whoever verifies reads
 * every ballot once more for the tally, which takes a page, without WebAssembly, too long.
 */
export function createBallotCheckers({
  threads = navigator.hardwareConcurrency || 2,
  signal,
  start = startWorker,
}: BallotCheckerOptions = {}): BallotCheckers {
  const workers = Array.from({ length: threads }, start);
  const close = () => {
    for (const worker of workers) worker.terminate();
  };
  const broken = new Promise<never>((_, reject) => {
    for (const worker of workers) {
      worker.addEventListener('error', ({ message }) => reject(new Error(`a worker broke down: ${message}`)));
    }
    const giveUp = () => reject(new DOMException('given up', 'AbortError'));
    signal?.addEventListener('abort', giveUp);
    if (signal?.aborted) giveUp();
  });
  broken.catch(close);
  const check = checkOverLines(workers);
  return { checkBallots: (job) => Promise.race([check(job), broken]), lines: () => workers.map(lineTo), broken, close };
}

function lineTo(worker: Worker): MessagePort {
  const { port1, port2 } = new MessageChannel();
  const message: CheckLine = { kind: 'line', port: port1 };
  worker.postMessage(message, [port1]);
  return port2;
}
