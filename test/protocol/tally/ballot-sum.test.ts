import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Group } from '../../../src/protocol/arithmetic/group.ts';
import { wasmGroup as group } from '../../../src/protocol/arithmetic/wasm-group.ts';
import { boxedBallot } from '../../../src/protocol/ballot/boxed-ballot.ts';
import { createBallot } from '../../../src/protocol/ballot/create-ballot.ts';
import { sha256Hex } from '../../../src/protocol/encoding/hash.ts';
import { utf8Bytes } from '../../../src/protocol/encoding/utf8.ts';
import { type RecordEvent, writeRecord } from '../../../src/protocol/record/record.ts';
import { ballotEvent, encryptedTallyEvent, endBallotsEvent } from '../../../src/protocol/record/record-events.ts';
import { type BallotSum, emptySum, sumOfCounted } from '../../../src/protocol/tally/ballot-sum.ts';
import { encryptedTally } from '../../../src/protocol/tally/tally.ts';
import type { BallotChecker, VerifyOptions } from '../../../src/protocol/verify/verify-options.ts';
import { verifyRecord } from '../../../src/protocol/verify/verify-record.ts';
import { repeatableRandom } from '../../support/build/recorded-random.ts';
import { openVote, tallyOf, timestamp } from '../../support/build/whole-vote.ts';

const random = repeatableRandom(45);
const vote = openVote(group, { size: 1, threshold: 1 }, [3, 2], 4, [], random);
const { election, credentials } = vote;
const [setup] = vote.events;
if (setup === undefined) throw new Error('a vote begins with its setup');

/** Three ballots of each of four papers: whatever comes after another one of its paper replaces it. */
const cards = credentials.flatMap((credential) =>
  [
    [0, 0],
    [2, undefined],
    [1, 1],
  ].map((marks) => utf8Bytes(createBallot(group, election, credential, marks, random).text)),
);
const boxOf = (ballots: readonly Uint8Array[], on: Group = group) =>
  ballots.map((content) => boxedBallot(on, { hash: sha256Hex(content), content }));
const eventsOf = (ballots: readonly Uint8Array[]): RecordEvent[] => [setup, ...ballots.map(ballotEvent)];
const tallyText = ({ cells }: BallotSum) => encryptedTally(group, cells).text;
/** Added up from nothing, all of it. */
const expected = (ballots: readonly Uint8Array[]) => tallyOf(group, { election, events: eventsOf(ballots) });

/** Counts the points that are read. */
function counting() {
  const read = { points: 0 };
  const on: Group = {
    ...group,
    decodeAgain: (text) => {
      read.points += 1;
      return group.decodeAgain(text);
    },
  };
  return { read, on };
}
const pointsOfBallot = 2 * (3 + 2);

test('however often a sum is carried on as the box grows, it is the sum of the ballots that count', () => {
  const order = fc.shuffledSubarray(cards, { minLength: 1 });
  fc.assert(
    fc.property(order, fc.array(fc.nat(12), { maxLength: 3 }), (ballots, looks) => {
      const states = [...looks.filter((at) => at < ballots.length).sort((a, b) => a - b), ballots.length];
      let sum = emptySum;
      for (const at of states) sum = sumOfCounted(group, election, boxOf(ballots.slice(0, at)), sum);
      const { tally, counted } = expected(ballots);
      expect(tallyText(sum)).toBe(tally.text);
      expect(sum.hashes.size).toBe(counted);
    }),
    { numRuns: 60 },
  );
});

test('a sum that is carried on reads new ballots, and those that they replace', () => {
  const [first, again, , second, , , third] = cards;
  if (!first || !again || !second || !third) throw new Error('there are twelve');
  const sum = sumOfCounted(group, election, boxOf([first, second]));
  const { read, on } = counting();
  const grown = sumOfCounted(on, election, boxOf([first, second, third], on), sum);
  expect(read.points).toBe(pointsOfBallot);
  const recast = sumOfCounted(on, election, boxOf([first, second, third, again], on), grown);
  expect(read.points).toBe(3 * pointsOfBallot);
  expect(tallyText(recast)).toBe(expected([first, second, third, again]).tally.text);
  expect(sumOfCounted(on, election, boxOf([first, second, third, again], on), recast).hashes).toEqual(recast.hashes);
  expect(read.points).toBe(3 * pointsOfBallot);
});

