import type { ArrivedBallot } from '../../../protocol/ballot/check-ballots.ts';
import type { BallotRefusal } from '../../../protocol/ballot/read-ballot.ts';

/** What the ballots of a record are checked against. */
export interface CheckSetup {
  readonly election: string;
  readonly credentials: readonly string[];
}

/** For each ballot its refusal, or undefined when it holds. */
export type CheckAnswer = readonly (BallotRefusal | undefined)[];

/** A worker that checks ballots. */
export interface CheckPrograms {
  /** Before the first ballots. */
  setUp(setup: CheckSetup): void;
  check(ballots: readonly ArrivedBallot[]): CheckAnswer;
}
