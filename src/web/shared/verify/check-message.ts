import type { BallotRefusal } from '../../../protocol/ballot/check-ballot.ts';

/** What the ballots of a record are checked against; sent once, before the first part. */
export interface CheckSetup {
  readonly kind: 'setup';
  readonly election: string;
  readonly credentials: readonly string[];
}

/** Some ballots of a record. */
export interface CheckPart {
  readonly kind: 'part';
  readonly ballots: readonly Uint8Array[];
}

/** A line to other people who ask the same worker. */
export interface CheckLine {
  readonly kind: 'line';
  readonly port: MessagePort;
}

/** The answer to a part: for each ballot its refusal, or undefined when it holds. */
export type CheckAnswer = readonly (BallotRefusal | undefined)[];
