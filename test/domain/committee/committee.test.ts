import { describe, expect, test } from 'vitest';
import {
  type Committee,
  type CommitteeRuling,
  decideAddCommittee,
  decideChangeDirector,
  decideDescribeCommittee,
  directorOf,
} from '../../../src/domain/committee/committee.ts';
import { decideAddRank, decideChangeRank, firstRanks } from '../../../src/domain/committee/committee-ranks.ts';
import { aCommittee, someRanks } from '../../support/build/committees.ts';
import { aCommitteeId } from '../../support/build/ids.ts';

const province = aCommittee(1, { rank: 'province', name: 'Tỉnh ủy' });
const police = aCommittee(2, { rank: 'province', name: 'Đảng ủy Công an tỉnh', superiorId: province.id });
const commune = aCommittee(3, { superiorId: province.id, code: 'XA-03' });
const ended = aCommittee(5, { name: 'Huyện ủy', superiorId: province.id, code: 'H-05', to: '2025-06-30' });
const ranks = [...someRanks, { id: 'ended', label: { vi: 'Huyện', en: 'District' }, to: '2025-06-30' }];
const known = [province, police, commune, ended];

function refusalOf(decision: CommitteeRuling): string {
  return decision.ok ? 'accepted' : decision.refusal;
}

function add(candidate: Committee): string {
  return refusalOf(decideAddCommittee(known, ranks, candidate, '2026-12-01'));
}

describe('adding a committee', () => {
  test('a committee is added below one that is known', () => {
    const added = aCommittee(4, { superiorId: commune.id });
    expect(decideAddCommittee(known, ranks, added, '2026-12-01')).toEqual({ ok: true, value: added });
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
    ['a rank nobody knows', aCommittee(4, { rank: 'district' }), 'unknown-rank'],
    ['a rank that ended before it', aCommittee(4, { rank: 'ended', from: '2025-07-01' }), 'rank-ended'],
    ['a rank that has ended, on a day nobody knows', aCommittee(4, { rank: 'ended' }), 'rank-ended'],
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

  test('a rank that has ended is given to committees of its time', () => {
    expect(add(aCommittee(4, { rank: 'ended', from: '2025-06-30' }))).toBe('accepted');
    expect(add(aCommittee(4, { rank: 'ended', to: '2025-06-30' }))).toBe('accepted');
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

test('what has ended neither follows another nor leads', () => {
  expect(refusalOf(decideChangeDirector(known, { id: ended.id, directedById: police.id }))).toBe('committee-ended');
  expect(refusalOf(decideChangeDirector(known, { id: commune.id, directedById: ended.id }))).toBe('director-ended');
});

test('what has ended, or is not known, is not described anew', () => {
  const describeAnew = (id: Committee['id']) =>
    refusalOf(decideDescribeCommittee(known, ranks, { ...commune, id }, '2026-12-01'));
  expect([ended.id, aCommitteeId(9)].map(describeAnew)).toEqual(['committee-ended', 'unknown-committee']);
});

test('a committee keeps a rank that has ended, and no other is given it', () => {
  const old = { ...commune, rank: 'ended' };
  const describeAs = (rank: string) => {
    const { id, name, sector, code } = old;
    return refusalOf(decideDescribeCommittee([province, old], ranks, { id, name, sector, code, rank }, '2026-12-01'));
  };
  expect([describeAs('ended'), describeAs('commune')]).toEqual(['accepted', 'accepted']);
  const { id, name, sector } = police;
  const changed = { id, name, sector, code: null, rank: 'ended' };
  expect(refusalOf(decideDescribeCommittee(known, ranks, changed, '2026-12-01'))).toBe('rank-ended');
});

describe('ranks are data', () => {
  const label = (vi: string, en: string) => ({ vi, en });

  test('one is added directly above another, or at the bottom', () => {
    const ids = (above: string | null) => {
      const decision = decideAddRank(ranks, { label: label('Đặc khu', 'Special zone'), above });
      return decision.ok ? decision.value.ranks.map(({ id }) => id) : decision.refusal;
    };
    expect(ids('commune')).toEqual(['province', 'commune', 'dac-khu', 'ended']);
    expect(ids(null)[0]).toBe('dac-khu');
    expect(ids('nothing')).toBe('unknown-rank');
  });

  test('no two are called alike in either language, with diacritics or without: a spreadsheet names them', () => {
    for (const taken of [label('XA', 'Village'), label('Làng', 'province'), label('Làng', 'Xã'), label('!', 'Lang')])
      expect(decideAddRank(ranks, { label: taken, above: null })).toMatchObject({ refusal: 'rank-name-taken' });
    const renamed = { id: 'commune', label: label('Tỉnh', 'Commune'), to: null };
    expect(decideChangeRank(ranks, renamed)).toMatchObject({ refusal: 'rank-name-taken' });
    const kept = { id: 'commune', label: label('Xã, phường', 'Commune'), to: '2030-12-31' };
    expect(decideChangeRank(ranks, kept)).toMatchObject({ ok: true, value: { rank: kept } });
    const nothing = { id: 'nothing', label: label('Làng', 'Village'), to: null };
    expect(decideChangeRank(ranks, nothing)).toMatchObject({ refusal: 'unknown-rank' });
  });
});

test('a rank added twice because the answer was lost is one rank; elsewhere it is another, of a name that is taken', () => {
  const asked = { label: { vi: 'Đảng bộ vùng', en: 'Regional party committee' }, above: 'province' };
  const once = decideAddRank(firstRanks, asked);
  if (!once.ok) throw new Error(once.refusal);
  const again = decideAddRank(once.value.ranks, asked);
  expect(again).toEqual(once);
  expect(again.ok && again.value.ranks).toBe(once.value.ranks);
  expect(decideAddRank(once.value.ranks, { ...asked, above: null })).toMatchObject({ refusal: 'rank-name-taken' });
});

test('nor is it another after more ranks were put at its place, since it does not move; changed meanwhile it is', () => {
  const asked = { label: { vi: 'Đảng bộ vùng', en: 'Regional party committee' }, above: 'province' };
  const once = decideAddRank(firstRanks, asked);
  if (!once.ok) throw new Error(once.refusal);
  const then = decideAddRank(once.value.ranks, { label: { vi: 'Đảng bộ miền', en: 'Zone' }, above: 'province' });
  if (!then.ok) throw new Error(then.refusal);
  const known = then.value.ranks;
  expect(decideAddRank(known, asked)).toEqual({ ok: true, value: { rank: once.value.rank, ranks: known } });
  expect(decideAddRank(known, { ...asked, above: 'commune' })).toMatchObject({ refusal: 'rank-name-taken' });
  const ended = decideChangeRank(known, { ...once.value.rank, to: '2030-12-31' });
  if (!ended.ok) throw new Error(ended.refusal);
  expect(decideAddRank(ended.value.ranks, asked)).toMatchObject({ refusal: 'rank-name-taken' });
});
