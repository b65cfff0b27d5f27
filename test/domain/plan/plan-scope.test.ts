import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { firstRanks } from '../../../src/domain/committee/committee-ranks.ts';
import { boardOf, countRanks, filterBoard } from '../../../src/domain/plan/plan-board.ts';
import { deadlineFor } from '../../../src/domain/plan/plan-deadline.ts';
import { type SessionUnderPlan, standingOf } from '../../../src/domain/plan/plan-progress.ts';
import { reminderFor } from '../../../src/domain/plan/plan-reminders.ts';
import { byId, directorsOf, followersOf } from '../../../src/domain/plan/plan-scope.ts';
import type { SessionState } from '../../../src/domain/session/session.ts';
import { aCommittee } from '../../support/build/committees.ts';
import { aCommitteeId } from '../../support/build/ids.ts';
import { anIssuedPlan } from '../../support/build/plans.ts';

const province = aCommittee(1, { name: 'Tỉnh ủy', rank: 'province' });
const police = aCommittee(2, { name: 'Đảng ủy Công an tỉnh', rank: 'sector', superiorId: province.id });
const commune = aCommittee(3, { name: 'Đảng ủy xã Ba Chẽ', superiorId: province.id });
const cell = aCommittee(4, { name: 'Chi bộ 1', rank: 'cell', superiorId: commune.id });
const communePolice = aCommittee(5, {
  ...{ name: 'Chi bộ Công an xã', rank: 'cell', superiorId: commune.id, directedById: police.id },
});
const army = aCommittee(6, { name: 'Quân khu ủy', rank: 'sector' });
const communeArmy = aCommittee(7, {
  ...{ name: 'Chi bộ Quân sự xã', rank: 'cell', superiorId: commune.id, directedById: army.id },
});
const known = byId([province, police, commune, cell, communePolice, army, communeArmy]);

describe('who follows', () => {
  test('what names a committee nobody knows follows nobody beyond it', () => {
    const lost = aCommittee(9, { superiorId: aCommitteeId(99) });
    const all = new Map([...known, [lost.id, lost]]);
    expect(directorsOf(all, lost.id)).toEqual([lost.id]);
    expect(directorsOf(all, aCommitteeId(99))).toEqual([]);
    expect(followersOf(all, province.id)).toEqual(followersOf(known, province.id));
  });

  test('a plan goes down through all ranks, police by their own sector, the army past the province', () => {
    expect(directorsOf(known, cell.id)).toEqual([cell.id, commune.id, province.id]);
    expect(directorsOf(known, communePolice.id)).toEqual([communePolice.id, police.id, province.id]);
    expect(directorsOf(known, communeArmy.id)).toEqual([communeArmy.id, army.id]);
    expect(followersOf(known, commune.id)).toEqual(new Set([commune.id, cell.id]));
    expect(followersOf(known, province.id)).toEqual(
      new Set([province.id, police.id, commune.id, cell.id, communePolice.id]),
    );
  });

  test('everybody below is found whichever way one looks, also where directors run in a circle', () => {
    const link = fc.option(fc.integer({ min: 1, max: 8 }), { nil: null });
    fc.assert(
      fc.property(fc.array(link, { minLength: 8, maxLength: 8 }), (directors) => {
        const some = byId(
          directors.map((to, index) => aCommittee(index + 1, { directedById: to === null ? null : aCommitteeId(to) })),
        );
        for (const issuer of some.keys()) {
          const followers = followersOf(some, issuer);
          for (const id of some.keys()) {
            expect(followers.has(id)).toBe(directorsOf(some, id).includes(issuer));
          }
        }
      }),
    );
  });

  test('a committee whose rank the plan does not name owes nothing, unless it is a pilot with a day of its own', () => {
    const plan = anIssuedPlan(1, { pilots: [{ committeeId: cell.id, by: '2027-01-31' }] });
    expect(deadlineFor(plan, communePolice)).toBeUndefined();
    expect(deadlineFor(plan, commune)).toEqual({ by: '2027-03-31', reportBy: '2027-05-10', pilot: false });
    expect(deadlineFor(plan, cell)).toEqual({ by: '2027-01-31', reportBy: null, pilot: true });
  });
});

test('a committee that was merged or dissolved before the day owes nothing', () => {
  const plan = anIssuedPlan(1);
  expect(deadlineFor(plan, { ...commune, to: '2027-03-30' })).toBeUndefined();
  expect(deadlineFor(plan, { ...commune, to: '2027-03-31' })).toMatchObject({ by: '2027-03-31' });
});

function session(state: SessionState, committee = 3): SessionUnderPlan {
  return { sessionId: 'Session', committeeId: aCommitteeId(committee), state, heldOn: '2027-03-20' };
}

