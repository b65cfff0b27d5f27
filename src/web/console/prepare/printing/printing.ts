import type { SessionId } from '../../../../domain/session/session.ts';
import { createStore } from '../../../shared/device/store.ts';
import { warnUnsaved } from '../../../shared/forms/warn-unsaved.ts';
import type { PrintAnswer, PrintRequest } from './print-message.ts';

/** A print run that this page is making, or has made and not yet registered. */
export type MadePrintRun =
  | { readonly stage: 'making'; readonly total: number; readonly made: number; readonly drawn: number }
  /** `taken`: the PDF was saved or opened at least once. */
  | {
      readonly stage: 'made';
      readonly total: number;
      readonly pdf: Blob;
      readonly publicCredentials: readonly string[];
      readonly taken: boolean;
    }
  | { readonly stage: 'failed' };

interface Printing {
  readonly sessionId: SessionId | undefined;
  readonly printRun: MadePrintRun | undefined;
}

/** Outlives a walk to another screen of the console; a page that is left warns while there is a print run. */
export const printing = createStore<Printing>({ sessionId: undefined, printRun: undefined });

let worker: Worker | undefined;

/** Begins a print run in a worker; `start` makes one. One print run at a time. */
export function startPrinting(start: () => Worker, request: PrintRequest): void {
  stopWorker();
  const total = request.count;
  set(request.data.sessionId, { stage: 'making', total, made: 0, drawn: 0 });
  worker = start();
  worker.addEventListener('message', ({ data }: MessageEvent<PrintAnswer>) => takeAnswer(total, data));
  worker.addEventListener('error', () => takeAnswer(total, { kind: 'failed' }));
  worker.postMessage(request);
}

function takeAnswer(total: number, answer: PrintAnswer): void {
  const { sessionId } = printing.get();
  if (answer.kind === 'progress') {
    set(sessionId, { stage: 'making', total, made: answer.made, drawn: answer.drawn });
    return;
  }
  // The worker has held every credential of the print run: nothing of it stays but the PDF.
  stopWorker();
  if (answer.kind === 'failed') set(sessionId, { stage: 'failed' });
  else {
    const pdf = new Blob([answer.pdf], { type: 'application/pdf' });
    set(sessionId, { stage: 'made', total, pdf, publicCredentials: answer.publicCredentials, taken: false });
  }
}

/** The PDF was saved or opened. */
export function noteTaken(): void {
  const { sessionId, printRun } = printing.get();
  if (printRun?.stage === 'made') set(sessionId, { ...printRun, taken: true });
}

/** Drops the print run: it is registered, or nobody wants it. Papers that were not registered can never vote. */
export function forgetPrintRun(): void {
  stopWorker();
  set(undefined, undefined);
}

function stopWorker(): void {
  worker?.terminate();
  worker = undefined;
}

function set(sessionId: SessionId | undefined, printRun: MadePrintRun | undefined): void {
  printing.set({ sessionId, printRun });
  warnUnsaved(printRun !== undefined && printRun.stage !== 'failed');
}
