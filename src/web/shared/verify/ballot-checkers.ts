import { openLine } from '../workers/worker-line.ts';
import type { CheckPrograms } from './check-message.ts';
import { startWorker } from './start-worker.ts';

/**
 * Workers that check ballots on all cores, for a worker that verifies: whoever verifies reads every ballot once more for
 * the tally, which takes a page, without WebAssembly, too long. Close them when the work is done.
 */
export interface BallotCheckers {
  /** One for each worker, to be transferred: where they come to, `checkOverPorts(ports)` is the checker. */
  newPorts(): MessagePort[];
  /** Rejects when a worker is of no use any more. */
  readonly failed: Promise<never>;
  close(): void;
}

/** @param threads default: one for each core */
export function createBallotCheckers(
  start: () => Worker = startWorker,
  threads: number = navigator.hardwareConcurrency || 2,
): BallotCheckers {
  const lines = Array.from({ length: threads }, () => openLine<CheckPrograms>(start));
  const close = () => {
    for (const line of lines) line.close();
  };
  const failed = Promise.race(lines.map((line) => line.failed));
  // The others are of no use either; who waits for an answer has heard it.
  failed.catch(close);
  return { newPorts: () => lines.map((line) => line.newPort()), failed, close };
}
