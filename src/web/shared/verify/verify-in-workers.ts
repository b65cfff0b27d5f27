import { openLine } from '../workers/worker-line.ts';
import { createBallotCheckers } from './ballot-checkers.ts';
import { startWorker } from './start-worker.ts';
import type { KnownOfRecord, SentReport, VerifyPrograms, VerifyProgress } from './verify-message.ts';

export interface Verifying {
  readonly known?: KnownOfRecord;
  readonly onProgress?: (progress: VerifyProgress) => void;
  /** Gives the work up: the promise then rejects with an `AbortError`. */
  readonly signal?: AbortSignal;
  readonly start?: () => Worker;
}

/** Verifies a record whole in workers of this browser, V1–V10 of PROTOCOL §11; the screen stays free. */
export async function verifyInWorkers(
  record: Uint8Array,
  { known = {}, onProgress, signal, start = startWorker }: Verifying = {},
): Promise<SentReport> {
  const checkers = createBallotCheckers(start);
  const verifier = openLine<VerifyPrograms, VerifyProgress>(start);
  const ports = checkers.newPorts();
  const givenUp = new Promise<never>((_, reject) => {
    const giveUp = () => reject(new DOMException('given up', 'AbortError'));
    signal?.addEventListener('abort', giveUp);
    if (signal?.aborted) giveUp();
  });
  try {
    const report = verifier.call('verify', { record, known, ports }, { onNote: onProgress, transfer: ports });
    return await Promise.race([report, checkers.failed, givenUp]);
  } finally {
    verifier.close();
    checkers.close();
  }
}
