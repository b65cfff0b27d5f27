import { expect, test } from 'vitest';
import { planId } from '../../../src/domain/plan/plan-id.ts';
import {
  choicesOf,
  countRanks,
  countTiers,
  figuresOf,
  fittingResults,
  peopleOf,
  reachedBy,
} from '../../../src/domain/result/roll-up.ts';
import { nameOrderKey } from '../../../src/domain/roster/name-order-key.ts';
import type { PublishedResult, PublishedSubject } from '../../../src/domain/session/published-result.ts';
import { sessionId } from '../../../src/domain/session/session.ts';
import { searchKey } from '../../../src/domain/text/search-key.ts';
import { aCommittee } from '../../support/build/committees.ts';
import { ownForm } from '../../support/build/forms.ts';
import { aPersonId } from '../../support/build/ids.ts';

const same = (text: string) => ({ vi: text, en: text });
const { id, title, levels } = ownForm('qd-96-2023');
const tier = (number: number) => ({ tier: number, article: null, consequence: same(`Mức ${number}`) });
const form = { id, title, levels, tiers: [tier(0), tier(1)] };
const [planA, planB] = ['1', '2'].map((digit) => planId.parse(`00000007-0000-4000-8000-00000000000${digit}`));

function aSubject(name: string, change: Partial<PublishedSubject> = {}): PublishedSubject {
  return {
    ...{ personId: aPersonId(1), name, key: searchKey(name), orderKey: nameOrderKey(name), position: 'Ủy viên' },
    ...{ counts: [5, 2, 1], tier: 0 },
    ...change,
  };
}

function aResult(number: number, subjects: PublishedSubject[], change: Partial<PublishedResult> = {}): PublishedResult {
  const { id: committeeId, name: committeeName, rank: committeeRank } = aCommittee(1);
  return {
    ...{ sessionId: sessionId.parse(`Dw5xMuS7nSTvZ${number}`), committeeId, committeeName },
    ...{ committeeRank, title: `Đợt ${number}`, heldOn: '2026-05-01', planId: null, plan: null, form, collected: 9 },
    ...{ base: { kind: 'collected' as const, value: 10 }, publishedAt: '2026-05-01T03:00:00.000Z', annulled: false },
    ...{ subjects },
    ...change,
  };
}

test('people come by their names, those of one name in one order, and organisations not at all', () => {
  const results = [
    aResult(1, [
      aSubject('Lò Văn Phá', { personId: aPersonId(3) }),
      aSubject('Nguyễn Thị Hoa', { personId: aPersonId(2) }),
      aSubject('Ban Tổ chức', { personId: null }),
    ]),
    aResult(2, [
      aSubject('Nguyễn Thị Hoa', { personId: aPersonId(1), tier: 1 }),
      aSubject('Lò Văn Phá', { personId: aPersonId(3) }),
    ]),
  ];
  const names = (filter: Parameters<typeof peopleOf>[1]) =>
    peopleOf(results, filter).map(({ personId, results: all }) => [personId, all.length]);
  const all = [
    [aPersonId(1), 1],
    [aPersonId(2), 1],
    [aPersonId(3), 2],
  ];
  expect(names({})).toEqual(all);
  expect(peopleOf([...results].reverse(), {}).map(({ personId }) => personId)).toEqual(all.map(([first]) => first));
  expect(names({ search: 'hoa' })).toEqual(all.slice(0, 2));
  expect(names({ tier: 1 })).toEqual(all.slice(0, 1));
});

test('results are narrowed by the plan, and readers choose among the plans that there are', () => {
  const results = [
    aResult(1, [], { planId: planA ?? null, plan: '01-KH/TU' }),
    aResult(2, [], { planId: planB ?? null, plan: null }),
    aResult(3, []),
  ];
  expect(fittingResults(results, { planId: planA }).map(({ title: one }) => one)).toEqual(['Đợt 1']);
  expect(fittingResults(results, {})).toHaveLength(3);
  expect(choicesOf(results).plans).toEqual([
    { id: planA, number: '01-KH/TU' },
    { id: planB, number: '' },
  ]);
});

test('figures of a subject: what was not valid is what was collected and not marked', () => {
  const subject = aSubject('Nguyễn Thị Hoa');
  const figures = figuresOf({ result: aResult(1, [subject]), subject });
  expect(figures).toMatchObject({ collected: 9, valid: 8, invalid: 1 });
  expect(Object.values(figures.levels)).toEqual([
    ...[
      { count: 5, percent: '50.00' },
      { count: 2, percent: '20.00' },
      { count: 1, percent: '10.00' },
    ],
  ]);
});

test('a subject is in a tier of its form, or the result is none', () => {
  const at = (number: number) => {
    const subject = aSubject('Nguyễn Thị Hoa', { tier: number });
    return reachedBy({ result: aResult(1, [subject]), subject });
  };
  expect(at(1)).toEqual(tier(1));
  expect(() => at(4)).toThrow('has no tier 4');
});

test('an annulled result counts nowhere', () => {
  const results = [
    aResult(1, [aSubject('A', { tier: 1 }), aSubject('B')]),
    aResult(2, [aSubject('A', { tier: 1 })], { annulled: true }),
    aResult(3, [aSubject('C')], { committeeRank: 'province' }),
  ];
  expect(countTiers(results).map(({ tier: number, count }) => [number, count])).toEqual([
    [0, 2],
    [1, 1],
  ]);
  expect(countRanks(results)).toEqual([
    { rank: 'commune', results: 1, subjects: 2, concerned: 1 },
    { rank: 'province', results: 1, subjects: 1, concerned: 0 },
  ]);
});
