import type { VerifyOptions } from '../../../protocol/verify/verify-options.ts';
import type { CheckName, VerifyReport } from '../../../protocol/verify/verify-report.ts';
import type { CheckPrograms } from './check-message.ts';

/** What is known of a record beside its bytes. */
export type KnownOfRecord = Pick<
  VerifyOptions,
  'uuid' | 'supplement' | 'hints' | 'heads' | 'trackers' | 'credentials' | 'documents' | 'final'
>;

/** A record to be verified whole. `ports`: to the workers that check its ballots. */
export interface VerifyRequest {
  readonly record: Uint8Array;
  readonly known: KnownOfRecord;
  readonly ports: readonly MessagePort[];
}

/** Everything that `verify.wasm.worker.ts` can be asked; whoever verifies is told its {@link VerifyProgress}. */
export interface VerifyPrograms extends CheckPrograms {
  verify(request: VerifyRequest): Promise<SentReport>;
}

/** How far a check has come, in ballots or partial decryptions. */
export interface VerifyProgress {
  readonly check: CheckName;
  readonly done: number;
  readonly total: number;
}

/** The report as far as it crosses from a worker: without points of the group. */
export interface SentReport extends Omit<VerifyReport, 'verified'> {
  /** SHA-256 in hexadecimal, where a supplement was given: the minutes name it. */
  readonly supplementHash?: string;
  /** The browser has no WebAssembly for us: the same was computed more slowly. */
  readonly slow: boolean;
}
