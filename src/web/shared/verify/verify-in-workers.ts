import { createBallotCheckers } from './ballot-checkers.ts';
import { startWorker } from './start-worker.ts';
import type { KnownOfRecord, SentReport, VerifyMessage, VerifyProgress, VerifyRequest } from './verify-message.ts';

export interface Verifying {
  readonly known?: KnownOfRecord;
  readonly onProgress?: (progress: VerifyProgress) => void;
  /** Gives the work up: the promise then rejects with an `AbortError`. */
  readonly signal?: AbortSignal;
  readonly threads?: number;
  readonly start?: () => Worker;
}

/** Verifies a record whole in workers of this browser, V1–V10 of PROTOCOL §11; the screen stays free. */
export async function verifyInWorkers(
  record: Uint8Array,
  { known = {}, onProgress, signal, threads, start = startWorker }: Verifying = {},
): Promise<SentReport> {
  const checkers = createBallotCheckers({
    start,
    ...(threads && { threads }),
    ...(signal && { signal }),
  });
  const verifier = start();
  try {
    return await new Promise((resolve, reject) => {
      checkers.broken.catch(reject);
      verifier.onerror = ({ message }) => reject(new Error(`a worker broke down: ${message}`));
      verifier.onmessage = ({ data }: MessageEvent<VerifyMessage>) =>
        data.kind === 'report' ? resolve(data.report) : onProgress?.(data.progress);
      const lines = checkers.lines();
      const request: VerifyRequest = { kind: 'verify', record, known, lines };
      verifier.postMessage(request, lines);
    });
  } finally {
    verifier.terminate();
    checkers.close();
  }
}
