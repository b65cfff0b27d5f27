import type { CeremonyStep, CeremonyView } from '../../client/teller/ceremony.ts';
import type { OwnKeyEvidence, SetupConfirmation } from '../../client/teller/confirm-setup.ts';
import type { ReadCard } from '../../client/teller/key-card.ts';
import type { TellerMemory } from '../../client/teller/memory.ts';
import type { OpenedShare } from '../../client/teller/open-totals.ts';
import type { ProvenCard } from '../../client/teller/prove-card.ts';
import type { Recognised } from '../../client/teller/recognise-card.ts';
import type { RehearsalShare, rehearse } from '../../client/teller/rehearsal.ts';
import type { SessionId } from '../../domain/session/session.ts';
import type { Marks } from '../../protocol/ballot/create-ballot.ts';
import type { CeremonySize } from '../../protocol/ceremony/certificate.ts';
import type { CheckedAhead } from './check-ahead.ts';

interface OfSession {
  readonly sessionId: SessionId;
}

/** To workers that check ballots on the other cores. */
interface WithCheckers {
  readonly checkers: readonly MessagePort[];
}

/** What the worker does for a teller: everything with arithmetic in it, with the calls to the service that belong to it. */
export interface TellerPrograms {
  ceremonyStep(
    input: OfSession & { readonly memory: TellerMemory; readonly agreed: CeremonySize; readonly run: number },
  ): Promise<CeremonyStep>;
  recogniseCard(
    input: OfSession & { readonly card: Extract<ReadCard, { ok: true }>; readonly view: CeremonyView },
  ): Promise<Recognised>;
  confirmSetup(input: OfSession & { readonly evidence: OwnKeyEvidence }): Promise<SetupConfirmation>;
  /** Shows that the card can still be read. */
  proveCard(input: OfSession & { readonly seed: string }): Promise<ProvenCard>;
  rehearse(input: OfSession & { readonly marks: readonly Marks[] }): ReturnType<typeof rehearse>;
  openRehearsal(
    input: OfSession & { readonly memory: TellerMemory; readonly announced: number },
  ): Promise<RehearsalShare>;
  /** Fetches and verifies what is in the box so far. */
  checkAhead(input: OfSession & WithCheckers & { readonly heads: TellerMemory['heads'] }): Promise<CheckedAhead>;
  openTotals(
    input: OfSession &
      WithCheckers & {
        readonly memory: TellerMemory;
        readonly announced: number;
        readonly fingerprint: string | null;
      },
  ): Promise<OpenedShare>;
}

/** What a program tells on its way. */
export type TellerNote =
  /** In ballots. */
  | { readonly kind: 'progress'; readonly done: number; readonly total: number }
  /** To be put on the phone: what depends on it is sent once that is done. */
  | { readonly kind: 'remember'; readonly memory: TellerMemory };
