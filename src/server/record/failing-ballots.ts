import type { BallotRefusal } from '../../protocol/ballot/read-ballot.ts';
import type { Monotonic } from '../kit/clock.ts';
import { forgettingMap } from '../kit/forgetting-map.ts';

/**
 * How often one paper may make the workers compute for nothing. Counted per credential and in memory only: a hall of
 * phones shares one address, and no address is looked at here (promises 1 and 7).
 */
export interface FailingBallots {
  /** Whole seconds until this paper may try again; 0 when it may now. */
  secondsLeft(paper: string): number;
  /** Counts a ballot that was refused, if it was its paper's holder who made it. */
  failed(paper: string, refusal: BallotRefusal): void;
}

/** Ballots that may fail within the window. */
const failuresAllowed = 10;
const windowMilliseconds = 60_000;

// These are found behind the signature, so only the holder of a credential gets there. Whoever merely knows the public
// half of somebody's credential cannot use up that paper's tries.
const behindSignature: ReadonlySet<BallotRefusal> = new Set(['invalid-point', 'individual-proof', 'overall-proof']);

export function failingBallots(monotonic: Monotonic): FailingBallots {
  // Forgotten a window after the first failure; later ones are added to it and do not lengthen it.
  const counts = forgettingMap<{ failures: number }>(monotonic, windowMilliseconds);
  return {
    secondsLeft: (paper) =>
      (counts.get(paper)?.failures ?? 0) < failuresAllowed ? 0 : Math.ceil(counts.left(paper) / 1000),
    failed: (paper, refusal) => {
      if (!behindSignature.has(refusal)) return;
      const count = counts.get(paper);
      if (count === undefined) counts.set(paper, { failures: 1 });
      else count.failures += 1;
    },
  };
}
