import type { ArrivedBallot } from '../protocol/ballot/check-ballots.ts';
import type { BallotRefusal } from '../protocol/ballot/read-ballot.ts';

/** A share of a record's ballots, on its way to a worker thread. */
export interface BallotsToCheck {
  readonly election: string;
  readonly credentials: readonly string[];
  readonly ballots: readonly ArrivedBallot[];
}

/** For each ballot its refusal, or undefined when it holds. */
export type BallotsChecked = readonly (BallotRefusal | undefined)[];
