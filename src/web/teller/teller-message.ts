import type { CeremonyStep, CeremonyView } from '../../client/teller/ceremony.ts';
import type { OwnKeyEvidence, SetupConfirmation } from '../../client/teller/confirm-setup.ts';
import type { ReadCard } from '../../client/teller/key-card.ts';
import type { TellerMemory } from '../../client/teller/memory.ts';
import type { OpenedShare } from '../../client/teller/open-totals.ts';
import type { Recognised } from '../../client/teller/recognise-card.ts';
import type { RehearsalShare, rehearse } from '../../client/teller/rehearsal.ts';
import type { SessionId } from '../../domain/session/session.ts';
import type { Marks } from '../../protocol/ballot/create-ballot.ts';
import type { CeremonySize } from '../../protocol/ceremony/certificate.ts';
import type { CheckedAhead } from './check-ahead.ts';

interface OfSession {
  readonly sessionId: SessionId;
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
  rehearse(input: OfSession & { readonly marks: readonly Marks[] }): ReturnType<typeof rehearse>;
  openRehearsal(
    input: OfSession & { readonly memory: TellerMemory; readonly announced: number },
  ): Promise<RehearsalShare>;
  /** Fetches and verifies what is in the box so far. */
  checkAhead(input: OfSession & { readonly heads: TellerMemory['heads'] }): Promise<CheckedAhead>;
  openTotals(
    input: OfSession & {
      readonly memory: TellerMemory;
      readonly announced: number;
      readonly fingerprint: string | null;
    },
  ): Promise<OpenedShare>;
}

export type ProgramName = keyof TellerPrograms;
export type InputOf<Name extends ProgramName> = Parameters<TellerPrograms[Name]>[0];
export type OutputOf<Name extends ProgramName> = Awaited<ReturnType<TellerPrograms[Name]>>;

/** To the worker. */
export type ToTellerWorker =
  /** Lines to workers that check ballots on the other cores; before the first program that has ballots. */
  | { readonly kind: 'lines'; readonly lines: readonly MessagePort[] }
  | { readonly kind: 'run'; readonly number: number; readonly name: ProgramName; readonly input: unknown }
  /** The memory is on the phone: what depends on it may be sent. */
  | { readonly kind: 'remembered'; readonly number: number };

/** From the worker; `number` is that of the run. */
export type FromTellerWorker =
  | { readonly kind: 'done'; readonly number: number; readonly value: unknown }
  /** In ballots. */
  | { readonly kind: 'progress'; readonly number: number; readonly done: number; readonly total: number }
  | { readonly kind: 'remember'; readonly number: number; readonly memory: TellerMemory }
  /** A bug; its message is for whoever looks into the console. */
  | { readonly kind: 'broken'; readonly number: number; readonly message: string };
