import { readEncryptedTally } from '../../../protocol/tally/read-encrypted-tally.ts';
import { createEncryptedTally } from '../../../protocol/tally/tally.ts';
import { ballotGroup } from '../../arithmetic/ballot-group.ts';
import type { Handler } from '../jobs.ts';
import { knownElection } from './known-elections.ts';

/** The encrypted tally of a box from the products of its pieces (PROTOCOL §8). */
export const computeTally: Handler<'computeTally'> = ({ election, sums }) => {
  const cells = sums.map((sum) => {
    const read = readEncryptedTally(ballotGroup, sum, (text) => ballotGroup.decodeAgain(text));
    if (read === undefined) throw new TypeError('a sum that sumBallots did not make');
    return read.cells;
  });
  const { text } = createEncryptedTally(ballotGroup, knownElection(election), cells);
  // The points of a ballot were checked when it came in, and not again when they were read for the sum. Outside the
  // group, these would keep the totals from being opened (PROTOCOL §1).
  if (readEncryptedTally(ballotGroup, text) === undefined) throw new TypeError('the box holds what was never checked');
  return { text };
};
