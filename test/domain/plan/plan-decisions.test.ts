import { describe, expect, test } from 'vitest';
import type { AmendableProvisions, PlanProvisions } from '../../../src/domain/plan/plan.ts';
import {
  decideAddNote,
  decideAmendPlan,
  decideDiscardPlan,
  decideDraft,
  decideIssuePlan,
  type PlanContext,
} from '../../../src/domain/plan/plan-decisions.ts';
import { aCommittee, someRanks } from '../../support/build/committees.ts';
import { aCommitteeId, aPersonId } from '../../support/build/ids.ts';
import { anIssuedPlan, aPlan, someProvisions } from '../../support/build/plans.ts';
import { at, must, problemsOf, refusalOf, theChair } from '../../support/build/sessions.ts';

const surroundings: PlanContext = {
  ranks: someRanks,
  followers: new Map([1, 2, 3].map((seed) => [aCommitteeId(seed), aCommittee(seed).name])),
  members: new Set([aPersonId(1)]),
};

function draft(change: Partial<PlanProvisions>): string | undefined {
  return refusalOf(decideDraft(aPlan(1, change), [], surroundings));
}

describe('a draft', () => {
  const commune = { rank: 'commune', by: '2027-03-31', reportBy: null };
  test.each<[string, Partial<PlanProvisions>, string | undefined]>([
    ['may still lack its number', { number: null, purpose: '', deadlines: [] }, undefined],
    ['names known ranks', { deadlines: [{ ...commune, rank: 'moon' }] }, 'unknown-rank'],
    ['gives a rank one deadline', { deadlines: [commune, commune] }, 'rank-named-twice'],
    ['has no deadline before its date', { deadlines: [{ ...commune, by: '2026-11-30' }] }, 'deadline-before-plan'],
    ['may be due on its own date', { deadlines: [{ ...commune, by: '2026-12-01' }] }, undefined],
    [
      'has no pilot due before its date',
      { pilots: [{ committeeId: aCommitteeId(2), by: '2026-11-30' }] },
      'deadline-before-plan',
    ],
    [
      'wants no report before the vote',
      { deadlines: [{ ...commune, reportBy: '2027-03-30' }] },
      'report-before-deadline',
    ],
    [
      'lets no conference be longest before it is shortest',
      { deadlines: [{ ...commune, conferenceDays: { minimum: 2, maximum: 1 } }] },
      'conference-length-reversed',
    ],
    ['names pilots that follow', { pilots: [{ committeeId: aCommitteeId(9), by: null }] }, 'committee-does-not-follow'],
    [
      'sends its own members only',
      { attending: [{ committeeId: aCommitteeId(2), personId: aPersonId(2), name: '' }] },
      'not-a-member',
    ],
  ])('%s', (_rule, change, refusal) => {
    expect(draft(change)).toBe(refusal);
  });

  test('that is refused names the ranks, committees and persons whose lines are wrong', () => {
    const province = { rank: 'province', by: '2026-11-29', reportBy: null };
    const early = { committeeId: aCommitteeId(3), by: '2026-11-30' };
    const about = (change: Partial<PlanProvisions>) => {
      const decision = decideDraft(aPlan(1, change), [], surroundings);
      return decision.ok ? [] : decision.problems;
    };
    const pilots = [{ committeeId: aCommitteeId(2), by: null }, early];
    expect(about({ deadlines: [commune, province], pilots })).toEqual([
      { code: 'deadline-before-plan', about: 'Tỉnh' },
      { code: 'deadline-before-plan', about: 'Đảng bộ xã 3' },
    ]);
    const late = { reportBy: '2027-03-30' };
    expect(about({ deadlines: [{ ...commune, ...late }] })).toEqual([{ code: 'report-before-deadline', about: 'Xã' }]);
    const twice = [...pilots, ...pilots].map((one) => ({ ...one, by: null }));
    expect(about({ pilots: twice })).toMatchObject([{ about: 'Đảng bộ xã 2' }, { about: 'Đảng bộ xã 3' }]);
    const stranger = { committeeId: aCommitteeId(2), personId: aPersonId(2), name: 'Đồng chí 2' };
    expect(about({ attending: [stranger] })).toEqual([{ code: 'not-a-member', about: 'Đồng chí 2' }]);
  });

  test('bears a number that the issuer has not used in the same year, however it is written', () => {
    const others = [anIssuedPlan(2, { number: '7-KH/TU', date: '2026-02-01' }), aPlan(3, { number: '8-KH/TU' })];
    const of = (number: string, date = '2026-12-01') =>
      refusalOf(decideDraft(aPlan(1, { number, date }), others, surroundings));
    expect(of(' 7-kh/tu')).toBe('plan-number-taken');
    expect(of('8-KH/TU')).toBe('plan-number-taken');
    expect(of('9-KH/TU')).toBeUndefined();
    expect(of('7-KH/TU', '2027-01-04')).toBeUndefined();
  });

  test('can be changed and thrown away until it is issued, never afterwards', () => {
    expect(must(decideDiscardPlan(aPlan(1))).id).toBe(aPlan(1).id);
    expect(refusalOf(decideDiscardPlan(anIssuedPlan(1)))).toBe('plan-already-issued');
    expect(refusalOf(decideDraft(aPlan(1), [anIssuedPlan(1)], surroundings))).toBe('plan-already-issued');
  });
});

