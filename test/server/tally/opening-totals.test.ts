import { beforeEach, describe, expect, test } from 'vitest';
import { utf8Bytes } from '../../../src/protocol/encoding/utf8.ts';
import type { Election } from '../../../src/protocol/record/election.ts';
import { readSupplement, writeSupplement } from '../../../src/protocol/record/supplement.ts';
import { verifyRecord } from '../../../src/protocol/verify/verify-record.ts';
import { sodiumGroup } from '../../../src/server/arithmetic/sodium-group.ts';
import { prepareClosing } from '../../../src/server/record/prepare-closing.ts';
import { readTallyRecord } from '../../../src/server/record/tally-record.ts';
import { ownRecord } from '../../../src/server/store/record-ref.ts';
import { tellerShare } from '../../support/build/tellers.ts';
import {
  type Answer,
  aVoteService,
  castAll,
  opened,
  refusedUnchanged,
  type VoteService,
} from '../../support/service/vote-service.ts';

let made: VoteService;
let election: Election;
beforeEach(async () => {
  made = await aVoteService({ voters: 4, sheets: 4, phones: 0 });
  election = await opened(made);
  await castAll(made, election, [
    [0, 0],
    [0, 1],
    [2, undefined],
    [0, 2],
  ]);
  return () => made.service.app.close();
});

const refused = (attempt: () => Promise<Answer>) => refusedUnchanged(made, attempt);
const counts = [
  [3, 0, 1],
  [1, 1, 1],
];

/** Closes the box with a balanced ledger. */
async function close(): Promise<void> {
  await made.change({ phoneVotingEndsAt: made.service.deps.clock().toISOString() });
  await made.post('announcement', made.teller(1), { issued: 4, collected: 4, sheets: 0 });
  const { status, body } = await made.post('close', made.chair);
  if (status !== 200) throw new Error(body.code);
}

async function shareOf(index: number) {
  const record = await readTallyRecord(made.service.deps, ownRecord(made.vote.state.session.id));
  return tellerShare(made.vote, index, election.text, record?.texts.encryptedTally ?? '', made.random);
}

async function send(index: number, change: Readonly<Record<string, unknown>> = {}): Promise<Answer> {
  return made.post('shares', made.teller(index), { ...(await shareOf(index)), collected: 4, ...change });
}

async function verified() {
  const { session } = await made.state();
  const { bytes } = await made.get('record', made.chair);
  const text = `{"proofs":[${session.tally?.proofs.join(',')}],"unused":[],"void":[]}`;
  const supplement = readSupplement(text);
  expect(supplement && writeSupplement(supplement)).toBe(text);
  return verifyRecord(bytes, { group: sodiumGroup, uuid: session.id, supplement: utf8Bytes(text), final: true });
}

test('the last share opens the totals, and the record verifies with the supplementary proofs', async () => {
  await close();
  const first = await send(2);
  expect(first.body).toMatchObject({
    state: 'closed',
    announced: 4,
    counted: 4,
    sharesOf: [2],
    threshold: 2,
    sparable: 1,
  });
  expect(first.body.awaited.map(({ index }: { index: number }) => index)).toEqual([1, 3]);
  await send(3);
  const last = await send(1);
  expect(last).toMatchObject({ status: 200, body: { state: 'tallied', sharesOf: [2, 3, 1], awaited: [] } });
  expect((await made.state()).session.tally).toMatchObject({ result: counts, missing: [] });
  expect(await verified()).toMatchObject({ ok: true, stage: 'result', assurance: 'supplementary-proofs' });
});

test('all tellers at the same moment: every share enters once and the totals open once', async () => {
  await close();
  const answers = await Promise.all([send(1), send(2), send(3)]);
  expect(answers.map(({ status }) => status)).toEqual([200, 200, 200]);
  expect((await made.state()).session.tally?.result).toEqual(counts);
  expect((await verified()).ok).toBe(true);
});

test('a share sent twice is answered alike, also after the totals are open', async () => {
  await close();
  const share = { ...(await shareOf(1)), collected: 4 };
  const first = await made.post('shares', made.teller(1), share);
  expect(await made.post('shares', made.teller(1), share)).toMatchObject({ status: 200, body: first.body });
  await send(2);
  await send(3);
  const before = await made.everything();
  expect((await made.post('shares', made.teller(1), share)).status).toBe(200);
  expect(await made.everything()).toEqual(before);
});

