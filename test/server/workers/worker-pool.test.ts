import { afterAll, expect, test } from 'vitest';
import { sessionId } from '../../../src/domain/session/session.ts';
import { createBallot } from '../../../src/protocol/ballot/create-ballot.ts';
import { sha256Hex } from '../../../src/protocol/encoding/hash.ts';
import { utf8Bytes } from '../../../src/protocol/encoding/utf8.ts';
import { ballotEvent } from '../../../src/protocol/record/record-events.ts';
import { sodiumGroup } from '../../../src/server/arithmetic/sodium-group.ts';
import { appendParts, joinParts } from '../../../src/server/record/append-part.ts';
import { buildSetup, setupEventOf } from '../../../src/server/record/build-setup.ts';
import { workerPool } from '../../../src/server/workers/worker-pool.ts';
import { repeatableRandom } from '../../support/build/recorded-random.ts';
import { tellerShare, theElection } from '../../support/build/tellers.ts';
import { aVote } from '../../support/build/votes.ts';

const pool = workerPool(2);
afterAll(() => pool.close());

const random = repeatableRandom(11);
const vote = aVote();
const setup = buildSetup(vote.state.session, vote.state.papers.keys());
const election = theElection(setup.election);

function ballotOf(at: number, marks: readonly (number | undefined)[]): { text: string; credential: string } {
  const paper = vote.sheets[at];
  if (paper === undefined) throw new Error('no such paper');
  const { text } = createBallot(sodiumGroup, election, paper.credential, marks, random);
  return { text, credential: paper.public };
}

function recordOf(ballots: readonly string[]): Uint8Array {
  const events = [setupEventOf(setup), ...ballots.map((ballot) => ballotEvent(utf8Bytes(ballot)))];
  const electionId = sessionId.parse(election.uuid);
  return joinParts(appendParts(electionId, undefined, events, () => new Date(0)));
}

/** The encrypted tally of a box of these ballots, as far as they count. */
async function tallyOf(ballots: readonly string[], counted = ballots): Promise<string> {
  const { election: text } = setup;
  const piece = {
    record: recordOf(ballots),
    before: null,
    counted: counted.map((ballot) => 1 + ballots.indexOf(ballot)),
  };
  const sum = await pool.run('sumBallots', { election: text, ...piece });
  if (!sum.ok) throw new Error(sum.problem);
  return (await pool.run('computeTally', { election: text, sums: [sum.text] })).text;
}

function shareOf(index: number, encryptedTally: string) {
  const { partialDecryption, proof } = tellerShare(vote, index, setup.election, encryptedTally, random);
  return { owner: index, decryption: partialDecryption, proof };
}

test('a worker accepts a ballot that holds and names the reason for one that does not', async () => {
  const { text: ballot, credential } = ballotOf(0, [0, 1]);
  const job = { election: setup.election, ballot, credential };
  expect(await pool.run('checkBallot', job)).toMatchObject({ ok: true, hash: sha256Hex(ballot) });
  const other = vote.sheets[1]?.public ?? '';
  expect(await pool.run('checkBallot', { ...job, credential: other })).toEqual({
    ok: false,
    refusal: 'unknown-credential',
  });
  const copied = ballot.replace(credential, other);
  expect(await pool.run('checkBallot', { ...job, ballot: copied, credential: other })).toMatchObject({ ok: false });
});

test('the last ballot of a paper is tallied, its shares are checked, and the totals open', async () => {
  const ballots = [ballotOf(0, [2, 2]), ballotOf(1, [0, undefined]), ballotOf(0, [0, 1])].map(({ text }) => text);
  const encryptedTally = await tallyOf(ballots, ballots.slice(1));
  const counted = 2;
  const texts = { election: setup.election, trustees: setup.trustees, encryptedTally };
  const shares = [1, 2, 3].map((index) => shareOf(index, encryptedTally));
  for (const share of shares) expect(await pool.run('checkShare', { ...texts, ...share })).toEqual({ ok: true });
  const counts = [
    [2, 0, 0],
    [0, 1, 0],
  ];
  expect(await pool.run('openTotals', { ...texts, shares, counted })).toEqual({ ok: true, counts });
  expect(await pool.run('openTotals', { ...texts, shares: shares.slice(1), counted })).toEqual({ ok: true, counts });
});

test('a box whose points were never checked is not tallied: its totals could not be opened', async () => {
  const { text } = ballotOf(1, [0, 1]);
  // The point of order two, −1: on the curve, outside the group.
  const outside = text.replace(/"beta":"[0-9a-f]{64}"/, `"beta":"7${'f'.repeat(61)}ec"`);
  await expect(tallyOf([ballotOf(0, [0, 1]).text, outside])).rejects.toThrow('never checked');
});

test('a share of another teller, of another tally or without its supplementary proof is refused with its reason', async () => {
  const encryptedTally = await tallyOf([ballotOf(0, [0, 1]).text]);
  const otherTally = await tallyOf([ballotOf(1, [0, 1]).text]);
  const texts = { election: setup.election, trustees: setup.trustees, encryptedTally };
  const share = shareOf(1, encryptedTally);
  const refusalOf = async (change: Partial<typeof share>) => {
    const verdict = await pool.run('checkShare', { ...texts, ...share, ...change });
    return verdict.ok ? undefined : verdict.refusal;
  };
  expect(await refusalOf({ owner: 2 })).toBe('decryption-proof');
  expect(await refusalOf({ owner: 4 })).toBe('owner');
  expect(await refusalOf({ decryption: 'no JSON' })).toBe('decryption-form');
  expect(await refusalOf({ decryption: shareOf(1, otherTally).decryption })).toBe('decryption-proof');
  expect(await refusalOf({ proof: '{}' })).toBe('supplement-proof');
  expect(await refusalOf({ proof: shareOf(1, encryptedTally).proof })).toBe('supplement-proof');
});

test('shares that do not fit each other open nothing', async () => {
  const encryptedTally = await tallyOf([ballotOf(0, [0, 1]).text]);
  const texts = { election: setup.election, trustees: setup.trustees, encryptedTally };
  expect(await pool.run('openTotals', { ...texts, shares: [shareOf(1, encryptedTally)], counted: 1 })).toMatchObject({
    ok: false,
    refusal: 'too-few-shares',
  });
});

test('a record whole is verified in a worker, and a bent one refused', async () => {
  const record = recordOf([ballotOf(0, [0, 1]).text]);
  expect(await pool.run('verifyRehearsal', { record, uuid: election.uuid })).toEqual({ ok: true });
  expect(await pool.run('verifyRehearsal', { record, uuid: election.uuid, final: true })).toMatchObject({
    ok: false,
    failure: { check: 'V9' },
  });
  const bent = record.slice();
  bent[bent.length - 600] = (bent[bent.length - 600] ?? 0) ^ 1;
  expect(await pool.run('verifyRehearsal', { record: bent, uuid: election.uuid })).toMatchObject({ ok: false });
});
