import { describe, expect, test } from 'vitest';
import {
  type Committee,
  type CommitteeRuling,
  decideAddCommittee,
  decideChangeDirector,
  decideDescribeCommittee,
  directorOf,
} from '../../../src/domain/committee/committee.ts';
import { decideAddLevel, decideChangeLevel } from '../../../src/domain/committee/committee-levels.ts';
import { aCommittee, someLevels } from '../../support/build/committees.ts';
import { aCommitteeId } from '../../support/build/ids.ts';

const province = aCommittee(1, { level: 'province', name: 'Tỉnh ủy' });
const police = aCommittee(2, { level: 'province', name: 'Đảng ủy Công an tỉnh', superiorId: province.id });
const commune = aCommittee(3, { superiorId: province.id, code: 'XA-03' });
const ended = aCommittee(5, { name: 'Huyện ủy', superiorId: province.id, code: 'H-05', to: '2025-06-30' });
const levels = [...someLevels, { id: 'ended', label: { vi: 'Huyện', en: 'District' }, to: '2025-06-30' }];
const known = [province, police, commune, ended];

function refusalOf(decision: CommitteeRuling): string {
  return decision.ok ? 'accepted' : decision.refusal;
}

function add(candidate: Committee): string {
  return refusalOf(decideAddCommittee(known, levels, candidate, '2026-12-01'));
}

describe('adding a committee', () => {
  test('a committee is added below one that is known', () => {
    const added = aCommittee(4, { superiorId: commune.id });
    expect(decideAddCommittee(known, levels, added, '2026-12-01')).toEqual({ ok: true, value: added });
  });

  test.each([
    ['a committee that exists', commune, 'committee-exists'],
    ['a second superior for a committee', { ...commune, superiorId: police.id }, 'second-superior'],
    [
      'a name that a sibling has in other signs',
      aCommittee(4, { name: 'Ðảng uỷ Công an tỉnh', superiorId: province.id }),
      'committee-name-taken',
    ],
    ['a code that another has', aCommittee(4, { superiorId: commune.id, code: 'xa-03' }), 'committee-code-taken'],
    [
      'a name that a sibling has',
      aCommittee(4, { name: 'ĐẢNG BỘ XÃ 3', superiorId: province.id }),
      'committee-name-taken',
    ],
    ['a committee that is its own superior', aCommittee(4, { superiorId: aCommitteeId(4) }), 'superior-cycle'],
    ['a committee that directs itself', aCommittee(4, { directedById: aCommitteeId(4) }), 'directed-by-itself'],
    ['a level nobody knows', aCommittee(4, { level: 'district' }), 'unknown-level'],
    ['a level that ended before it', aCommittee(4, { level: 'ended', from: '2025-07-01' }), 'level-ended'],
    ['a level that has ended, on a day nobody knows', aCommittee(4, { level: 'ended' }), 'level-ended'],
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

  test('a level that has ended is given to committees of its time', () => {
    expect(add(aCommittee(4, { level: 'ended', from: '2025-06-30' }))).toBe('accepted');
    expect(add(aCommittee(4, { level: 'ended', to: '2025-06-30' }))).toBe('accepted');
  });

  test('two committees may have one name under different superiors', () => {
    expect(add(aCommittee(4, { name: commune.name, superiorId: police.id }))).toBe('accepted');
  });
});

test('a committee follows its superior unless another is named', () => {
  expect(directorOf(commune)).toBe(province.id);
  const named = decideChangeDirector(known, { id: commune.id, directedById: police.id });
  expect(named.ok && directorOf(named.value)).toBe(police.id);
  expect(refusalOf(decideChangeDirector(known, { id: commune.id, directedById: commune.id }))).toBe(
    'directed-by-itself',
  );
  expect(refusalOf(decideChangeDirector(known, { id: aCommitteeId(9), directedById: null }))).toBe('unknown-committee');
  expect(refusalOf(decideChangeDirector(known, { id: commune.id, directedById: aCommitteeId(9) }))).toBe(
    'unknown-director',
  );
});

test('a committee keeps a level that has ended, and no other is given it', () => {
  const old = { ...commune, level: 'ended' };
  const describeAs = (level: string) => {
    const { id, name, sector, code } = old;
    return refusalOf(decideDescribeCommittee([province, old], levels, { id, name, sector, code, level }, '2026-12-01'));
  };
  expect([describeAs('ended'), describeAs('commune')]).toEqual(['accepted', 'accepted']);
  const { id, name, sector } = police;
  const changed = { id, name, sector, code: null, level: 'ended' };
  expect(refusalOf(decideDescribeCommittee(known, levels, changed, '2026-12-01'))).toBe('level-ended');
});

describe('levels are data', () => {
  const label = (vi: string, en: string) => ({ vi, en });

  test('one is added directly above another, or at the bottom', () => {
    const ids = (above: string | null) => {
      const decision = decideAddLevel(levels, { label: label('Đặc khu', 'Special zone'), above });
      return decision.ok ? decision.value.levels.map(({ id }) => id) : decision.refusal;
    };
    expect(ids('commune')).toEqual(['province', 'commune', 'dac-khu', 'ended']);
    expect(ids(null)[0]).toBe('dac-khu');
    expect(ids('nothing')).toBe('unknown-level');
  });

  test('no two are called alike in either language, with diacritics or without: a spreadsheet names them', () => {
    for (const taken of [label('XA', 'Village'), label('Làng', 'province'), label('Làng', 'Xã'), label('!', 'Lang')])
      expect(decideAddLevel(levels, { label: taken, above: null })).toMatchObject({ refusal: 'level-name-taken' });
    const renamed = { id: 'commune', label: label('Tỉnh', 'Commune'), to: null };
    expect(decideChangeLevel(levels, renamed)).toMatchObject({ refusal: 'level-name-taken' });
    const kept = { id: 'commune', label: label('Xã, phường', 'Commune'), to: '2030-12-31' };
    expect(decideChangeLevel(levels, kept)).toMatchObject({ ok: true, value: { level: kept } });
  });
});
