import { randomBytes } from 'node:crypto';
import { describe, expect, onTestFinished, test } from 'vitest';
import { accept } from '../../src/domain/ruling.ts';
import { sha256Base64, sha256Hex } from '../../src/protocol/encoding/hash.ts';
import { smtpMailer } from '../../src/server/mail/mailer.ts';
import { sendReminders } from '../../src/server/plans/send-reminders.ts';
import { ownRecord } from '../../src/server/store/record-ref.ts';
import type { Store } from '../../src/server/store/store.ts';
import { aCommittee } from '../support/build/committees.ts';
import { anIssuedPlan } from '../support/build/plans.ts';
import { aMailServer } from '../support/service/mail-server.ts';
import { administrator, aService, signedIn, signedInAdministrator, signedInAs } from '../support/service/service.ts';
import { nodesOfOne } from '../support/service/stores.ts';
import { aVoteService, opened, sealed, voteServiceOf } from '../support/service/vote-service.ts';

type Open = () => Promise<readonly [Store, Store]>;

/** Two nodes of one service, with one secret, on one database. */
async function twoNodes(open: Open) {
  const tokenSecret = randomBytes(32);
  const [first, second] = await open();
  const one = await aService({ store: first, tokenSecret });
  const another = await aService({ store: second, tokenSecret });
  onTestFinished(() => one.app.close());
  onTestFinished(() => another.app.close());
  return { one, another };
}

/** A vote with its box open, on two nodes. */
async function twoNodesOfVote(open: Open) {
  const tokenSecret = randomBytes(32);
  const [first, second] = await open();
  const one = await aVoteService({ voters: 6, sheets: 6, phones: 0 }, { store: first, tokenSecret });
  const service = await aService({ store: second, tokenSecret });
  const tellers = [1, 2, 3].map(one.teller);
  const { chair, seatHolder, superiorSeatHolder, stranger } = one;
  const another = voteServiceOf(service, one.vote, { tellers, chair, seatHolder, superiorSeatHolder, stranger });
  onTestFinished(() => one.service.app.close());
  onTestFinished(() => service.app.close());
  const election = await opened(one);
  const ballot = (at: number, level = 0) => sealed(one, election, one.vote.sheets[at], [level, level]);
  return { one, another, ballot };
}

const cast = (node: Awaited<ReturnType<typeof aVoteService>>, ballot: string) =>
  node.post('ballots', node.holder, { ballot, recastKey: 'a'.repeat(32) });

