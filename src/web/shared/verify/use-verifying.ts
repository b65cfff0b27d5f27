import { useCallback, useEffect, useRef, useState } from 'preact/hooks';
import { startWorker } from './start-worker.ts';
import { verifyInWorkers } from './verify-in-workers.ts';
import type { KnownOfRecord, SentReport, VerifyProgress } from './verify-message.ts';

/** How far a verification on this screen is. */
export type VerifyingState =
  | { readonly step: 'idle' | 'given-up' }
  | { readonly step: 'running'; readonly progress?: VerifyProgress }
  | { readonly step: 'broken'; readonly reason: string }
  | { readonly step: 'done'; readonly report: SentReport };

export interface VerifyingHere {
  readonly state: VerifyingState;
  /** Begins; what was under way is given up. */
  begin(record: Uint8Array, known?: KnownOfRecord): void;
  cancel(): void;
}

/** One verification at a time; it ends with the screen. */
export function useVerifying(start: () => Worker = startWorker): VerifyingHere {
  const [state, setState] = useState<VerifyingState>({ step: 'idle' });
  const running = useRef<AbortController | undefined>(undefined);
  const cancel = useCallback(() => running.current?.abort(), []);
  const begin = useCallback(
    (record: Uint8Array, known: KnownOfRecord = {}) => {
      running.current?.abort();
      const controller = new AbortController();
      running.current = controller;
      const show = (next: VerifyingState) => {
        if (running.current === controller) setState(next);
      };
      const { signal } = controller;
      const onProgress = (progress: VerifyProgress) => show({ step: 'running', progress });
      setState({ step: 'running' });
      verifyInWorkers(record, { known, signal, start, onProgress }).then(
        (report) => show({ step: 'done', report }),
        (error: Error) => show(signal.aborted ? { step: 'given-up' } : { step: 'broken', reason: error.message }),
      );
    },
    [start],
  );
  useEffect(() => cancel, [cancel]);
  return { state, begin, cancel };
}
