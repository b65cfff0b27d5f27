import type { CredentialsRefusal } from '../ballot/credential.ts';
import type { BallotRefusal } from '../ballot/read-ballot.ts';
import type { Trustees, TrusteesRefusal } from '../ceremony/trustees.ts';
import type { Election, ElectionRefusal } from '../record/election.ts';
import type { ChainRefusal, ContainerRefusal } from '../record/read-record.ts';
import type { SupplementListRefusal } from '../record/supplement.ts';
import type { BallotSum } from '../tally/ballot-sum.ts';
import type { CombineRefusal } from '../tally/combine.ts';
import type { PartialDecryptionRefusal } from '../tally/partial-decryption.ts';
import type { Counts, ResultRefusal } from '../tally/result.ts';
import type { EncryptedTally } from '../tally/tally.ts';

/** The checks of PROTOCOL §11, in their order. */
export type CheckName = 'V1' | 'V2' | 'V3' | 'V4' | 'V5' | 'V6' | 'V7' | 'V8' | 'V9' | 'V10';

export type SetupRefusal = 'setup-hashes' | 'uuid' | `document-${'roll' | 'form' | 'briefing'}` | ElectionRefusal;
export type ElectionTrusteesRefusal = TrusteesRefusal | 'public-key';
export type CredentialListRefusal = CredentialsRefusal | 'credentials-count' | 'credentials-fingerprint';
export type BoxRefusal = BallotRefusal | SupplementListRefusal | 'supplement-form';
export type TallyRefusal = 'tally' | 'sized-tally';
export type DecryptionsRefusal =
  | PartialDecryptionRefusal
  | CombineRefusal
  | 'owned-form'
  | 'owner'
  | 'duplicate-owner'
  | 'inconsistent-shares'
  | 'supplement-count'
  | 'supplement-mismatch'
  | 'supplement-proof';
export type RecordResultRefusal = ResultRefusal | CombineRefusal | 'result' | 'no-result';
export type PublishedRefusal = 'head' | 'tracker';

/** Why a record is refused: each check has its own reasons. */
export type VerifyReason =
  | ContainerRefusal
  | ChainRefusal
  | SetupRefusal
  | ElectionTrusteesRefusal
  | CredentialListRefusal
  | BoxRefusal
  | TallyRefusal
  | DecryptionsRefusal
  | RecordResultRefusal
  | PublishedRefusal;

/** The first thing that was wrong. */
export interface VerifyFailure {
  readonly check: CheckName;
  readonly reason: VerifyReason;
  /** For people: which byte, event, trustee, subject. */
  readonly where?: string;
}

/** A check that held, and what it found, as names and values for a program or a person to read. */
export interface CheckDone {
  readonly check: CheckName;
  /** False: the record does not go this far yet, there was nothing to check. */
  readonly applied: boolean;
  readonly found: Readonly<Record<string, string | number>>;
}

/** How far a record goes. `tallied`: the encrypted totals are fixed, the result is not yet there. */
export type RecordStage = 'setup' | 'open' | 'closed' | 'tallied' | 'result';

/**
 * What stands behind the decryptions (PROTOCOL §9): every one proven by the supplement; compared with each other, more
 * shares than needed being there in every item; or `nothing`, where a teller together with the last voter could have
 * shifted a count unseen.
 */
export type DecryptionAssurance = 'supplementary-proofs' | 'redundancy' | 'nothing';

/** Fingerprints shown to people (PROTOCOL §12). */
export interface Fingerprints {
  /** φ */
  readonly election: string;
  readonly credentials: string;
  readonly trustees: readonly TrusteeFingerprint[];
  /** Trackers of the counted ballots, in the order of the record. */
  readonly trackers: readonly string[];
  readonly encryptedTally?: string;
}

/** `certificate`: threshold trustees only. */
export interface TrusteeFingerprint {
  readonly owner: number;
  readonly key: string;
  readonly certificate?: string;
}

/** Totals of one subject, in the words of the election. */
export interface SubjectTotals {
  readonly subject: string;
  readonly levels: readonly { readonly level: string; readonly count: number }[];
  /** Ballots that mark no level of this subject. */
  readonly unmarked: number;
}

/** What was learned of a record that is whole, for programs that go on with it. */
export interface VerifiedRecord {
  readonly election: Election;
  readonly trustees: Trustees;
  readonly credentials: readonly string[];
  /** Of the counted ballots, where an earlier one was given or the ballots have ended. */
  readonly sum?: BallotSum;
  /** The encrypted tally recomputed from the ballots, once they have ended. */
  readonly tally?: EncryptedTally;
  readonly counts?: Counts;
}

/** What the record holds, in numbers. */
export interface RecordNumbers {
  readonly credentials: number;
  /** All ballots in the box, superseded ones included. */
  readonly ballots: number;
  /** Ballots that count: the last of each credential. */
  readonly counted: number;
  readonly decryptions: number;
}

/** The outcome of a verification. */
export interface VerifyReport {
  readonly ok: boolean;
  readonly failure?: VerifyFailure;
  readonly checks: readonly CheckDone[];
  /** Known once the chain of events holds (V2). */
  readonly stage?: RecordStage;
  /** HEX of the last event, and its height (V2). */
  readonly head?: { readonly hash: string; readonly height: number };
  /** Everything below only when all checks held. */
  readonly verified?: VerifiedRecord;
  readonly fingerprints?: Fingerprints;
  readonly numbers?: RecordNumbers;
  readonly totals?: readonly SubjectTotals[];
  /** Absent while nothing is decrypted. */
  readonly assurance?: DecryptionAssurance;
}
