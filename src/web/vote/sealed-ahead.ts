import { marksOf, writeMarking } from './marking.ts';
import type { SealReply } from './seal-message.ts';
import type { Sealer } from './sealer.ts';
import type { VotingContext } from './voting-context.ts';

/** A ballot that is sealed before the button is pressed. */
export interface SealedAhead {
  /** Seals what is marked now; what was marked differently before is sealed anew. Undefined without a paper or a page. */
  seal(): Promise<SealReply> | undefined;
  forget(): void;
}

export function sealedAhead({ opened: { credential }, store }: VotingContext, sealer: Sealer): SealedAhead {
  let sealed: { readonly marks: string; readonly reply: Promise<SealReply> } | undefined;
  return {
    seal: () => {
      const { page, marking } = store.get();
      if (page === undefined || credential === undefined) return undefined;
      const marks = writeMarking(marking) + (page.fingerprint ?? '');
      if (sealed?.marks !== marks) sealed = { marks, reply: sealer.seal(page, credential, marksOf(marking, page)) };
      return sealed.reply;
    },
    forget: () => {
      sealed = undefined;
    },
  };
}
