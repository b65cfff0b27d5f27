import type { BallotPage } from '../../client/sealing.ts';
import type { Marks } from '../../protocol/ballot/create-ballot.ts';
import { lastingLine } from '../shared/workers/lasting-line.ts';
import { WorkerFailure } from '../shared/workers/worker-failure.ts';
import type { DeskAnswer, DeskPrograms } from './desk-message.ts';

/** `sealing-failed`: nothing was done, and may be tried again. `worker-failed`: the sheet may be in the box or not. */
export type CastAnswer = DeskAnswer | { readonly ok: false; readonly refusal: 'sealing-failed' | 'worker-failed' };

/** The worker of one sheet. */
export interface DeskWorker {
  cast(credential: string, marks: Marks, invalidReason: string | null): Promise<CastAnswer>;
  /** Forgets the sheet. */
  end(): void;
}

export function startDeskWorker(page: BallotPage): DeskWorker {
  const start = () => new Worker(new URL('./desk.worker.ts', import.meta.url));
  // A sheet that was sealed anew would be another ballot of the same sheet.
  const line = lastingLine<DeskPrograms>(start, { repeatable: false });
  // Whoever casts the sheet hears whether the worker works.
  line.call('prepare', page).catch(() => {});
  return {
    cast: (credential, marks, invalidReason) =>
      line.call('cast', { page, credential, marks, invalidReason }).catch((error: unknown): CastAnswer => {
        if (!(error instanceof WorkerFailure)) throw error;
        return { ok: false, refusal: error.fault === 'not-loaded' ? 'sealing-failed' : 'worker-failed' };
      }),
    end: line.close,
  };
}
