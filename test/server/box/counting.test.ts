import { beforeEach, describe, expect, test } from 'vitest';
import { accept } from '../../../src/domain/ruling.ts';
import type { Marks } from '../../../src/protocol/ballot/create-ballot.ts';
import { sha256Base64 } from '../../../src/protocol/encoding/hash.ts';
import type { Election } from '../../../src/protocol/record/election.ts';
import { verifyRecord } from '../../../src/protocol/verify/verify-record.ts';
import { sodiumGroup } from '../../../src/server/arithmetic/sodium-group.ts';
import { withAllPapers } from '../../../src/server/store/session-store.ts';
import { publishedAs } from '../../support/build/stored-sessions.ts';
import {
  type Answer,
  aVoteService,
  castAll,
  counting,
  opened,
  refusedUnchanged,
  sealed,
  type VoteService,
} from '../../support/service/vote-service.ts';

let made: VoteService;
let election: Election;
beforeEach(async () => {
  made = await aVoteService({ voters: 6, sheets: 4, phones: 2 });
  election = await opened(made);
  return () => made.service.app.close();
});

const refused = (attempt: () => Promise<Answer>) => refusedUnchanged(made, attempt);
const numbers = { issued: 6, collected: 3, sheets: 1 };

function keyed(at: number, marks: Marks, invalidReason: string | null = null): Promise<Answer> {
  const ballot = sealed(made, election, made.vote.sheets[at], marks);
  return made.post('sheets', made.teller(1), { ballot, invalidReason });
}

test('a sheet from the box replaces its paper’s phone ballot, and the desk is told', async () => {
  await castAll(made, election, [
    [0, 0],
    [1, 1],
  ]);
  await counting(made, numbers);
  const credential = made.vote.sheets[1]?.public;
  expect((await made.get(`sheets/${credential}`, made.teller(2))).body).toEqual({ fate: 'live', votedBy: 'phone' });
  const { status, body } = await keyed(1, [2, undefined]);
  expect([status, body.replacesPhone]).toEqual([200, true]);
  made.service.passSeconds(15);
  const { trackers } = (await made.get('trackers', made.chair)).body;
  expect([trackers.length, trackers.includes(body.tracker)]).toEqual([2, true]);
});

test('a wholly invalid sheet is counted with its reason, once', async () => {
  await counting(made, numbers);
  const { session } = await made.state();
  const reason = session.form.invalidSheetReasons[0]?.id ?? '';
  const ballot = sealed(made, election, made.vote.sheets[0], [undefined, undefined]);
  const send = () => made.post('sheets', made.teller(1), { ballot, invalidReason: reason });
  const first = await send();
  expect((await send()).body).toEqual(first.body);
  expect((await made.state()).session.invalidSheets).toEqual({ [reason]: 1 });
});

describe('refused, with nothing changed', () => {
  test('keying before counting, before the announcement, or by somebody who is no teller', async () => {
    expect(await refused(() => keyed(0, [0, 0]))).toMatchObject({ status: 409, code: 'not-counting' });
    expect(await refused(() => made.post('announcement', made.teller(1), numbers))).toMatchObject({
      code: 'not-counting',
    });
    await made.change({ phoneVotingEndsAt: made.service.deps.clock().toISOString() });
    expect(await refused(() => keyed(0, [0, 0]))).toMatchObject({ status: 409, code: 'not-announced' });
    const ballot = sealed(made, election, made.vote.sheets[0], [0, 0]);
    const attempt = () => made.post('sheets', made.chair, { ballot, invalidReason: null });
    expect(await refused(attempt)).toMatchObject({ status: 404, code: 'not-found' });
  });

  test('more collected than issued, or more sheets than collected', async () => {
    await made.change({ phoneVotingEndsAt: made.service.deps.clock().toISOString() });
    for (const impossible of [{ collected: 7 }, { sheets: 4 }]) {
      const attempt = () => made.post('announcement', made.teller(1), { ...numbers, ...impossible });
      expect(await refused(attempt)).toMatchObject({ status: 422, code: 'announcement-impossible' });
    }
  });

  test('a sheet keyed twice with other marks, an unknown reason, a phone paper, a phone’s ballot as a sheet', async () => {
    const phoned = sealed(made, election, made.vote.sheets[1], [0, 0]);
    await made.post('ballots', made.holder, { ballot: phoned, recastKey: 'a'.repeat(32) });
    await counting(made, numbers);
    await keyed(0, [0, 0]);
    expect(await refused(() => keyed(0, [2, 2]))).toMatchObject({ status: 409, code: 'sheet-already-keyed' });
    expect(await refused(() => keyed(2, [0, 0], 'no-reason'))).toMatchObject({ code: 'unknown-invalid-reason' });
    const phone = sealed(made, election, made.vote.phones[0], [0, 0]);
    const send = (ballot: string) => () => made.post('sheets', made.teller(1), { ballot, invalidReason: null });
    expect(await refused(send(phone))).toMatchObject({ status: 409, code: 'phone-paper-has-no-sheet' });
    expect(await refused(send(phoned))).toMatchObject({ problems: [{ code: 'duplicate-ballot' }] });
    expect(await refused(send('{}'))).toMatchObject({ status: 422, code: 'ballot-invalid' });
  });

  test('closing while the ledger does not balance, or with more collected than present', async () => {
    expect(await refused(() => made.post('close', made.chair))).toMatchObject({ status: 409, code: 'not-counting' });
    await castAll(made, election, [
      [0, 0],
      [1, 1],
    ]);
    await counting(made, numbers);
    const unbalanced = await refused(() => made.post('close', made.chair));
    expect(unbalanced).toMatchObject({ status: 409, code: 'ledger-unbalanced' });
    expect(unbalanced.problems.map(({ code }: { code: string }) => code)).toContain('collected-differs');
    const { session } = await made.state();
    await made.change({ roll: session.roll.map((voter, at) => ({ ...voter, present: at === 0 })) });
    expect(await refused(() => made.post('close', made.chair))).toMatchObject({ code: 'collected-exceeds-present' });
    expect(await refused(() => made.post('close', made.teller(1)))).toMatchObject({ status: 404 });
  });
});

