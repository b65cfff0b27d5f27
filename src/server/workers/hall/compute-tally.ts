import { sumOfCounted } from '../../../protocol/ballot-sum.ts';
import { boxedBallot } from '../../../protocol/boxed-ballot.ts';
import { readElection } from '../../../protocol/election.ts';
import { readEncryptedTally } from '../../../protocol/read-encrypted-tally.ts';
import { readRecord } from '../../../protocol/read-record.ts';
import { encryptedTally } from '../../../protocol/tally.ts';
import { ballotGroup } from '../../ballot-group.ts';
import type { Handler } from '../jobs.ts';

/** The encrypted tally of a record's ballots, the last one of each credential (PROTOCOL §8). */
export const computeTally: Handler<'computeTally'> = ({ record }) => {
  const read = readRecord(record);
  if (!read.ok) throw new TypeError(`the record is refused: ${read.refusal}`);
  const [setup] = read.value.events;
  const election = readElection(ballotGroup, setup?.files[0]?.content ?? '');
  if (!election.ok) throw new TypeError(`the record's election is refused: ${election.refusal}`);
  const files = read.value.events.filter(({ type }) => type === 'Ballot').flatMap(({ files: [file] }) => file ?? []);
  const { hashes, cells } = sumOfCounted(
    ballotGroup,
    election.election,
    files.map((file) => boxedBallot(ballotGroup, file)),
  );
  const { text } = encryptedTally(ballotGroup, cells);
  // The points of a ballot were checked when it came in. Here once more those of all together: outside the group they
  // would keep the totals from being opened (PROTOCOL §1).
  if (readEncryptedTally(ballotGroup, text) === undefined) throw new TypeError('the box holds what was never checked');
  return { text, counted: hashes.size };
};
