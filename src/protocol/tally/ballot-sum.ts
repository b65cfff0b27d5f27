import type { Group } from '../arithmetic/group.ts';
import type { BoxedBallot } from '../ballot/boxed-ballot.ts';
import type { Election } from '../record/election.ts';
import { type Ciphertexts, countedBallots, multiplyCells, noCells } from './tally.ts';

/**
 * The product of the ballots that count, cell by cell, as a record stood when it was verified. A program that verifies
 * the record again when it has grown goes on from it, and reads only what has changed.
 */
export interface BallotSum {
  /** The ballots in it: SHA-256 of their exact bytes in hexadecimal. Of the same bytes there is only one product. */
  readonly hashes: ReadonlySet<string>;
  readonly cells: Ciphertexts;
}

/** Where every sum begins. */
export const emptySum: BallotSum = { hashes: new Set(), cells: [] };

/**
 * The sum of exactly those of a box's ballots that count (PROTOCOL §7.3, §8): what `earlier` lacks is multiplied in,
 * and what no longer counts, because its paper was cast again, is divided out. An earlier sum with ballots that this
 * box does not hold is of no use, and all are read.
 * @param earlier made on the same group by this very program, of ballots that it had checked
 */
export function sumOfCounted(
  group: Group,
  election: Election,
  box: readonly BoxedBallot[],
  earlier: BallotSum = emptySum,
): BallotSum {
  const counted = countedBallots(box);
  const hashes = new Set(counted.map(({ hash }) => hash));
  const inBox = new Set(box.map(({ hash }) => hash));
  const goesOn = earlier.hashes.size > 0 && [...earlier.hashes].every((hash) => inBox.has(hash));
  const { hashes: before, cells } = goesOn ? earlier : { hashes: emptySum.hashes, cells: noCells(group, election) };
  const added = counted.filter(({ hash }) => !before.has(hash));
  const replaced = box.filter(({ hash }) => before.has(hash) && !hashes.has(hash));
  const multiply = (to: Ciphertexts, ballots: readonly BoxedBallot[]) =>
    ballots.reduce((product, { ciphertexts }) => multiplyCells(group, product, ciphertexts()), to);
  const dividend = multiply(cells, added);
  const divisor = multiply(noCells(group, election), replaced);
  return { hashes, cells: multiplyCells(group, dividend, invertCells(group, divisor)) };
}

function invertCells(group: Group, cells: Ciphertexts): Ciphertexts {
  return cells.map((row) => row.map(({ alpha, beta }) => ({ alpha: group.inverse(alpha), beta: group.inverse(beta) })));
}
