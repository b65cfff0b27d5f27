import type { Group } from '../arithmetic/group.ts';
import type { BallotRefusal } from '../ballot/read-ballot.ts';
import type { Election } from '../record/election.ts';
import type { BallotSum } from '../tally/ballot-sum.ts';
import type { CheckName } from './verify-report.ts';

/** All ballots of a record, to be checked each for itself: B1–B3 and B5–B10 (repeats are found by the verifier itself). */
export interface BallotJob {
  readonly election: Election;
  readonly credentials: readonly string[];
  /** The exact bytes of each ballot, in the order of the record. */
  readonly ballots: readonly Uint8Array[];
  /** SHA-256 of each in hexadecimal, their names in the record. */
  readonly hashes: readonly string[];
  /** The hint of each where there is one; empty where none was given. */
  readonly hints: readonly (Uint8Array | undefined)[];
  /** To be called with the number of ballots checked so far. */
  readonly onChecked: (done: number) => void;
}

/** Checks ballots somewhere else, for example spread over workers: for each its refusal, or undefined when it holds. */
export type BallotChecker = (job: BallotJob) => Promise<readonly (BallotRefusal | undefined)[]>;

/** What is known from outside the record, and how to verify. */
export interface VerifyOptions {
  readonly group: Group;
  /** The announced uuid. */
  readonly uuid?: string;
  /** Content of `UUID.supplement.json`. */
  readonly supplement?: Uint8Array;
  /** Content of `UUID.hints`: advice that makes the ballots cheap to check and changes no verdict. */
  readonly hints?: Uint8Array;
  /** Heads published earlier: they must be on the chain (at this height). */
  readonly heads?: readonly { readonly hash: string; readonly height?: number }[];
  /** Trackers that voters kept: they must be among the counted ballots. */
  readonly trackers?: readonly string[];
  readonly credentials?: { readonly count?: number; readonly fingerprint?: string };
  /** The documents whose hashes stand in the election's description (PROTOCOL does not know them). */
  readonly documents?: { readonly roll?: Uint8Array; readonly form?: Uint8Array; readonly briefing?: Uint8Array };
  /** Demand a result: refuse an unfinished record. */
  readonly final?: boolean;
  /** Default: here, one after the other. */
  readonly checkBallots?: BallotChecker;
  /**
   * What this program found when it verified an earlier state of the record on the same group, at first `emptySum`: the
   * tally goes on from it. Then the report has the next one, before the end of ballots too.
   */
  readonly sum?: BallotSum;
  readonly onProgress?: (progress: {
    readonly check: CheckName;
    readonly done: number;
    readonly total: number;
  }) => void;
}