describe.each(nodesOfOne)('two nodes on one database in %s', (_name, open) => {
  test('the set-up link is the one that was made last, on whichever node, and makes one administrator', async () => {
    const { one, another } = await twoNodes(open);
    const earlier = await one.deps.setupLink.renew();
    const token = await another.deps.setupLink.renew();
    const setUp = ({ app }: typeof one, given: string, username: string) =>
      app.inject({ method: 'POST', url: '/api/setup', payload: { ...administrator, token: given, username } });
    for (const node of [one, another]) expect((await setUp(node, earlier, 'a')).json().code).toBe('wrong-setup-link');
    const answers = await Promise.all([setUp(one, token, 'một'), setUp(another, token, 'hai')]);
    expect(answers.map(({ statusCode }) => statusCode).toSorted()).toEqual([201, 409]);
    expect(await another.deps.store.accounts.list()).toHaveLength(1);
  });

  test('a sign-in of one node is good on the other, and over on both when it is ended on either', async () => {
    const { one, another } = await twoNodes(open);
    const headers = await signedInAdministrator(one);
    const status = async ({ app }: typeof one) => (await app.inject({ url: '/api/me', headers })).statusCode;
    expect([await status(one), await status(another)]).toEqual([200, 200]);
    await another.app.inject({ method: 'POST', url: '/api/sign-out', headers });
    expect([await status(one), await status(another)]).toEqual([401, 401]);
  });

  test('failed sign-ins count together: who tries on both nodes is locked as soon as on one', async () => {
    const { one, another } = await twoNodes(open);
    await signedInAdministrator(one);
    const payload = { ...administrator, password: 'không phải' };
    const codes: unknown[] = [];
    for (const { app } of [one, another, one, another, one, another]) {
      codes.push((await app.inject({ method: 'POST', url: '/api/sign-in', payload })).json().code);
    }
    expect(codes).toEqual([...Array(5).fill('wrong-sign-in'), 'sign-in-locked']);
    await expect(signedIn(one.app, administrator.username, administrator.password)).rejects.toThrow('sign-in-locked');
  });

  test('a role that one node takes away is not in force any more on the other, at once', async () => {
    const { one, another } = await twoNodesOfVote(open);
    expect((await another.get('turnout', one.chair)).status).toBe(200);
    const [chair] = await one.service.deps.store.accounts.withRoleIn(aCommittee(1).id);
    if (chair === undefined) throw new Error('no chair');
    await one.service.deps.store.accounts.update<never>(chair.id, (account) => accept({ ...account, grants: [] }));
    expect((await another.get('turnout', one.chair)).status).toBe(404);
  });

  test('both show the same renewal of a box, and trackers up to the same ballot', async () => {
    const { one, another, ballot } = await twoNodesOfVote(open);
    const shown = async ({ get, holder, chair }: typeof one) => {
      const { now: _now, ...turnout } = (await get('turnout', chair)).body;
      return { turnout, trackers: (await get('trackers', holder)).body };
    };
    const before = await shown(one);
    for (const at of [0, 1, 2]) expect((await cast(at === 1 ? another : one, ballot(at))).status).toBe(200);
    expect(await shown(another)).toEqual(before);
    for (const { service } of [one, another]) service.passSeconds(15);
    const after = await shown(another);
    expect(after.turnout).toMatchObject({ collected: 3, head: { height: 3 } });
    expect(await shown(one)).toEqual(after);
  });

  test('one paper that is cast on both at once is in the box once, and a chain is whole that both append to', async () => {
    const { one, another, ballot } = await twoNodesOfVote(open);
    const [twice, own, other] = [ballot(0), ballot(1), ballot(2)];
    const answers = await Promise.all([cast(one, twice), cast(another, twice), cast(one, own), cast(another, other)]);
    expect(answers.map(({ status }) => status)).toEqual([200, 200, 200, 200]);
    const { sessions } = one.service.deps.store;
    const parts = await sessions.record(ownRecord(one.vote.state.session.id));
    expect(parts.map(({ height }) => height)).toEqual([0, 1, 2, 3]);
    expect(
      parts
        .slice(1)
        .map(({ payload }) => payload)
        .toSorted(),
    ).toEqual([twice, own, other].map(sha256Hex).toSorted());
  });

  test('a ballot that comes to one while the other ends phone voting is in the box or refused, and none comes after', async () => {
    const { one, another, ballot } = await twoNodesOfVote(open);
    const late = [0, 1, 2, 3].map((at) => ballot(at));
    const casting = late.map((each) => cast(one, each));
    const ending = another.change({ state: 'counting' });
    const answers = await Promise.all(casting);
    await ending;
    const payloads = await another.service.deps.store.sessions.payloads(ownRecord(one.vote.state.session.id), 'Ballot');
    const acknowledged = late.filter((_, at) => answers[at]?.status === 200);
    expect(payloads.toSorted()).toEqual(acknowledged.map(sha256Hex).toSorted());
    for (const { status, body } of answers) if (status !== 200) expect(body.code).toBe('phone-voting-ended');
    expect((await cast(one, ballot(5))).body.code).toBe('phone-voting-ended');
    expect(answers.filter(({ status }) => status === 200).map(({ body }) => body.tracker)).toEqual(
      acknowledged.map(sha256Base64),
    );
  });

  test('a reminder is sent once, though both look for what is due at the same moment', async () => {
    const { one, another } = await twoNodes(open);
    const server = await aMailServer();
    onTestFinished(server.close);
    const { store } = one.deps;
    const plan = anIssuedPlan(1, { deadlines: [{ rank: 'commune', by: '2026-12-04', reportBy: null }] });
    for (const committee of [aCommittee(1), aCommittee(2, { superiorId: aCommittee(1).id })]) {
      await store.committees.change({ around: [] }, () => ({ ok: true, value: committee }));
    }
    await store.plans.change(plan.issuerId, () => accept(plan));
    for (const address of ['mot@xa.example', 'hai@xa.example', 'ba@xa.example']) {
      const headers = await signedInAs(one, { grants: [{ role: 'office', committeeId: aCommittee(2).id }] });
      await another.app.inject({ method: 'PUT', url: '/api/me/mail-address', headers, payload: { address } });
    }
    const rounds = [one, another, one].map(async ({ deps }) => {
      const mailer = smtpMailer({ url: server.url, from: 'nhacviec@tinh.example' });
      const round = await sendReminders(deps, mailer);
      mailer.close();
      return round;
    });
    const sent = (await Promise.all(rounds)).map((round) => round.sent);
    expect(sent.reduce((sum, each) => sum + each, 0)).toBe(3);
    expect(server.received.map(({ to }) => to[0]).toSorted()).toEqual([
      'ba@xa.example',
      'hai@xa.example',
      'mot@xa.example',
    ]);
  });

  test('phone voting that one node counts down to its end is ended by the other when the first is gone', async () => {
    const { one, another, ballot } = await twoNodesOfVote(open);
    const { session } = await one.state();
    const countdown = { id: 'a', milliseconds: 60_000, notedMilliseconds: 0 };
    await one.change({ phoneVotingEndsAt: '2026-12-01T01:01:00.000Z', countdown });
    const { countdowns, store } = another.service.deps;
    await countdowns.takeUp();
    another.service.passSeconds(60);
    await countdowns.round();
    expect((await store.sessions.find(session.id))?.state).toBe('counting');
    expect(await store.countdowns.running()).toEqual([]);
    expect((await cast(another, ballot(0))).body.code).toBe('phone-voting-ended');
  });
});
