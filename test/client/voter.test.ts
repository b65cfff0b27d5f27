import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Connection } from '../../src/client/api.ts';
import { castKeyedSheet, castSealedSheet, sealSheet } from '../../src/client/desk.ts';
import { electionOfPage } from '../../src/client/sealing.ts';
import { castUntilAcknowledged, createRecastKey, openBallotPage, receivePhonePaper } from '../../src/client/voter.ts';
import type { SessionId } from '../../src/domain/session/session.ts';
import { nobleGroup } from '../../src/protocol/arithmetic/noble-group.ts';
import { createBallot } from '../../src/protocol/ballot/create-ballot.ts';
import { decodeHint, encodeHint } from '../../src/protocol/ballot/hint.ts';
import type { Election } from '../../src/protocol/record/election.ts';
import { sodiumGroup } from '../../src/server/arithmetic/sodium-group.ts';
import { problemOf } from '../../src/server/http/answer.ts';
import { ownRecord } from '../../src/server/store/record-ref.ts';
import { repeatableRandom } from '../support/build/recorded-random.ts';
import { aDevice, connectionTo, type OnTheWay } from '../support/service/connections.ts';
import { aVoteService, counting, opened, type VoteService } from '../support/service/vote-service.ts';

const device = aDevice(repeatableRandom(91));
let made: VoteService;
let id: SessionId;
let election: Election;

beforeAll(async () => {
  made = await aVoteService();
  id = made.vote.state.session.id;
});
afterAll(() => made.service.app.close());

const phone = (onTheWay?: OnTheWay) => connectionTo(made.service, made.holder, onTheWay);
const credentialOf = (paper: number) => made.vote.sheets[paper]?.credential ?? '';
const boxed = async () =>
  (await made.state()).session.id && (await made.service.deps.store.sessions.record(ownRecord(id))).length;

test('before opening a page shows the ballot, and nothing can be sealed', async () => {
  const page = await openBallotPage(phone(), id);
  if (!page.ok) throw new Error(page.refusal);
  expect(page.value.subjects).toHaveLength(2);
  expect(electionOfPage(sodiumGroup, page.value)).toEqual({ ok: false, refusal: 'session-not-open' });
});