describe('how far a committee is', () => {
  const deadline = { by: '2027-03-31', reportBy: '2027-05-10', pilot: false };
  test.each<[SessionState[], string, string, string | null, number | null]>([
    [[], '2027-03-31', 'not-begun', '2027-03-31', 0],
    [[], '2027-04-01', 'not-begun', '2027-03-31', -1],
    [['cancelled'], '2027-03-01', 'not-begun', '2027-03-31', 30],
    [['issued'], '2027-03-30', 'in-preparation', '2027-03-31', 1],
    [['closed'], '2027-04-02', 'open', '2027-03-31', -2],
    [['tallied', 'cancelled'], '2027-04-02', 'tallied', '2027-05-10', 38],
    [['tallied'], '2027-05-11', 'tallied', '2027-05-10', -1],
    [['draft', 'published'], '2027-06-01', 'published', null, null],
  ])('%j on %s is %s', (states, today, progress, dueOn, daysLeft) => {
    const standing = standingOf(
      deadline,
      states.map((state) => session(state)),
      today,
    );
    expect(standing).toMatchObject({ progress, dueOn, daysLeft, late: daysLeft !== null && daysLeft < 0 });
  });
});

describe('the board', () => {
  const deadlines = [
    { rank: 'cell', by: '2027-03-31', reportBy: null },
    { rank: 'commune', by: '2027-04-30', reportBy: null },
  ];
  const plan = anIssuedPlan(1, { deadlines, pilots: [{ committeeId: commune.id, by: '2027-02-28' }] });
  const sessions = [session('published'), session('open', 4), session('open', 7)];
  const boardOn = (today: string, of = plan) => boardOf(of, known, firstRanks, sessions, today);
  const rows = boardOn('2027-04-01');

  test('has everybody who owes something, and nobody else', () => {
    expect(rows.map(({ committee, progress, late }) => [committee.name, progress, late])).toEqual([
      ['Chi bộ Công an xã', 'not-begun', true],
      ['Chi bộ 1', 'open', true],
      ['Đảng ủy xã Ba Chẽ', 'published', false],
    ]);
  });

  test('begins with whoever is late the longest, then has pilots, then goes from the highest rank down', () => {
    const names = (today: string, of = plan) => boardOn(today, of).map(({ committee }) => committee.name);
    const pilot = { committeeId: communePolice.id, by: '2027-02-28' };
    const all = [{ rank: 'province', by: '2027-06-30', reportBy: null }, ...deadlines];
    const early = anIssuedPlan(1, { deadlines: all, pilots: [pilot] });
    expect(names('2027-02-01', early)).toEqual([...['Chi bộ Công an xã', 'Tỉnh ủy', 'Đảng ủy xã Ba Chẽ', 'Chi bộ 1']]);
    expect(names('2027-07-02', early)).toEqual([...['Chi bộ Công an xã', 'Chi bộ 1', 'Tỉnh ủy', 'Đảng ủy xã Ba Chẽ']]);
    const ranks = countRanks(boardOn('2027-04-01', early), firstRanks).map(({ rank }) => rank);
    expect(ranks).toEqual(['province', 'commune', 'cell']);
  });

  test('is filtered by rank, by state, and by a name typed without diacritics', () => {
    const names = (filter: Parameters<typeof filterBoard>[1]) =>
      filterBoard(rows, filter).map(({ committee }) => committee.name);
    expect(names({ rank: 'commune' })).toEqual(['Đảng ủy xã Ba Chẽ']);
    expect(names({ state: 'late', search: 'cong AN' })).toEqual(['Chi bộ Công an xã']);
    expect(names({ search: 'đảng ủy công' })).toEqual(['Chi bộ Công an xã']);
    expect(names({ state: 'tallied' })).toEqual([]);
  });

  test('counts each rank', () => {
    const cells = countRanks(rows, firstRanks).find(({ rank }) => rank === 'cell');
    expect(cells).toMatchObject({ total: 2, late: 2, states: { open: 1, 'not-begun': 1, published: 0 } });
  });
});

test('a reminder is due at the last step passed, then once when it is late, and never when all is done', () => {
  const plan = anIssuedPlan(1, { remindDays: [14, 3] });
  const kind = (daysLeft: number | null) =>
    reminderFor(plan, {
      ...{ progress: 'not-begun', session: null, late: false },
      ...{ dueOn: daysLeft === null ? null : '2027-03-31', daysLeft },
    })?.kind;
  expect([15, 14, 4, 3, 0, -1, -30, null].map(kind)).toEqual([
    ...[undefined, 'before-14', 'before-14', 'before-3', 'before-3', 'late', 'late', undefined],
  ]);
});
