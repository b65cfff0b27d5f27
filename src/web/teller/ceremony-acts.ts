import { call } from '../../client/api.ts';
import type { ReadCard } from '../../client/teller/key-card.ts';
import { newTellerMemory } from '../../client/teller/memory.ts';
import type { Recognised } from '../../client/teller/recognise-card.ts';
import { transientRefusals } from '../../client/transient-refusals.ts';
import { complainInCeremony } from '../../contract/ceremony/ceremony.ts';
import { sha256Hex } from '../../protocol/encoding/hash.ts';
import { randomBytes } from '../shared/device/random-bytes.ts';
import { newKept } from './kept.ts';
import { keptNow, type TellerContext } from './teller-context.ts';

/** A card that was read, before anybody knows whose it is. */
export type CardInHand = Extract<ReadCard, { ok: true }>;

/** What a teller does in the key ceremony and with the card that comes of it. */
export interface CeremonyActs {
  /** Takes part in the ceremony, of the size that was agreed in the hall. */
  join(): void;
  /** The code reads the same on every screen, or it does not. */
  answerCode(same: boolean): Promise<void>;
  recognise(card: CardInHand): Promise<Recognised>;
  /** The card is on paper, and the rehearsal will read it; or it is to be looked at again. */
  cardWritten(written: boolean): void;
  /** The card was read back: the seed leaves the phone. */
  cardProven(): void;
}

/** @param rounds lets the rounds run by themselves as far as they go */
export function ceremonyActs(work: TellerContext, rounds: () => Promise<void>): CeremonyActs {
  const { store, sessionId, connection, worker, keep, lookNow } = work;
  return {
    join: () => {
      const { ceremony } = store.get();
      if (ceremony === null) return;
      // Another tab may have begun: one seed a run.
      const begun = work.read();
      keep(
        begun?.run === ceremony.run && begun.seed !== null
          ? begun
          : newKept(ceremony.run, ceremony, newTellerMemory(randomBytes).seed),
      );
      void rounds();
    },
    answerCode: async (same) => {
      const { kept, ceremony, code } = store.get();
      if (kept === null || ceremony === null || code === null) return;
      store.set({ code: null });
      if (same) {
        keep({ ...kept, confirmedCode: code });
        return rounds();
      }
      const body = { run: kept.run, against: null, reason: 'spoken-code-differs' };
      const said = await call(connection, complainInCeremony, { params: { sessionId }, body });
      // Not said: the question stands.
      if (!said.ok && transientRefusals.has(said.refusal)) store.set({ code });
      return lookNow();
    },
    recognise: async (card) => {
      const view = store.get().ceremony;
      if (view === null) return { kind: 'another-ceremony' };
      const recognised = await worker.call('recogniseCard', { sessionId, card, view });
      // Begun anew while the card was looked at: it would prove nothing of the new key.
      if (store.get().ceremony?.run !== view.run) return { kind: 'another-ceremony' };
      if (recognised.kind === 'own-key-missing') store.set({ alarm: { refusal: recognised.kind } });
      return recognised;
    },
    cardWritten: (written) => {
      const { kept } = store.get();
      if (kept !== null) keep({ ...kept, written });
    },
    cardProven: () => {
      const kept = keptNow(work);
      const trustees = kept?.trustees ?? sha256Hex(store.get().ceremony?.trustees ?? '');
      if (kept !== undefined) keep({ ...kept, seed: null, proven: true, trustees });
      void lookNow();
    },
  };
}
