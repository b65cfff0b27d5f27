import { call } from '../../client/api.ts';
import type { OpenedShare } from '../../client/teller/open-totals.ts';
import { readBallotPage } from '../../contract/box/box.ts';
import { sha256Hex } from '../../protocol/encoding/hash.ts';
import { randomBytes } from '../shared/device/random-bytes.ts';
import { harmlessRefusals } from './background.ts';
import type { CardInHand } from './ceremony-acts.ts';
import { learned, memoryWith } from './kept.ts';
import { rehearsalMarks } from './rehearsal-marks.ts';
import { keptNow, type TellerContext } from './teller-context.ts';

/** Done, or not: what was not right is the state's alarm, or something that passes. */
export type OpeningOutcome = { readonly ok: true } | { readonly ok: false; readonly refusal: string };

/** What a teller does with the key card in hand. */
export interface OpeningActs {
  castRehearsal(): Promise<OpeningOutcome>;
  /** The card can still be read: told by a proof, and nothing of it is kept. */
  proveCard(card: CardInHand): Promise<OpeningOutcome>;
  openRehearsal(card: CardInHand, announced: number): Promise<OpeningOutcome>;
  openTotals(
    card: CardInHand,
    announced: number,
    onProgress: (done: number, total: number) => void,
  ): Promise<OpeningOutcome>;
}

const noCeremony: OpeningOutcome = { ok: false, refusal: 'ceremony-not-running' };

export function openingActs(work: TellerContext): OpeningActs {
  const { store, sessionId, connection, worker, keep, lookNow } = work;
  return {
    castRehearsal: async () => {
      const page = await call(connection, readBallotPage, { params: { sessionId } });
      if (!page.ok) return page;
      const marks = rehearsalMarks(page.value, randomBytes);
      const cast = await worker.call('rehearse', { sessionId, marks });
      const kept = keptNow(work);
      if (cast.ok && kept !== undefined) {
        keep({ ...kept, rehearsed: marks.length, rehearsal: cast.value.electionId });
      }
      await lookNow();
      return cast.ok ? { ok: true } : cast;
    },
    proveCard: async (card) => {
      const proven = await worker.call('proveCard', { sessionId, seed: card.seed });
      await lookNow();
      return proven;
    },
    openRehearsal: async (card, announced) => {
      const kept = keptNow(work);
      if (kept === undefined) return noCeremony;
      const memory = memoryWith(kept, card.seed);
      const opened = await worker.call('openRehearsal', { sessionId, memory, announced });
      // A ceremony begun anew meanwhile has a memory of its own.
      const now = store.get().kept ?? kept;
      if (now.run !== kept.run) return { ok: false, refusal: 'ceremony-other-run' };
      const after = learned(now, { heads: [], decrypted: opened.memory.decrypted });
      // One reading for both: what opened the rehearsal is the card, and the seed leaves the phone.
      const trustees = after.trustees ?? sha256Hex(store.get().ceremony?.trustees ?? '');
      keep(opened.ok ? { ...after, seed: null, proven: true, trustees } : after);
      await lookNow();
      return judge(work, announced, opened);
    },
    openTotals: async (card, announced, onProgress) => {
      const kept = keptNow(work);
      if (kept === undefined) return noCeremony;
      const { fingerprint } = kept;
      const input = { sessionId, memory: memoryWith(kept, card.seed), announced, fingerprint };
      const opened = await worker.openTotals(input, (note) => {
        if (note.kind === 'progress') onProgress(note.done, note.total);
        else keep(learned(store.get().kept ?? kept, note.memory));
      });
      await lookNow();
      return judge(work, announced, opened);
    },
  };
}

type Outcome = { readonly ok: true } | Omit<Extract<OpenedShare, { ok: false }>, 'memory'>;

/** Whatever does not pass by itself is an alarm. */
function judge({ store }: TellerContext, typed: number, outcome: Outcome): OpeningOutcome {
  if (outcome.ok) return { ok: true };
  const { refusal, failure, counted } = outcome;
  if (!harmlessRefusals.has(refusal)) {
    const numbers = counted === undefined ? {} : { numbers: { typed, counted } };
    store.set({ alarm: { refusal, ...(failure && { failure }), ...numbers } });
  }
  return { ok: false, refusal };
}
