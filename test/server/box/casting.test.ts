import { beforeEach, describe, expect, test } from 'vitest';
import { wasmGroup } from '../../../src/protocol/arithmetic/wasm-group.ts';
import { createBallot } from '../../../src/protocol/ballot/create-ballot.ts';
import { encodeHint } from '../../../src/protocol/ballot/hint.ts';
import { sha256Base64, sha256Hex } from '../../../src/protocol/encoding/hash.ts';
import type { Election } from '../../../src/protocol/record/election.ts';
import { verifyRecord } from '../../../src/protocol/verify/verify-record.ts';
import { sodiumGroup } from '../../../src/server/arithmetic/sodium-group.ts';
import { joinParts } from '../../../src/server/record/append-part.ts';
import { ownRecord } from '../../../src/server/store/record-ref.ts';
import { withAllPapers } from '../../../src/server/store/session-store.ts';
import {
  type Answer,
  aVoteService,
  opened,
  refusedUnchanged,
  sealed,
  sealedFalsely,
  type VoteService,
} from '../../support/service/vote-service.ts';

const key = (digit: string) => digit.repeat(32);

let made: VoteService;
let election: Election;
beforeEach(async () => {
  made = await aVoteService();
  election = await opened(made);
  return () => made.service.app.close();
});

function cast(ballot: string, recastKey = key('a')): Promise<Answer> {
  return made.post('ballots', made.holder, { ballot, recastKey });
}

function ballotOf(at: number, marks: readonly (number | undefined)[] = [0, 1]): string {
  return sealed(made, election, made.vote.sheets[at], marks);
}

const refused = (attempt: () => Promise<Answer>) => refusedUnchanged(made, attempt);

async function record(): Promise<Uint8Array> {
  const parts = await made.service.deps.store.sessions.record(ownRecord(made.vote.state.session.id));
  return joinParts(parts);
}

test('a ballot that holds is in the box when its phone is told so, under the tracker the phone computed', async () => {
  const ballot = ballotOf(0);
  const { status, body } = await cast(ballot);
  expect(status).toBe(200);
  expect(body.tracker).toBe(sha256Base64(ballot));
  const report = await verifyRecord(await record(), {
    group: sodiumGroup,
    heads: [body.head],
    trackers: [body.tracker],
  });
  expect(report).toMatchObject({ ok: true, stage: 'open', numbers: { ballots: 1 } });
  const paper = (await made.state()).papers.get(made.vote.sheets[0]?.public ?? '');
  expect(paper).toMatchObject({ votedBy: 'phone', recastKeyHash: sha256Hex(key('a')) });
});

test('a hint that comes with a ballot decides nothing: useless, of another ballot, or right', async () => {
  const seal = (at: number) =>
    createBallot(wasmGroup, election, made.vote.sheets[at]?.credential ?? '', [0, 1], made.random);
  const other = encodeHint(seal(4).hint ?? new Uint8Array());
  for (const [at, hint] of [undefined, 'nothing', other].entries()) {
    const answer = await made.post('ballots', made.holder, { ballot: seal(at).text, recastKey: key('a'), hint });
    expect(answer.status).toBe(200);
  }
  const { text, hint } = seal(3);
  const body = { ballot: text, recastKey: key('a'), hint: encodeHint(hint ?? new Uint8Array()) };
  expect((await made.post('ballots', made.holder, body)).status).toBe(200);
  const ballot = sealedFalsely(made, election, made.vote.sheets[4]);
  expect(await refused(() => made.post('ballots', made.holder, { ...body, ballot }))).toMatchObject({
    code: 'ballot-invalid',
    problems: [{ code: 'individual-proof' }],
  });
});

test('a phone may cast again and the last ballot counts', async () => {
  await cast(ballotOf(0, [2, 2]));
  made.service.passSeconds(10);
  const second = await cast(ballotOf(0, [0, 0]));
  const other = await cast(ballotOf(1));
  made.service.passSeconds(15);
  const { body } = await made.get('trackers', made.holder);
  expect(body).toMatchObject({ state: 'open', head: { height: 3 } });
  expect(new Set(body.trackers)).toEqual(new Set([second.body.tracker, other.body.tracker]));
});

test('the same ballot sent again is acknowledged again and stands in the box once', async () => {
  const ballot = ballotOf(0);
  const first = await cast(ballot);
  const reopened = { state: 'open', phoneVotingEndsAt: null, countdown: null } as const;
  await made.change(reopened);
  const before = await made.everything();
  expect((await cast(ballot)).body).toEqual(first.body);
  await made.change({ phoneVotingEndsAt: '2026-12-01T00:00:00.000Z' });
  expect((await cast(ballot)).body).toEqual(first.body);
  await made.change(reopened);
  expect(await made.everything()).toEqual(before);
});

