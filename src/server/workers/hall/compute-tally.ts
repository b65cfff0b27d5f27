import { readElection } from '../../../protocol/election.ts';
import { readRecord } from '../../../protocol/read-record.ts';
import { type BoxedBallot, countedBallots, createEncryptedTally, readBoxedBallot } from '../../../protocol/tally.ts';
import { sodiumGroup } from '../../sodium-group.ts';
import type { Handler } from '../jobs.ts';

/** The encrypted tally of a record's ballots, the last one of each credential (PROTOCOL §8). */
export const computeTally: Handler<'computeTally'> = ({ record }) => {
  const read = readRecord(record);
  if (!read.ok) throw new TypeError(`the record is refused: ${read.refusal}`);
  const [setup] = read.value.events;
  const election = readElection(sodiumGroup, setup?.files[0]?.content ?? '');
  if (!election.ok) throw new TypeError(`the record's election is refused: ${election.refusal}`);
  const ballots = read.value.events.filter(({ type }) => type === 'Ballot').map(({ files }) => ballotIn(files));
  const counted = countedBallots(ballots);
  const cells = counted.map(({ ciphertexts }) => ciphertexts);
  return { text: createEncryptedTally(sodiumGroup, election.election, cells).text, counted: counted.length };
};

function ballotIn([file]: readonly { readonly content: Uint8Array }[]): BoxedBallot {
  const ballot = file && readBoxedBallot(sodiumGroup, file.content);
  if (ballot === undefined) throw new TypeError('the box holds what was never checked');
  return ballot;
}