describe('issuing', () => {
  test('needs number, purpose, requirements and a deadline, and names all that are missing', () => {
    const bare = aPlan(1, { number: null, purpose: '', requirements: '', deadlines: [] });
    const decision = decideIssuePlan(bare, [], surroundings, theChair, at(0));
    expect(problemsOf(decision)).toEqual([
      ...['plan-number-missing', 'purpose-missing', 'requirements-missing', 'no-deadlines'],
    ]);
  });

  test('what a draft may not say is not issued', () => {
    const wrong = aPlan(1, { deadlines: [{ rank: 'moon', by: '2027-03-31', reportBy: null }] });
    expect(refusalOf(decideIssuePlan(wrong, [], surroundings, theChair, at(0)))).toBe('unknown-rank');
  });

  test('says who issued it and when', () => {
    const issued = must(decideIssuePlan(aPlan(1), [], surroundings, theChair, at(0))).issued;
    expect(issued).toEqual({ by: theChair, at: '2026-12-01T01:00:00.000Z' });
  });
});

describe('an amendment', () => {
  const paper = { number: '15-KH/TU', date: '2027-01-10', summary: 'Lùi hạn', by: theChair, at: at(0).toISOString() };
  const later: AmendableProvisions = someProvisions({
    deadlines: [{ rank: 'commune', by: '2027-04-15', reportBy: null }],
  });
  const amend = (plan = anIssuedPlan(1), provisions = later, change = {}) =>
    decideAmendPlan(plan, provisions, { ...paper, ...change }, surroundings);

  test('says nothing that a draft may not say', () => {
    const wrong = someProvisions({ deadlines: [{ rank: 'moon', by: '2027-04-15', reportBy: null }] });
    expect(refusalOf(amend(anIssuedPlan(1), wrong))).toBe('unknown-rank');
  });

  test('changes what is due and keeps what stood there before', () => {
    const plan = must(amend());
    expect(plan.provisions.deadlines[0]?.by).toBe('2027-04-15');
    expect(plan.amendments[0]).toMatchObject({ number: '15-KH/TU', summary: 'Lùi hạn' });
    expect(plan.amendments[0]?.before.deadlines[0]?.by).toBe('2027-03-31');
    expect(plan.amendments[0]?.before).not.toHaveProperty('number');
  });

  test('leaves number, date, term and form as they were issued', () => {
    const sly = { ...later, ...someProvisions({ deadlines: later.deadlines, number: '99', formId: '366-qd-tw-2025' }) };
    const { number, formId } = must(amend(anIssuedPlan(1), sly)).provisions;
    expect([number, formId]).toEqual(['12-KH/TU', 'qd-96-2023']);
  });

  test('is of an issued plan, not before it, and of what can be issued', () => {
    expect(refusalOf(amend(aPlan(1)))).toBe('plan-not-issued');
    expect(refusalOf(amend(anIssuedPlan(1), later, { date: '2026-11-30' }))).toBe('amendment-before-plan');
    expect(refusalOf(amend(anIssuedPlan(1), { ...later, deadlines: [] }))).toBe('plan-not-ready');
  });
});

test('only a pilot committee adds experience, and only to a plan that was issued', () => {
  const pilots = [{ committeeId: aCommitteeId(2), by: null }];
  const note = (committee: number) => ({
    ...{ id: 'n', committeeId: aCommitteeId(committee), committeeName: aCommittee(committee).name },
    ...{ by: theChair, at: at(0).toISOString(), text: 'Phát phiếu sớm.' },
  });
  expect(must(decideAddNote(anIssuedPlan(1, { pilots }), note(2))).notes).toHaveLength(1);
  expect(refusalOf(decideAddNote(anIssuedPlan(1, { pilots }), note(3)))).toBe('not-a-pilot');
  expect(refusalOf(decideAddNote(aPlan(1, { pilots }), note(2)))).toBe('plan-not-issued');
});
