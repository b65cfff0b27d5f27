import { beforeEach, expect, test } from 'vitest';
import { hexToBase64, sha256Base64, sha256Hex } from '../../../src/protocol/encoding/hash.ts';
import type { Election } from '../../../src/protocol/record/election.ts';
import { shownBoxes } from '../../../src/server/meeting/shown-box.ts';
import { publishedAs } from '../../support/build/stored-sessions.ts';
import { type Answer, aVoteService, opened, sealed, type VoteService } from '../../support/service/vote-service.ts';

let made: VoteService;
let election: Election;
beforeEach(async () => {
  made = await aVoteService({ voters: 6, sheets: 6, phones: 0 });
  election = await opened(made);
  return () => made.service.app.close();
});

const ballotOf = (at: number, level = 0) => sealed(made, election, made.vote.sheets[at], [level, level]);

async function cast(ballot: string): Promise<Answer> {
  const answer = await made.post('ballots', made.holder, { ballot, recastKey: 'a'.repeat(32) });
  expect(answer.status).toBe(200);
  return answer;
}

/** Everything that somebody who watches the box can ask for, but for the moment at which they ask. */
async function seen() {
  const watchers = [made.chair, made.teller(1), made.holder];
  const lists = await Promise.all(watchers.map(async (headers) => (await made.get('trackers', headers)).body));
  const { now: _now, ...turnout } = (await made.get('turnout', made.chair)).body;
  return { lists, turnout };
}

const heightsOf = ({ lists, turnout }: Awaited<ReturnType<typeof seen>>) =>
  [...lists, turnout].map(({ head }) => head.height);

test('whoever looks at the box after each ballot sees nothing of it for 15 seconds, then all that came, in hash order', async () => {
  const empty = await seen();
  expect(heightsOf(empty)).toEqual([0, 0, 0, 0]);
  const ballots = [0, 1, 2, 3, 4].map((at) => ballotOf(at));
  for (const ballot of ballots) {
    await cast(ballot);
    made.service.passSeconds(2);
    expect(await seen()).toEqual(empty);
  }
  made.service.passSeconds(5);
  const later = await seen();
  expect(heightsOf(later)).toEqual([5, 5, 5, 5]);
  expect(later.turnout.collected).toBe(5);
  const inHashOrder = ballots.map(sha256Hex).toSorted().map(hexToBase64);
  for (const { trackers } of later.lists) expect(trackers).toEqual(inHashOrder);
});

test('no acknowledgement counts other ballots: its head is of the last renewal, also when a ballot is sent again', async () => {
  await seen();
  const own = ballotOf(0);
  const { body: first } = await cast(own);
  expect(first).toMatchObject({ tracker: sha256Base64(own), head: { height: 0 } });
  for (const at of [1, 2]) {
    await cast(ballotOf(at));
    expect((await cast(own)).body).toEqual(first);
    expect((await cast(ballotOf(3, at))).body.head).toEqual(first.head);
    made.service.passSeconds(10);
  }
  expect((await cast(own)).body.head.height).toBe(5);
});

test('whoever asks while the box is being counted waits for that count, which is of one moment', async () => {
  const { deps } = made.service;
  const { sessions } = deps.store;
  const { session } = await made.state();
  const gate = Promise.withResolvers<void>();
  const record: typeof sessions.record = async (...of) => {
    await gate.promise;
    return sessions.record(...of);
  };
  const boxes = shownBoxes({ ...deps, store: { ...deps.store, sessions: { ...sessions, record } } });
  const first = boxes.lastRenewal(session);
  await cast(ballotOf(0));
  const second = boxes.lastRenewal(session);
  gate.resolve();
  expect(await second).toBe(await first);
  // The numbers were read before the ballot came, the record after it, up to where it stood then.
  const { head, trackers, counts } = await first;
  expect([head?.height, trackers.length, counts.collected]).toEqual([0, 0, 0]);
});

/** What another node shows, on the same store and by the same clocks. */
const anotherNode = () => shownBoxes(made.service.deps);