test('two phones at the same moment: one paper has one phone', async () => {
  const answers = await Promise.all([cast(ballotOf(0), key('a')), cast(ballotOf(0), key('b'))]);
  expect(answers.map(({ status }) => status).sort()).toEqual([200, 409]);
  expect((await made.get('trackers', made.holder)).body.trackers).toHaveLength(1);
});

test('a ballot arriving twice at the same moment enters once, and both requests get its tracker', async () => {
  const ballot = ballotOf(0);
  const [one, two] = await Promise.all([cast(ballot), cast(ballot)]);
  expect([one?.status, two?.status]).toEqual([200, 200]);
  expect(one?.body.tracker).toBe(two?.body.tracker);
  expect((await verifyRecord(await record(), { group: sodiumGroup })).numbers?.ballots).toBe(1);
});

describe('refused, with nothing changed', () => {
  test('a photographed QR code cannot outvote the phone that voted first', async () => {
    await cast(ballotOf(0));
    const attempt = () => cast(ballotOf(0, [2, 2]), key('b'));
    expect(await refused(attempt)).toMatchObject({ status: 409, code: 'other-phone' });
  });

  test('a paper that was never issued', async () => {
    const [stranger] = (await aVoteService({ sheets: 9 })).vote.sheets.slice(8);
    expect(await refused(() => cast(sealed(made, election, stranger, [0, 1])))).toMatchObject({
      ...{ status: 404, code: 'unknown-paper' },
    });
  });

  test('a paper that was voided', async () => {
    const { session, papers } = await made.state();
    const credential = made.vote.sheets[0]?.public ?? '';
    const paper = papers.get(credential);
    if (paper === undefined) throw new Error('no paper');
    for (const [fate, code] of [
      ['void', 'void-paper'],
      ['unused', 'unused-paper'],
    ] as const) {
      await made.service.deps.store.sessions.update(session.id, withAllPapers, (state) => ({
        ...{
          ok: true,
          value: { after: { ...state, papers: new Map(state.papers).set(credential, { ...paper, fate }) } },
        },
      }));
      expect(await refused(() => cast(ballotOf(0)))).toMatchObject({ status: 409, code });
    }
  });

  test('a ballot while the box is not open yet, is closed, or is being counted', async () => {
    await made.change({ state: 'issued' });
    expect(await refused(() => cast(ballotOf(0)))).toMatchObject({ code: 'session-not-open' });
    await made.change({ state: 'closed' });
    expect(await refused(() => cast(ballotOf(0)))).toMatchObject({ code: 'session-not-open' });
    await made.change({ state: 'counting' });
    expect(await refused(() => cast(ballotOf(0)))).toMatchObject({ code: 'phone-voting-ended' });
    await made.change({ state: 'open', phoneVotingEndsAt: '2026-12-01T01:01:00.000Z' });
    expect((await cast(ballotOf(1))).status).toBe(200);
    made.service.passSeconds(60);
    expect(await refused(() => cast(ballotOf(0)))).toMatchObject({ code: 'phone-voting-ended' });
  });

  test('a ballot of another session, even of one with the same subjects and keys', async () => {
    const other = await aVoteService({ id: 'Dw5xMuS7nSTvZXhgfedcba' });
    const foreign = sealed(other, await opened(other), other.vote.sheets[0], [0, 1]);
    expect(await refused(() => cast(foreign))).toEqual({
      ...{ status: 422, code: 'ballot-invalid', problems: [{ code: 'wrong-election' }] },
    });
    const renamed = foreign.replace(other.vote.state.session.id, election.uuid);
    expect(await refused(() => cast(renamed))).toMatchObject({ status: 404, code: 'unknown-paper' });
  });

  test('a ballot copied under another paper', async () => {
    const ballot = ballotOf(0);
    await cast(ballot);
    const copied = ballot.replace(made.vote.sheets[0]?.public ?? '', made.vote.sheets[1]?.public ?? '');
    expect(await refused(() => cast(copied, key('b')))).toMatchObject({ status: 422, code: 'ballot-invalid' });
  });

  test('a ballot whose proof does not hold, although its holder signed it', async () => {
    const problems = [{ code: 'individual-proof' }];
    const attempt = () => cast(sealedFalsely(made, election, made.vote.sheets[0]));
    expect(await refused(attempt)).toEqual({ status: 422, code: 'ballot-invalid', problems });
    const [one, two] = [ballotOf(0, [0, 1]), ballotOf(0, [1, 0])].map((text) => JSON.parse(text));
    const mixed = JSON.stringify({ ...one, answers: [one.answers[0], two.answers[1]] });
    expect(await refused(() => cast(mixed))).toMatchObject({ problems: [{ code: 'signature-hash' }] });
  });

  test('ballots that fail again and again, of one paper and no other, and only for a while', async () => {
    const falsely = () => cast(sealedFalsely(made, election, made.vote.sheets[0]));
    for (let times = 0; times < 10; times++) expect((await falsely()).body.code).toBe('ballot-invalid');
    expect(await refused(falsely)).toMatchObject({ status: 429, code: 'too-many-failing-ballots' });
    expect((await cast(ballotOf(1))).status).toBe(200);
    made.service.passSeconds(60);
    expect((await cast(ballotOf(0))).status).toBe(200);
  });

  test('nobody who only knows a public credential can use up the tries of its paper', async () => {
    const credential = made.vote.sheets[0]?.public ?? '';
    const forged = ballotOf(1).replace(made.vote.sheets[1]?.public ?? '', credential);
    for (let times = 0; times < 12; times++) expect((await cast(forged)).body.code).toBe('ballot-invalid');
    expect((await cast(ballotOf(0))).status).toBe(200);
  });

  test('what is no ballot, or one of another shape or size', async () => {
    const ballot = ballotOf(0);
    const attempts = ['{}', 'không phải phiếu', `${ballot} `, ballot.replace('"answers"', '"answer"')];
    for (const attempt of attempts) {
      expect(await refused(() => cast(attempt))).toMatchObject({ status: 422, code: 'ballot-invalid' });
    }
    const parsed = JSON.parse(ballot);
    const doubled = JSON.stringify({ ...parsed, answers: [...parsed.answers, ...parsed.answers] });
    expect((await refused(() => cast(doubled))).problems).toEqual([{ code: 'too-long' }]);
    const short = JSON.stringify({ ...parsed, answers: parsed.answers.slice(1) });
    expect((await refused(() => cast(short))).problems).toEqual([{ code: 'wrong-counts' }]);
    expect(await refused(() => cast('x'.repeat(1_000_000)))).toMatchObject({ status: 413, code: 'too-large' });
    expect(await refused(() => cast(''))).toMatchObject({ status: 400, code: 'invalid-request' });
    expect(await refused(() => cast(ballot, 'short'))).toMatchObject({ status: 400, code: 'invalid-request' });
  });

  test('a phone paper whose voter is absent waits; remote voting would let it in', async () => {
    const [phone] = made.vote.phones;
    const { session } = await made.state();
    const roll = session.roll.map((voter, at) => (at === 0 ? { ...voter, present: false } : voter));
    await made.change({ roll });
    const ballot = sealed(made, election, phone, [0, 1]);
    expect(await refused(() => cast(ballot))).toMatchObject({ status: 409, code: 'voter-absent' });
    await made.change({ form: { ...session.form, remoteVoting: true } });
    expect((await cast(ballot)).status).toBe(200);
  });

  test('a phone once the sheet of the paper was counted', async () => {
    const { session, papers } = await made.state();
    const credential = made.vote.sheets[0]?.public ?? '';
    const paper = papers.get(credential);
    if (paper === undefined) throw new Error('no paper');
    await made.service.deps.store.sessions.update(session.id, withAllPapers, (state) => ({
      ...{
        ok: true,
        value: { after: { ...state, papers: new Map(papers).set(credential, { ...paper, votedBy: 'sheet' }) } },
      },
    }));
    expect(await refused(() => cast(ballotOf(0)))).toMatchObject({ status: 409, code: 'replaced-by-sheet' });
  });

  test('without the key that opens the ballot, there is nothing here', async () => {
    const body = { ballot: ballotOf(0), recastKey: key('a') };
    expect(await refused(() => made.post('ballots', {}, body))).toMatchObject({ status: 401 });
    const wrong = { 'x-read-key': 'another-read-key' };
    expect(await refused(() => made.post('ballots', wrong, body))).toMatchObject({ status: 404, code: 'not-found' });
  });
});

test('no ballot, credential or recast key is logged, and no recast key is kept', async () => {
  const ballot = ballotOf(0);
  await cast(ballot);
  await cast(ballot.replace('"answers"', '"answer"'));
  const logged = made.service.log.join('');
  const credential = made.vote.sheets[0]?.public ?? '';
  for (const secret of [credential, key('a'), sha256Hex(ballot), sha256Base64(ballot)]) {
    expect(logged).not.toContain(secret);
  }
  const kept = JSON.stringify([...(await made.state()).papers.values()]);
  expect(kept).not.toContain(key('a'));
});
