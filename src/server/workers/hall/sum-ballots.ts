import { boxedBallot } from '../../../protocol/ballot/boxed-ballot.ts';
import { readRecordEvents, readRecordFiles } from '../../../protocol/record/read-record.ts';
import { createEncryptedTally } from '../../../protocol/tally/tally.ts';
import { ballotGroup } from '../../arithmetic/ballot-group.ts';
import type { Handler } from '../jobs.ts';
import { knownElection } from './known-elections.ts';

/** The product of the ballots in a piece of a record that count, after V1 and V2 of the piece (PROTOCOL §11). */
export const sumBallots: Handler<'sumBallots'> = ({ election, record, before, counted }) => {
  const opened = readRecordFiles(record);
  if (!opened.ok) return { ok: false, problem: `its record is refused: ${opened.refusal}` };
  const events = readRecordEvents(opened.value.files, before ?? undefined);
  if (!events.ok) return { ok: false, problem: `its record is refused: ${events.refusal}` };
  const files = counted.flatMap((at) => {
    const event = events.value[at];
    return event?.type === 'Ballot' ? event.files.slice(0, 1) : [];
  });
  if (files.length !== counted.length) return { ok: false, problem: 'its record lacks a ballot that counts' };
  const cells = files.map((file) => boxedBallot(ballotGroup, file).ciphertexts());
  const { text } = createEncryptedTally(ballotGroup, knownElection(election), cells);
  return { ok: true, text, head: events.value.at(-1)?.hash ?? '' };
};