test('every node shows the same renewal, however many watch on each and whatever comes in between', async () => {
  const { session } = await made.state();
  const [one, another] = [anotherNode(), anotherNode()];
  const first = await one.lastRenewal(session);
  for (const at of [0, 1, 2]) {
    await cast(ballotOf(at));
    made.service.passSeconds(4);
    expect(await another.current(session)).toEqual(first);
    // One that has just started, too.
    expect(await anotherNode().current(session)).toEqual(first);
  }
  made.service.passSeconds(3);
  const second = await one.current(session);
  expect(await another.current(session)).toEqual(second);
  expect([second.head?.height, second.trackers.length, second.counts.collected]).toEqual([3, 3, 3]);
});

test('a node that was not asked for a while shows trackers up to the height that the others show', async () => {
  const { session } = await made.state();
  const [one, another] = [anotherNode(), anotherNode()];
  await one.lastRenewal(session);
  await another.lastRenewal(session);
  for (const at of [0, 1]) await cast(ballotOf(at));
  made.service.passSeconds(16);
  const renewed = await one.lastRenewal(session);
  for (const at of [2, 3]) await cast(ballotOf(at));
  made.service.passSeconds(5);
  const shown = await another.current(session);
  expect(shown).toEqual(renewed);
  expect([shown.head?.height, shown.trackers.length]).toEqual([2, 2]);
});

test('what is kept of a renewal is no finer than a quarter of a minute, and goes when the box is closed', async () => {
  const { renewals } = made.service.deps.store;
  const { id } = made.vote.state.session;
  made.service.passSeconds(22);
  await seen();
  expect(await renewals.find(id)).toMatchObject({ at: '2026-12-01T01:00:15.000Z', height: 0 });
  await made.change({ state: 'closed' });
  await seen();
  expect(await renewals.find(id)).toBeUndefined();
});

test('neither setting the end of phone voting nor reaching it renews what is shown', async () => {
  const before = await seen();
  await cast(ballotOf(0));
  const now = made.service.deps.clock().getTime();
  await made.change({ phoneVotingEndsAt: new Date(now + 5000).toISOString() });
  const announced = await seen();
  expect(announced.turnout).toMatchObject({ state: 'open', collected: 0, head: before.turnout.head });
  expect(announced.turnout.phoneVotingEndsAt).not.toBeNull();
  made.service.passSeconds(6);
  const counting = await seen();
  expect(counting.turnout).toMatchObject({ state: 'counting', collected: 0, head: before.turnout.head });
  expect(counting.lists.map(({ trackers }) => trackers.length)).toEqual([0, 0, 0]);
  made.service.passSeconds(9);
  expect((await seen()).turnout).toMatchObject({ state: 'counting', collected: 1 });
});

test('a clock that was set back does not keep the box from being shown', async () => {
  await seen();
  await cast(ballotOf(0));
  made.service.setClock(-7 * 3600);
  made.service.passSeconds(15);
  expect((await seen()).turnout.collected).toBe(1);
});

test('seat holders see trackers and head from closing on, and then everybody in the record’s order', async () => {
  const ballots = [3, 1, 4, 0].map((at) => ballotOf(at));
  for (const ballot of ballots) await cast(ballot);
  const bySeat = () => Promise.all([made.seatHolder, made.superiorSeatHolder].map((who) => made.get('trackers', who)));
  const codes = async () => (await bySeat()).map(({ status, body }) => [status, body.code]);
  const refused = [
    [409, 'box-not-closed'],
    [409, 'box-not-closed'],
  ];
  for (const state of ['issued', 'open', 'counting', 'cancelled'] as const) {
    await made.change({ state });
    expect(await codes()).toEqual(refused);
  }
  for (const state of ['closed', 'tallied', 'published'] as const) {
    await made.change(state === 'published' ? publishedAs((await made.state()).session) : { state });
    for (const { body } of [...(await bySeat()), await made.get('trackers', made.holder)]) {
      expect(body).toMatchObject({ state, head: { height: 4 }, trackers: ballots.map(sha256Base64) });
    }
  }
});
