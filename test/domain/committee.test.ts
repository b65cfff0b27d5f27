import { describe, expect, test } from 'vitest';
import {
  type Committee,
  type CommitteeDecision,
  decideAddCommittee,
  decideChangeDirector,
  directorOf,
} from '../../src/domain/committee.ts';
import { aCommittee, someLevels } from '../support/committees.ts';
import { aCommitteeId } from '../support/ids.ts';

const province = aCommittee(1, { level: 'province', name: 'Tỉnh ủy' });
const police = aCommittee(2, { level: 'province', name: 'Đảng ủy Công an tỉnh', superiorId: province.id });
const commune = aCommittee(3, { superiorId: province.id, code: 'XA-03' });
const ended = aCommittee(5, { name: 'Huyện ủy', superiorId: province.id, code: 'H-05', to: '2025-06-30' });
const known = [province, police, commune, ended];

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
    ['a superior that has ended', aCommittee(4, { superiorId: ended.id }), 'superior-ended'],
    ['a director that has ended', aCommittee(4, { directedById: ended.id }), 'director-ended'],
    ['a code that another committee has', aCommittee(4, { code: 'XA-03' }), 'committee-code-taken'],
  ])('%s is refused', (_, candidate, refusal) => {
    expect(add(candidate)).toBe(refusal);
  });

  test('the name and code of a committee that has ended are free again', () => {
    expect(add(aCommittee(4, { name: ended.name, code: ended.code, superiorId: province.id }))).toBe('accepted');
  });

  test('two committees may have one name under different superiors', () => {
    expect(add(aCommittee(4, { name: commune.name, superiorId: police.id }))).toBe('accepted');
  });
});

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
