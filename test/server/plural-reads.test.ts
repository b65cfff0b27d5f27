import Sqlite from 'better-sqlite3';
import { expect, onTestFinished, test, vi } from 'vitest';
import type { Principal } from '../../src/domain/account/relations.ts';
import { accept } from '../../src/domain/ruling.ts';
import type { Session } from '../../src/domain/session/session.ts';
import type { Deps } from '../../src/server/deps.ts';
import { obligationsOf } from '../../src/server/plans/obligations.ts';
import { planContextOf } from '../../src/server/plans/plan-context.ts';
import { readBoard } from '../../src/server/plans/read-board.ts';
import { earlierResults } from '../../src/server/results/earlier-results.ts';
import { listSessions } from '../../src/server/sessions/list-sessions.ts';
import { aCommittee } from '../support/build/committees.ts';
import { aCommitteeId, aPersonId, aSeatId } from '../support/build/ids.ts';
import { anIssuedPlan, aPlan } from '../support/build/plans.ts';
import { aPublishedSession, aSessionId, aStoredSession } from '../support/build/stored-sessions.ts';
import { newStore } from '../support/service/new-store.ts';

const today = '2026-12-01';
const person = aPersonId(1);
const principal = (grants: Principal['grants']): Principal =>
  ({ accountId: '00000009-0000-4000-8000-000000000001', personId: person, administrator: false, grants }) as Principal;

/** A committee at the top, as many below it as are asked for, one merged into each, a draft and a published session of each. */
async function aProvince(size: number) {
  const store = newStore();
  onTestFinished(() => store.close());
  const numbers = Array.from({ length: size }, (_, at) => 10 + at);
  const top = aCommittee(1, { rank: 'province' });
  const below = numbers.map((number) => aCommittee(number, { superiorId: top.id, name: `Đảng bộ xã ${number}` }));
  const merged = numbers.map((number) => ({
    ...aCommittee(1000 + number, { superiorId: top.id, name: `Đảng bộ xã cũ ${number}`, to: '2025-06-30' }),
    successorId: aCommitteeId(number),
  }));
  const people = [person, ...numbers.map(aPersonId)].map((id) => ({
    id,
    name: 'Lò Văn Phá',
    code: null,
    birthYear: null,
  }));
  const seats = numbers.map((number) => ({
    ...{ id: aSeatId(number), committeeId: aCommitteeId(number), personId: person, position: 'Ủy viên', order: 1 },
    ...{ from: null, to: null },
  }));
  await store.committees.importRoster(null, () => ({
    ok: true,
    committees: [top, ...below, ...merged],
    people,
    seats,
  }));
  const plan = anIssuedPlan(1);
  await store.plans.change(top.id, () => accept(plan));
  for (const number of numbers) {
    const committeeId = aCommitteeId(number);
    const place = { committeeId, superiorId: aCommitteeId(1000 + number), planId: plan.id };
    await store.sessions.create(aStoredSession(20_000 + number, place));
    const earlier = aPublishedSession(30_000 + number, place);
    const subjects = earlier.subjects.map((one) => ({ ...one, personId: aPersonId(number) }));
    const settings = { ...earlier.settings, heldOn: '2025-12-01' };
    await store.sessions.create({ ...earlier, subjects, settings });
  }
  for (let number = 2; number <= size; number++) {
    await store.plans.change(top.id, () => accept(anIssuedPlan(number, { number: `${number}-KH/TU` })));
  }
  const deps = { store, clock: () => new Date(`${today}T01:00:00Z`) } as unknown as Deps;
  return { store, deps, numbers, top, plan };
}

/** How many times the database is asked while something is done. */
async function queriesOf(act: () => Promise<unknown>): Promise<number> {
  const statement = Object.getPrototypeOf(new Sqlite(':memory:').prepare('SELECT 1'));
  const spies = (['all', 'get', 'run', 'iterate'] as const).map((name) => vi.spyOn(statement, name));
  await act();
  const count = spies.reduce((sum, spy) => sum + spy.mock.calls.length, 0);
  for (const spy of spies) spy.mockRestore();
  return count;
}

/** Each list as the store has to read it, with how many items it has. */
const lists: Record<string, (made: Awaited<ReturnType<typeof aProvince>>) => Promise<number>> = {
  'sessions of somebody with many seats': async ({ deps, numbers }) =>
    (await listSessions(deps, principal(numbers.map((at) => ({ role: 'office', committeeId: aCommitteeId(at) })))))
      .length / 2,
  'earlier results of many subjects': async ({ deps, store, numbers }) => {
    const [first] = aStoredSession(9).subjects;
    const subjects = numbers.map((number) => ({
      ...first,
      personId: aPersonId(number),
    })) as unknown as Session['subjects'];
    const found = await earlierResults(deps, { ...aStoredSession(9), subjects }, async (ids) => {
      const ties = await store.ties.ofSessions(ids, { personId: person, today });
      return new Map(
        [...ties].map(([id, { seatHolder }]) => [id, new Set(seatHolder ? ['seat-holder' as const] : [])]),
      );
    });
    return found.results.length;
  },
  'obligations under many plans': async ({ deps, numbers }) =>
    (await obligationsOf(deps, numbers.map(aCommitteeId))).length / numbers.length,
  'a board of many committees': async ({ deps, top, plan }) => {
    const board = await readBoard(deps, top.id, plan.id);
    return board.ok ? board.value.rows.length : 0;
  },
  'what a plan is held against': async ({ deps, top }) => ((await planContextOf(deps, top.id)).followers.size - 1) / 2,
  'what somebody is to many sessions': async ({ store, numbers }) =>
    (
      await store.ties.ofSessions(
        numbers.map((number) => aSessionId(20_000 + number)),
        { personId: person, today },
      )
    ).size,
  'the tree of a day': async ({ store, top }) =>
    (await store.committees.subordinates(top.id, { limit: 500, on: today })).length,
  'reminders of many plans': async ({ store, numbers }) =>
    (await store.reminders.sent(numbers.map((_, at) => aPlan(at + 1).id))).size,
};

test('a list of a hundred asks the database as often as one of ten', async () => {
  const [few, many] = [await aProvince(10), await aProvince(100)];
  const asked = async (made: typeof few) => {
    const rows: [string, items: number, queries: number][] = [];
    for (const [name, read] of Object.entries(lists)) {
      let items = 0;
      const queries = await queriesOf(async () => {
        items = await read(made);
      });
      rows.push([name, items, queries]);
    }
    return rows;
  };
  const [ofFew, ofMany] = [await asked(few), await asked(many)];
  expect(ofFew.map(([name, items]) => [name, items])).toEqual(Object.keys(lists).map((name) => [name, 10]));
  expect(ofMany).toEqual(ofFew.map(([name, items, queries]) => [name, items * 10, queries]));
  for (const [name, , queries] of ofFew) expect(queries, name).toBeGreaterThan(0);
});
