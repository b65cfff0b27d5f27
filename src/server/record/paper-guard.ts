import type { Deps } from '../deps.ts';
import { forgettingMap } from '../kit/forgetting-map.ts';
import { type Turns, takingTurns } from '../kit/taking-turns.ts';
import { type BallotsOfPapers, ballotsOfPapers } from './ballots-of-papers.ts';
import { type FailingBallots, failingBallots } from './failing-ballots.ts';

/**
 * What keeps one paper from filling the record and the workers. Instants stand beside papers in this process's memory
 * alone, by a clock that nobody sets, and are forgotten within a minute (promise 1).
 */
export interface PaperGuard {
  readonly failing: FailingBallots;
  readonly pauses: RecastPauses;
  /** One ballot of a paper has its proofs checked at a time. */
  readonly turns: Turns;
  readonly ballots: BallotsOfPapers;
}

/** Between two ballots of one paper. */
export interface RecastPauses {
  /** Whole seconds that are left; 0 when the paper may cast. */
  secondsLeft(paper: string): number;
  /** Its ballot has just entered the box. */
  begin(paper: string): void;
  /** Whole seconds of a pause, and 1 at least: when to come again if too many wait. */
  readonly whole: number;
}

/** A phone sends one ballot at a time; more than this many at once are a flood. */
const mostWaiting = 4;

export function paperGuard({ store, monotonic, config }: Deps): PaperGuard {
  const kept = forgettingMap<true>(monotonic, config.recastPauseSeconds * 1000);
  return {
    failing: failingBallots(monotonic),
    pauses: {
      secondsLeft: (paper) => Math.ceil(kept.left(paper) / 1000),
      begin: (paper) => kept.set(paper, true),
      whole: Math.max(1, config.recastPauseSeconds),
    },
    turns: takingTurns(mostWaiting),
    ballots: ballotsOfPapers(store),
  };
}
