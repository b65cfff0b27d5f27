import { expect, test } from 'vitest';
import { wasmGroup as group } from '../../src/protocol/arithmetic/wasm-group.ts';
import { checkBallot } from '../../src/protocol/ballot/check-ballot.ts';
import { utf8Bytes } from '../../src/protocol/encoding/utf8.ts';
import { writeRecord } from '../../src/protocol/record/record.ts';
import { writeSupplement } from '../../src/protocol/record/supplement.ts';
import { combineShares, type Share } from '../../src/protocol/tally/combine.ts';
import { checkPartialDecryption, createPartialDecryption } from '../../src/protocol/tally/partial-decryption.ts';
import { openResult } from '../../src/protocol/tally/result.ts';
import type { BallotChecker } from '../../src/protocol/verify/verify-options.ts';
import { verifyRecord } from '../../src/protocol/verify/verify-record.ts';
import { good } from '../support/build/good.ts';
import { repeatableRandom } from '../support/build/recorded-random.ts';
import { closeVote, openVote, tallyOf, timestamp } from '../support/build/whole-vote.ts';

const random = repeatableRandom(5);
const marks = [
  { voter: 0, marks: [0, 3] },
  { voter: 1, marks: [2, undefined] },
  { voter: 2, marks: [0, 0] },
  { voter: 0, marks: [1, 3] },
];
const counts = [
  [1, 1, 1],
  [1, 0, 0, 1],
];
const group2of3 = openVote(group, { size: 3, threshold: 2 }, [3, 4], 5, marks, random);

test('a whole vote of ours verifies, all three tellers opening, backed by their supplementary proofs', async () => {
  const { bytes, proofs } = closeVote(group, group2of3, group2of3.keys, counts, random);
  const [unused = '', voided = ''] = group2of3.publicCredentials.slice(3);
  const supplement = utf8Bytes(writeSupplement({ proofs, unused: [unused], void: [voided] }));
  const report = await verifyRecord(bytes, { group, uuid: group2of3.election.uuid, supplement, final: true });
  expect(report).toMatchObject({ ok: true, stage: 'result', assurance: 'supplementary-proofs' });
  expect(report.numbers).toEqual({ credentials: 5, ballots: 4, counted: 3, decryptions: 3 });
  expect(report.totals?.map(({ unmarked }) => unmarked)).toEqual([0, 1]);
  // Without the supplement the third share is all there is.
  expect(await verifyRecord(bytes, { group })).toMatchObject({ ok: true, assurance: 'redundancy' });
});

test('a single teller is enough for a demonstration', async () => {
  const vote = openVote(group, { size: 1, threshold: 1 }, [1, 2], 1, [{ voter: 0, marks: [0, 1] }], random);
  const { bytes } = closeVote(group, vote, vote.keys, [[1], [0, 1]], random);
  expect(await verifyRecord(bytes, { group, final: true })).toMatchObject({ ok: true, assurance: 'nothing' });
});

test('any t tellers give the same totals, in any order, and fewer give none', () => {
  const { tally, counted } = tallyOf(group, group2of3);
  const shares = group2of3.keys.map((key): Share => {
    const text = createPartialDecryption(group, group2of3.election, key, tally, random);
    const { owner } = key;
    return { owner, decryption: good(checkPartialDecryption(group, group2of3.election, owner.key, tally, text)) };
  });
  const [one, two, three] = shares;
  if (!one || !two || !three) throw new Error('three shares');
  for (const chosen of [
    [one, two],
    [three, one],
    [two, three],
    [three, two, one],
  ]) {
    const factors = good(combineShares(group, group2of3.trustees, chosen));
    expect(good(openResult(group, tally, factors, counted))).toEqual(counts);
  }
  for (const few of [[], [two]]) {
    expect(combineShares(group, group2of3.trustees, few)).toMatchObject({ refusal: 'too-few-shares' });
  }
});

test('a ballot from a paper that was unused or void makes the record refused', async () => {
  const { bytes, proofs } = closeVote(group, group2of3, group2of3.keys, counts, random);
  const [voter = '', , , spare = '', other = ''] = group2of3.publicCredentials;
  const reason = async (lists: { unused: string[]; void: string[] }, text = writeSupplement({ proofs, ...lists })) =>
    (await verifyRecord(bytes, { group, supplement: utf8Bytes(text) })).failure?.reason;
  expect(await reason({ unused: [voter], void: [] })).toBe('paper-has-voted');
  expect(await reason({ unused: [], void: [voter] })).toBe('paper-has-voted');
  expect(await reason({ unused: [spare], void: [spare] })).toBe('list-overlap');
  expect(await reason({ unused: [spare, spare], void: [] })).toBe('list-overlap');
  expect(await reason({ unused: ['no credential of ours'], void: [] })).toBe('list-unknown');
  const sorted = writeSupplement({ proofs, unused: [spare, other], void: [] });
  const [first = '', second = ''] = [spare, other].sort((a, b) => sorted.indexOf(a) - sorted.indexOf(b));
  expect(await reason({ unused: [spare, other], void: [] })).toBeUndefined();
  const swapped = sorted.replace(`"${first}","${second}"`, `"${second}","${first}"`);
  expect(await reason({ unused: [], void: [] }, swapped)).toBe('list-order');
});

test('ballots can be checked somewhere else, with the same outcome', async () => {
  const { bytes } = closeVote(group, group2of3, group2of3.keys, counts, random);
  const elsewhere: BallotChecker = async ({ election, credentials, ballots, onChecked }) => {
    const context = { credentials: new Set(credentials), seen: new Set<string>() };
    return ballots.map((ballot, index) => {
      const check = checkBallot(group, election, ballot, context);
      onChecked(index + 1);
      return check.ok ? undefined : check.refusal;
    });
  };
  const here = await verifyRecord(bytes, { group });
  const progress: number[] = [];
  const onProgress = ({ check, done }: { check: string; done: number }) => check === 'V6' && progress.push(done);
  const there = await verifyRecord(bytes, { group, checkBallots: elsewhere, onProgress });
  expect(there.fingerprints).toEqual(here.fingerprints);
  expect(there.totals).toEqual(here.totals);
  expect(progress).toEqual([1, 2, 3, 4]);
  const [setup, ballot] = group2of3.events;
  if (!setup || !ballot) throw new Error('events of the vote');
  const twice = writeRecord(timestamp, [setup, ballot, ballot]).bytes;
  expect((await verifyRecord(twice, { group, checkBallots: elsewhere })).failure?.reason).toBe('duplicate-ballot');
  const lazy: BallotChecker = async () => [];
  await expect(verifyRecord(twice, { group, checkBallots: lazy })).rejects.toThrow('did not answer');
});