async function closed(): Promise<Answer> {
  await castAll(made, election, [
    [0, 0],
    [1, 1],
    [2, undefined],
  ]);
  await made.change({ phoneVotingEndsAt: made.service.deps.clock().toISOString() });
  const { session, papers } = await made.state();
  const spare = papers.get(made.vote.sheets[3]?.public ?? '');
  if (spare === undefined) throw new Error('no spare sheet');
  // Four sheets were printed and three handed out; the last is left over.
  const roll = session.roll.map((voter, at) => ({ ...voter, received: at === 5 ? null : voter.received }));
  await made.service.deps.store.sessions.update(session.id, withAllPapers, (state) =>
    accept({
      after: {
        ...{ ...state, session: { ...session, roll } },
        papers: new Map(papers).set(spare.credential, { ...spare, fate: 'unused' }),
      },
    }),
  );
  await made.post('announcement', made.teller(1), { issued: 5, collected: 3, sheets: 1 });
  await keyed(2, [0, 1]);
  return made.post('close', made.chair);
}

test('a closed box ends with the encrypted tally of what was collected, and forgets who had which phone paper', async () => {
  const { status, body } = await closed();
  expect(status).toBe(200);
  expect(body.ledger).toMatchObject({ printed: 4, issued: 5, collected: 3, unused: 1, sheetsKeyed: 1 });
  const { session, phoneLinks } = await made.state();
  expect([session.state, session.tally?.counted, phoneLinks.size]).toEqual(['closed', 3, 0]);
  const record = await made.get('record', made.chair);
  expect(record.headers['content-disposition']).toContain(`${session.id}.bel`);
  const report = await verifyRecord(record.bytes, { group: sodiumGroup, uuid: session.id, heads: [body.head] });
  expect(report).toMatchObject({ ok: true, stage: 'tallied', numbers: { ballots: 4, counted: 3 } });
  expect(await refused(() => made.post('close', made.chair))).toMatchObject({ code: 'closed-already' });
  expect(await refused(() => keyed(3, [0, 0]))).toMatchObject({ code: 'not-counting' });
});

test('who may read the record when', async () => {
  const codeOf = async (headers: Readonly<Record<string, string>>) => {
    const { status, body } = await made.get('record', headers);
    return status === 200 ? 'readable' : body.code;
  };
  const codes = async () => ({
    teller: await codeOf(made.teller(1)),
    chair: await codeOf(made.chair),
    seatHolder: await codeOf(made.seatHolder),
    superior: await codeOf(made.superiorSeatHolder),
    stranger: await codeOf(made.stranger),
    holder: await codeOf(made.holder),
  });
  const never = { stranger: 'not-found', holder: 'not-signed-in' };
  const later = { seatHolder: 'not-published', superior: 'not-published', ...never };
  expect(await codes()).toEqual({ teller: 'not-counting', chair: 'not-published', ...later });
  await made.change({ phoneVotingEndsAt: made.service.deps.clock().toISOString() });
  expect(await codes()).toEqual({ teller: 'readable', chair: 'not-published', ...later });
  await made.change({ state: 'closed' });
  expect(await codes()).toEqual({ teller: 'readable', chair: 'readable', ...later });
  await made.change({ state: 'tallied' });
  expect(await codes()).toEqual({ teller: 'readable', chair: 'readable', ...later });
  await made.change(publishedAs((await made.state()).session));
  const all = { teller: 'readable', chair: 'readable', seatHolder: 'readable', superior: 'readable' };
  expect(await codes()).toEqual({ ...all, ...never });
});

test('turnout is renewed every 15 seconds, and hides how few used a channel', async () => {
  const turnout = async () => (await made.get('turnout', made.chair)).body;
  expect(await turnout()).toMatchObject({ state: 'open', summoned: 6, present: 6, collected: 0, channels: null });
  await castAll(made, election, [
    [0, 0],
    [1, 1],
  ]);
  made.service.passSeconds(14);
  expect((await turnout()).collected).toBe(0);
  made.service.passSeconds(1);
  expect(await turnout()).toMatchObject({ collected: 2, channels: null });
});

test('the ballot’s page is the same for every paper and shows the election once the box is open', async () => {
  const { body } = await made.get('ballot', made.holder);
  expect(body).toMatchObject({ state: 'open', briefing: 'Mục đích, yêu cầu', election: election.text });
  expect(body.fingerprint).toBe(sha256Base64(election.text));
  expect(body.subjects.map(({ name }: { name: string }) => name)).toEqual(['Đồng chí 1', 'Đồng chí 2']);
  const early = await aVoteService();
  const { body: before } = await early.get('ballot', early.holder);
  expect(before).toMatchObject({ state: 'issued', election: null, fingerprint: null });
  expect((await early.get('trackers', early.holder)).body).toEqual({ state: 'issued', head: null, trackers: [] });
  await early.service.app.close();
});
