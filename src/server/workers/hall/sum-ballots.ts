import { boxedBallot } from '../../../protocol/ballot/boxed-ballot.ts';
import { readRecordEvents, readRecordFiles } from '../../../protocol/record/read-record.ts';
import { createEncryptedTally } from '../../../protocol/tally/tally.ts';
import { ballotGroup } from '../../arithmetic/ballot-group.ts';
import type { Handler } from '../jobs.ts';
import { knownElection } from './known-elections.ts';

/** The product of the ballots in a piece of a record that count, after V1 and V2 of the piece (PROTOCOL §11). */
export const sumBallots: Handler<'sumBallots'> = ({ election, record, before, counted }) => {
  const opened = readRecordFiles(record);
  if (!opened.ok) throw new TypeError(`the record is refused: ${opened.refusal}`);
  const events = readRecordEvents(opened.value.files, before ?? undefined);
  if (!events.ok) throw new TypeError(`the record is refused: ${events.refusal}`);
  const names = new Set(counted);
  const files = events.value.flatMap(({ type, files: [file] }) =>
    type === 'Ballot' && file !== undefined && names.has(file.hash) ? [file] : [],
  );
  if (files.length !== names.size) throw new TypeError('the record lacks a ballot that counts');
  const cells = files.map((file) => boxedBallot(ballotGroup, file).ciphertexts());
  const { text } = createEncryptedTally(ballotGroup, knownElection(election), cells);
  return { text, head: events.value.at(-1)?.hash ?? '' };
};
