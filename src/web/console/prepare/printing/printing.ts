import type { SessionId } from '../../../../domain/session/session.ts';
import { createStore } from '../../../shared/device/store.ts';
import { holdUnsaved } from '../../../shared/forms/unsaved.ts';
import { type LastingLine, lastingLine } from '../../../shared/workers/lasting-line.ts';
import type { PrintPrograms, PrintProgress, PrintRequest } from './print-message.ts';

/** A print run that this page is making, or has made and not yet registered. */
export type MadePrintRun =
  | { readonly stage: 'making'; readonly total: number; readonly made: number; readonly drawn: number }
  /** `taken`: the PDF was saved or opened at least once. */
  | {
      readonly stage: 'made';
      readonly total: number;
      readonly pdf: Blob;
      readonly id: string;
      readonly publicCredentials: readonly string[];
      readonly pagesEach: number;
      readonly taken: boolean;
    }
  | { readonly stage: 'failed' };

interface Printing {
  readonly sessionId: SessionId | undefined;
  readonly printRun: MadePrintRun | undefined;
}

/** Outlives a walk to another screen of the console; a page that is left warns while there is a print run. */
export const printing = createStore<Printing>({ sessionId: undefined, printRun: undefined });

let line: LastingLine<PrintPrograms, PrintProgress> | undefined;

/** Begins a print run in a worker; `start` makes one. One print run at a time. */
export function startPrinting(start: () => Worker, request: PrintRequest): void {
  endLine();
  const total = request.count;
  const { sessionId } = request.data;
  set(sessionId, { stage: 'making', total, made: 0, drawn: 0 });
  // Codes that a worker took with it are in no file and were not registered: others are made.
  const own = lastingLine<PrintPrograms, PrintProgress>(start, { repeatable: true });
  line = own;
  const onNote = (progress: PrintProgress) => set(sessionId, { stage: 'making', total, ...progress });
  const end = (run: MadePrintRun) => {
    if (line !== own) return;
    // The worker has held every credential of the print run: nothing of it stays but the PDF.
    endLine();
    set(sessionId, run);
  };
  own.call('print', request, { onNote }).then(
    ({ pdf, ...made }) => {
      const file = new Blob([pdf], { type: 'application/pdf' });
      end({ stage: 'made', total, ...made, pdf: file, taken: false });
    },
    () => end({ stage: 'failed' }),
  );
}

/** The PDF was saved or opened. */
export function noteTaken(): void {
  const { sessionId, printRun } = printing.get();
  if (printRun?.stage === 'made') set(sessionId, { ...printRun, taken: true });
}

/** Drops the print run: it is registered, or nobody wants it. Papers that were not registered can never vote. */
export function forgetPrintRun(): void {
  endLine();
  set(undefined, undefined);
}

function endLine(): void {
  line?.close();
  line = undefined;
}

function set(sessionId: SessionId | undefined, printRun: MadePrintRun | undefined): void {
  printing.set({ sessionId, printRun });
  // It goes on, and waits, whatever screen of the console is shown.
  holdUnsaved(printing, printRun !== undefined && printRun.stage !== 'failed' ? null : undefined);
}