describe('while the box is open', () => {
  beforeAll(async () => {
    election = await opened(made);
  });

  test('a phone seals only for the election that asks what its page shows', async () => {
    const lies: OnTheWay['lie'][] = [
      (_path, body) => ({ ...body, subjects: body.subjects.toReversed() }),
      (_path, body) => ({ ...body, subjects: body.subjects.slice(1) }),
      (_path, body) => ({ ...body, fingerprint: 'A'.repeat(43) }),
      (_path, body) => ({ ...body, sessionId: 'AnotherSession11111111' }),
      (_path, body) => ({ ...body, form: { ...body.form, levels: body.form.levels.toReversed() } }),
    ];
    for (const lie of lies) {
      const page = await openBallotPage(phone(lie && { lie }), id);
      if (!page.ok) throw new Error(page.refusal);
      expect(electionOfPage(sodiumGroup, page.value)).toEqual({ ok: false, refusal: 'election-differs' });
    }
    const page = await openBallotPage(phone(), id);
    expect(page.ok && electionOfPage(sodiumGroup, page.value)).toMatchObject({ ok: true });
  });

  test('a ballot is sent again, the very same, until it is acknowledged, and stands in the box once', async () => {
    let attempts = 0;
    const lose = () => ++attempts < 4;
    const ballot = createBallot(device.group, election, credentialOf(0), [0, 1], device.random);
    const before = await boxed();
    const cast = await castUntilAcknowledged(phone({ lose }), device, id, ballot, createRecastKey(device.random));
    expect(cast).toMatchObject({ ok: true, value: { tracker: ballot.tracker } });
    expect(attempts).toBe(4);
    expect(Number(await boxed()) - Number(before)).toBe(1);
  });

  test('phone and desk send the hint along, in the one form that it has, kept or fresh', async () => {
    const sealed = createBallot(nobleGroup, election, credentialOf(2), [0, 1], device.random);
    const hint = encodeHint(sealed.hint ?? new Uint8Array());
    expect(decodeHint(election, hint)).toEqual(sealed.hint);
    const sent: unknown[] = [];
    const connection: Connection = {
      baseUrl: '',
      fetch: async (_input, init) => {
        sent.push(JSON.parse(String(init?.body)));
        return new Response(JSON.stringify(problemOf('unknown-paper', 'vi')), { status: 404 });
      },
    };
    const recastKey = createRecastKey(device.random);
    for (const own of [sealed.hint, hint, undefined]) {
      await castUntilAcknowledged(connection, device, id, { ...sealed, hint: own }, recastKey);
    }
    await castSealedSheet(connection, device, id, { ballot: sealed, invalidReason: null });
    const ballot = sealed.text;
    expect(sent).toEqual([
      { ballot, recastKey, hint },
      { ballot, recastKey, hint },
      { ballot, recastKey },
      { ballot, invalidReason: null, hint },
    ]);
  });

  test('a phone without a network gives up after a while and says so', async () => {
    const ballot = createBallot(device.group, election, credentialOf(1), [0, 1], device.random);
    device.waits.length = 0;
    const cast = await castUntilAcknowledged(
      phone({ lose: () => true }),
      device,
      id,
      ballot,
      createRecastKey(device.random),
    );
    expect(cast).toMatchObject({ ok: false, refusal: 'unreachable' });
    expect(device.waits.reduce((sum, wait) => sum + wait, 0)).toBeGreaterThan(20_000);
  });

  test('a phone that does not give up goes on through whatever says nothing about its ballot', async () => {
    const ballot = createBallot(device.group, election, credentialOf(3), [1, 0], device.random);
    const transient = ['internal', 'overloaded', 'storage-full', 'storage-failing', 'recast-pause'] as const;
    let attempts = 0;
    const connection: Connection = {
      ...phone(),
      fetch: async (input, init) => {
        attempts += 1;
        const code = transient[attempts % transient.length] ?? 'internal';
        const body = JSON.stringify(problemOf(code, 'vi', [], 1));
        return attempts > 60 ? await (phone().fetch ?? fetch)(input, init) : new Response(body, { status: 503 });
      },
    };
    device.waits.length = 0;
    const recastKey = createRecastKey(device.random);
    const cast = await castUntilAcknowledged(connection, device, id, ballot, recastKey, { endless: () => true });
    expect(cast).toMatchObject({ ok: true, value: { tracker: ballot.tracker } });
    expect([attempts, device.waits.length]).toEqual([61, 60]);
  });

  test('a phone whose page was left gives up at the next answer', async () => {
    const ballot = createBallot(device.group, election, credentialOf(4), [1, 0], device.random);
    let attempts = 0;
    const lose = () => {
      attempts += 1;
      return true;
    };
    const recastKey = createRecastKey(device.random);
    const options = { endless: () => attempts < 40 };
    const cast = await castUntilAcknowledged(phone({ lose }), device, id, ballot, recastKey, options);
    expect(cast).toMatchObject({ ok: false, refusal: 'unreachable' });
    expect(attempts).toBe(40);
  });

  test('an answer with another tracker acknowledges nothing', async () => {
    const ballot = createBallot(device.group, election, credentialOf(2), [0, 1], device.random);
    const lie: OnTheWay['lie'] = (_path, body) => ({ ...body, tracker: 'A'.repeat(43) });
    const cast = await castUntilAcknowledged(phone({ lie }), device, id, ballot, createRecastKey(device.random));
    expect(cast).toEqual({ ok: false, refusal: 'tracker-differs' });
  });

  test('a phone that casts again keeps the pause that is asked of it, says so, and sends by itself', async () => {
    const recastKey = createRecastKey(device.random);
    const seal = (marks: readonly number[]) =>
      createBallot(device.group, election, credentialOf(5), marks, device.random);
    await castUntilAcknowledged(phone(), device, id, seal([0, 1]), recastKey);
    const told: number[] = [];
    const waits: number[] = [];
    const wait = async (milliseconds: number) => {
      waits.push(milliseconds);
      made.service.passSeconds(milliseconds / 1000);
    };
    const second = seal([1, 1]);
    const cast = await castUntilAcknowledged(phone(), { wait }, id, second, recastKey, {
      pausing: (seconds) => told.push(seconds),
    });
    expect(cast).toMatchObject({ ok: true, value: { tracker: second.tracker, mayRecast: true } });
    expect([told, waits]).toEqual([[10], [10_000]]);
  });

  test('a phone that is told to pause again and again gives up in the end', async () => {
    const recastKey = createRecastKey(device.random);
    const ballot = createBallot(device.group, election, credentialOf(0), [0, 1], device.random);
    device.waits.length = 0;
    const connection = {
      ...phone(),
      fetch: async () => new Response(JSON.stringify(problemOf('recast-pause', 'vi', [], 10)), { status: 429 }),
    };
    const cast = await castUntilAcknowledged(connection, device, id, ballot, recastKey);
    expect(cast).toMatchObject({ ok: false, refusal: 'recast-pause' });
    expect(device.waits.length).toBeLessThan(30);
  });

  test('a refusal is not tried again', async () => {
    let sent = 0;
    const lose = () => {
      sent += 1;
      return false;
    };
    const again = createBallot(device.group, election, credentialOf(0), [1, 1], device.random);
    const cast = await castUntilAcknowledged(phone({ lose }), device, id, again, createRecastKey(device.random));
    expect(cast).toMatchObject({ ok: false, refusal: 'other-phone' });
    expect(sent).toBe(1);
  });

  test('the desk casts a wholly invalid sheet with every line unmarked, and a resent one once', async () => {
    await counting(made, { issued: 8, collected: 5, sheets: 2 });
    let attempts = 0;
    const desk = connectionTo(made.service, made.teller(1), { lose: () => ++attempts === 1 });
    const sheet = { credential: credentialOf(3), marks: [0, 0], invalidReason: 'name-crossed-out' };
    const before = await boxed();
    expect(await castKeyedSheet(desk, device, id, election, sheet)).toMatchObject({ ok: true });
    expect(Number(await boxed()) - Number(before)).toBe(1);
    expect((await made.state()).session.invalidSheets).toEqual({ 'name-crossed-out': 1 });
  });

  test('a sheet whose answers are lost until the desk gives up is in the box once when it is sent again', async () => {
    let lost = true;
    const desk = connectionTo(made.service, made.teller(1), { lose: () => lost });
    const sheet = { credential: credentialOf(4), marks: [0, 1], invalidReason: null };
    const sealed = sealSheet(device, election, sheet);
    const before = await boxed();
    expect(await castSealedSheet(desk, device, id, sealed)).toMatchObject({ ok: false, refusal: 'unreachable' });
    lost = false;
    const lie: OnTheWay['lie'] = (_path, body) => ({ ...body, tracker: 'A'.repeat(43) });
    expect(await castSealedSheet(connectionTo(made.service, made.teller(1), { lie }), device, id, sealed)).toEqual({
      ok: false,
      refusal: 'tracker-differs',
    });
    expect(await castSealedSheet(desk, device, id, sealed)).toMatchObject({ ok: true });
    expect(Number(await boxed()) - Number(before)).toBe(1);
    // Sealed anew it would be refused: the tellers would have to find out what became of it.
    expect(await castKeyedSheet(desk, device, id, election, sheet)).toMatchObject({ refusal: 'sheet-already-keyed' });
  });
});

test('a phone whose registration was not answered tries again with the credential that it made', async () => {
  const service = await aVoteService({ phones: 0, change: {} });
  const sessionId = service.vote.state.session.id;
  await service.change({
    roll: service.vote.state.session.roll.map((voter) => ({ ...voter, received: null })),
  });
  let attempts = 0;
  const connection = connectionTo(service.service, service.seatHolder, { lose: () => ++attempts < 3 });
  const received = await receivePhonePaper(connection, device, sessionId);
  if (!received.ok) throw new Error(received.refusal);
  expect(attempts).toBe(3);
  expect(received.link).toMatchObject({ sessionId, readKey: service.vote.state.session.readKey });
  const phones = [...(await service.state()).papers.values()].filter(({ channel }) => channel === 'phone');
  expect(phones).toHaveLength(1);
  const stranger = connectionTo(service.service, service.stranger);
  expect(await receivePhonePaper(stranger, device, sessionId)).toMatchObject({ ok: false, refusal: 'not-found' });
  await service.service.app.close();
});