test('the chair goes on without a teller only by naming exactly who is missing', async () => {
  await close();
  const finish = (missing: readonly number[]) => made.post('tally/finish', made.chair, { missing });
  await send(3);
  expect(await refused(() => finish([1, 2]))).toMatchObject({ status: 409, code: 'not-enough-shares' });
  await send(1);
  expect(await refused(() => finish([]))).toMatchObject({ status: 409, code: 'missing-tellers-differ' });
  expect(await refused(() => finish([3]))).toMatchObject({ status: 409, code: 'missing-tellers-differ' });
  expect(await refused(() => made.post('tally/finish', made.teller(1), { missing: [2] }))).toMatchObject({
    status: 404,
  });
  const finished = await finish([2]);
  expect(finished).toMatchObject({ status: 200, body: { state: 'tallied' } });
  expect((await finish([2])).body).toEqual(finished.body);
  expect((await made.state()).session.tally).toMatchObject({ result: counts, missing: [2] });
  expect((await verified()).ok).toBe(true);
  expect(await refused(() => send(2))).toMatchObject({ status: 409, code: 'not-closed' });
});

describe('refused, with nothing changed', () => {
  test('a share before the box is closed', async () => {
    const share = { partialDecryption: '{}', proof: '{}', collected: 4 };
    expect(await refused(() => made.post('shares', made.teller(1), share))).toMatchObject({ code: 'not-closed' });
    expect(await refused(() => made.get('tally', made.chair))).toMatchObject({ status: 409, code: 'not-closed' });
  });

  test('a tally asked for another number than the announced one', async () => {
    await close();
    expect(await refused(() => send(1, { collected: 3 }))).toMatchObject({
      status: 409,
      code: 'announced-number-differs',
    });
  });

  test('a second, different share of the same teller', async () => {
    await close();
    await send(1);
    expect(await refused(() => send(1))).toMatchObject({ status: 409, code: 'share-already-sent' });
  });

  test('a wrong partial decryption is told to its teller, and the others open the totals', async () => {
    await close();
    await send(1);
    const { partialDecryption } = await shareOf(3);
    expect(await refused(() => send(2, { partialDecryption }))).toEqual({
      ...{ status: 422, code: 'share-invalid' },
      problems: [{ code: 'decryption-proof', about: 'subject 1, level 1' }],
    });
    const { proof } = await shareOf(2);
    expect((await refused(() => send(2, { proof }))).problems).toEqual([{ code: 'supplement-proof' }]);
    expect((await refused(() => send(2, { partialDecryption: '{}' }))).problems).toEqual([{ code: 'decryption-form' }]);
    expect((await send(3)).status).toBe(200);
    expect((await made.post('tally/finish', made.chair, { missing: [2] })).body.state).toBe('tallied');
  });

  test('a share by somebody who is no teller', async () => {
    await close();
    const share = { ...(await shareOf(1)), collected: 4 };
    for (const headers of [made.chair, made.seatHolder, made.stranger]) {
      expect(await refused(() => made.post('shares', headers, share))).toMatchObject({
        status: 404,
        code: 'not-found',
      });
    }
  });
});

test('a lost key is reported once and leaves fewer to spare', async () => {
  await close();
  await made.post('lost-key', made.teller(3));
  expect((await made.post('lost-key', made.teller(3))).status).toBe(204);
  expect((await made.state()).session.lostKeys).toEqual([3]);
  expect((await made.get('tally', made.chair)).body.sparable).toBe(0);
});

test('a ballot that slips in while the tally is computed is not lost: closing starts again', async () => {
  const { deps } = made.service;
  const { id } = made.vote.state.session;
  const early = await prepareClosing(deps, id);
  made.service.passSeconds(10);
  await castAll(made, election, [[1, 1]]);
  const state = await deps.store.sessions.recordState(ownRecord(id));
  expect(state?.head).not.toBe(early.head);
  await close();
  const tallied = (await made.state()).session.tally;
  expect(tallied?.encryptedTally).not.toBe(early.tally.encryptedTally);
});