test('a sum with a ballot that the box does not hold is of no use', () => {
  const [first, , , second, , , third] = cards;
  if (!first || !second || !third) throw new Error('there are twelve');
  const sum = sumOfCounted(group, election, boxOf([first, second, third]));
  const left = sumOfCounted(group, election, boxOf([first, third]), sum);
  expect(tallyText(left)).toBe(expected([first, third]).tally.text);
  expect(left.hashes.size).toBe(2);
  expect(tallyText(sumOfCounted(group, election, [], sum))).toBe(expected([]).tally.text);
});

const everyHolds: BallotChecker = async ({ ballots }) => ballots.map(() => undefined);

/** A closed record: of these ballots, with the tally of those. */
function closed(ballots: readonly Uint8Array[], tallied: readonly Uint8Array[] = ballots): Uint8Array {
  const { tally, counted } = expected(tallied);
  const closing = [endBallotsEvent(), encryptedTallyEvent(utf8Bytes(tally.text), counted)];
  return writeRecord(timestamp, [...eventsOf(ballots), ...closing]).bytes;
}

test('a verification goes on from the one before, and finds the same', async () => {
  const [first, again, , second] = cards;
  if (!first || !again || !second) throw new Error('there are twelve');
  const { read, on } = counting();
  const options: VerifyOptions = { group: on, checkBallots: everyHolds };
  const open = await verifyRecord(writeRecord(timestamp, eventsOf([first, second])).bytes, {
    ...options,
    sum: emptySum,
  });
  expect(open.verified?.tally).toBeUndefined();
  const { sum } = open.verified ?? {};
  if (sum === undefined) throw new Error('a sum was asked for');
  read.points = 0;
  const record = closed([first, second, again]);
  const ahead = await verifyRecord(record, { ...options, sum });
  expect(read.points).toBe(2 * pointsOfBallot);
  const { verified, ...report } = await verifyRecord(record, options);
  expect(report.ok).toBe(true);
  expect(ahead).toMatchObject(report);
  expect(ahead.verified?.tally?.text).toBe(verified?.tally?.text);
  // Nobody who did not ask gets one before the end.
  const unasked = await verifyRecord(writeRecord(timestamp, eventsOf([first])).bytes, options);
  expect(unasked.verified?.sum).toBeUndefined();
});

test('a tally of other ballots than the record’s is refused, though it is the sum that was made ahead', async () => {
  const [first, again, , second] = cards;
  if (!first || !again || !second) throw new Error('there are twelve');
  const options: VerifyOptions = { group, checkBallots: everyHolds };
  const reasonOf = async (ahead: readonly Uint8Array[], record: Uint8Array) => {
    const open = writeRecord(timestamp, eventsOf(ahead)).bytes;
    const { verified } = await verifyRecord(open, { ...options, sum: emptySum });
    if (verified?.sum === undefined) throw new Error('a sum was asked for');
    return (await verifyRecord(record, { ...options, sum: verified.sum })).failure?.reason;
  };
  expect(await reasonOf([first, second], closed([first, second], [first, second]))).toBeUndefined();
  // Recast, but the tally is still the earlier one's.
  expect(await reasonOf([first, second], closed([first, second, again], [first, second]))).toBe('tally');
  // Left out of the record, but counted.
  expect(await reasonOf([first, second], closed([first], [first, second]))).toBe('tally');
  // In the record, but not counted.
  expect(await reasonOf([first, second], closed([first, second], [first]))).toBe('tally');
  // Another ballot in the place of one that was added up.
  expect(await reasonOf([first, second], closed([again, second], [first, second]))).toBe('tally');
});
