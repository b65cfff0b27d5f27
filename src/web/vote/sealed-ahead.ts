import { WorkerFailure } from '../shared/workers/worker-failure.ts';
import { marksOf, writeMarking } from './marking.ts';
import type { SealReply } from './seal-message.ts';
import type { Sealer } from './sealer.ts';
import type { VotingContext } from './voting-context.ts';

/** `sealing-failed`: the worker did not work, however often it was started anew. */
export type SealedReply = SealReply | { readonly ok: false; readonly refusal: 'sealing-failed' };

/** A ballot that is sealed before the button is pressed. */
export interface SealedAhead {
  /** Seals what is marked now; what was marked differently before is sealed anew. Undefined without a paper or a page. */
  seal(): Promise<SealedReply> | undefined;
  forget(): void;
}

export function sealedAhead({ opened: { credential }, store }: VotingContext, sealer: Sealer): SealedAhead {
  let sealed: { readonly marks: string; readonly reply: Promise<SealedReply> } | undefined;
  const forget = () => {
    sealed = undefined;
  };
  return {
    seal: () => {
      const { page, marking } = store.get();
      if (page === undefined || credential === undefined) return undefined;
      const marks = writeMarking(marking) + (page.fingerprint ?? '');
      if (sealed?.marks !== marks) {
        const reply = sealer
          .call('seal', { page, credential, marks: marksOf(marking, page) })
          .catch((error: unknown): SealedReply => {
            if (!(error instanceof WorkerFailure)) throw error;
            forget();
            return { ok: false, refusal: 'sealing-failed' };
          });
        sealed = { marks, reply };
      }
      return sealed.reply;
    },
    forget,
  };
}
