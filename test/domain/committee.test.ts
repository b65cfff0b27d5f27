import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  type Committee,
  type CommitteeDecision,
  decideAddCommittee,
  decideChangeDirector,
  decideChangeSuperior,
  directorOf,
} from '../../src/domain/committee.ts';
import { aCommittee, someLevels } from '../support/committees.ts';
import { aCommitteeId } from '../support/ids.ts';

const province = aCommittee(1, { level: 'province', name: 'Tỉnh ủy' });
const police = aCommittee(2, { level: 'province', name: 'Đảng ủy Công an tỉnh', superiorId: province.id });
const commune = aCommittee(3, { superiorId: province.id });
const known = [province, police, commune];

function refusalOf(decision: CommitteeDecision): string {
  return decision.ok ? 'accepted' : decision.refusal;
}

function add(candidate: Committee): string {
  return refusalOf(decideAddCommittee(known, someLevels, candidate));
}

describe('adding a committee', () => {
  test('a committee is added below one that is known', () => {
    const added = aCommittee(4, { superiorId: commune.id });
    expect(decideAddCommittee(known, someLevels, added)).toEqual({ ok: true, committee: added });
  });

  test.each([
    ['a committee that exists', commune, 'committee-exists'],
    ['a second superior for a committee', { ...commune, superiorId: police.id }, 'second-superior'],
    [
      'a name that a sibling has',
      aCommittee(4, { name: 'ĐẢNG BỘ XÃ 3', superiorId: province.id }),
      'committee-name-taken',
    ],
    ['a committee that is its own superior', aCommittee(4, { superiorId: aCommitteeId(4) }), 'superior-cycle'],
    ['a committee that directs itself', aCommittee(4, { directedById: aCommitteeId(4) }), 'directed-by-itself'],
    ['a level nobody knows', aCommittee(4, { level: 'district' }), 'unknown-level'],
    ['a superior nobody knows', aCommittee(4, { superiorId: aCommitteeId(9) }), 'unknown-superior'],
    ['a director nobody knows', aCommittee(4, { directedById: aCommitteeId(9) }), 'unknown-director'],
  ])('%s is refused', (_, candidate, refusal) => {
    expect(add(candidate)).toBe(refusal);
  });

  test('two committees may have one name under different superiors', () => {
    expect(add(aCommittee(4, { name: commune.name, superiorId: police.id }))).toBe('accepted');
  });
});

describe('changing the superior', () => {
  test('whoever does not name the present superior is about to add a second one', () => {
    const change = { id: commune.id, to: police.id };
    expect(refusalOf(decideChangeSuperior(known, { ...change, from: null }))).toBe('second-superior');
    expect(refusalOf(decideChangeSuperior(known, { ...change, from: police.id }))).toBe('second-superior');
    expect(decideChangeSuperior(known, { ...change, from: province.id })).toEqual({
      ok: true,
      committee: { ...commune, superiorId: police.id },
    });
  });

  test('a committee cannot come below itself, over any number of steps', () => {
    const below = aCommittee(4, { superiorId: commune.id });
    const all = [...known, below];
    expect(refusalOf(decideChangeSuperior(all, { id: province.id, from: null, to: below.id }))).toBe('superior-cycle');
    expect(refusalOf(decideChangeSuperior(all, { id: commune.id, from: province.id, to: commune.id }))).toBe(
      'superior-cycle',
    );
  });

  test('unknown committees are refused', () => {
    const nobody = aCommitteeId(9);
    expect(refusalOf(decideChangeSuperior(known, { id: nobody, from: null, to: null }))).toBe('unknown-committee');
    expect(refusalOf(decideChangeSuperior(known, { id: commune.id, from: province.id, to: nobody }))).toBe(
      'unknown-superior',
    );
  });

  test('whatever is moved, every committee still ends at the top', () => {
    const number = fc.integer({ min: 0, max: 7 });
    fc.assert(
      fc.property(fc.array(fc.tuple(number, fc.option(number))), (moves) => {
        let all = Array.from({ length: 8 }, (_, index) => aCommittee(index));
        for (const [which, to] of moves) {
          const one = all[which];
          if (one === undefined) continue;
          const change = { id: one.id, from: one.superiorId, to: to === null ? null : aCommitteeId(to) };
          const decision = decideChangeSuperior(all, change);
          if (decision.ok) all = all.map((each) => (each.id === one.id ? decision.committee : each));
        }
        expect(all.every((one) => stepsToTop(all, one) < 8)).toBe(true);
      }),
    );
  });
});

function stepsToTop(all: Committee[], one: Committee): number {
  let steps = 0;
  for (let at = one.superiorId; at !== null && steps < 8; steps++) {
    at = all.find((each) => each.id === at)?.superiorId ?? null;
  }
  return steps;
}

test('a committee follows its superior unless another is named', () => {
  expect(directorOf(commune)).toBe(province.id);
  const named = decideChangeDirector(known, { id: commune.id, directedById: police.id });
  expect(named.ok && directorOf(named.committee)).toBe(police.id);
  expect(refusalOf(decideChangeDirector(known, { id: commune.id, directedById: commune.id }))).toBe(
    'directed-by-itself',
  );
  expect(refusalOf(decideChangeDirector(known, { id: aCommitteeId(9), directedById: null }))).toBe('unknown-committee');
  expect(refusalOf(decideChangeDirector(known, { id: commune.id, directedById: aCommitteeId(9) }))).toBe(
    'unknown-director',
  );
});
