import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Committee, CommitteeId } from '../../../src/domain/committee/committee.ts';
import { decideDissolve, decideMerge, decideMove, type Merger } from '../../../src/domain/committee/reorganise.ts';
import type { Seat } from '../../../src/domain/roster/seat.ts';
import { aCommittee, someRanks } from '../../support/build/committees.ts';
import { aCommitteeId, aPersonId, aSeatId } from '../../support/build/ids.ts';
import { aKnownRoster, rosterAfter } from '../../support/build/known-rosters.ts';

const today = '2025-07-02';
const province = aCommittee(1, { name: 'Tỉnh ủy', rank: 'province' });
const district = aCommittee(2, { name: 'Huyện ủy Giồng Trôm', superiorId: province.id });
const another = aCommittee(3, { name: 'Huyện ủy Ba Tri', superiorId: province.id });
const commune = aCommittee(4, { superiorId: district.id, directedById: district.id });
const committees = [province, district, another, commune];
const ended = aCommittee(8, { name: 'Huyện ủy Châu Thành', superiorId: province.id, to: '2025-05-31' });

function aSeat(number: number, changes: Partial<Seat> = {}): Seat {
  return {
    ...{ id: aSeatId(number), committeeId: district.id, personId: aPersonId(number) },
    ...{ position: 'Ủy viên', order: number, from: null, to: null },
    ...changes,
  };
}

function newSeatIds(): () => Seat['id'] {
  let number = 100;
  return () => aSeatId(++number);
}

describe('moving a committee', () => {
  const move = (change: Partial<Parameters<typeof decideMove>[1]>, all: readonly Committee[] = committees) => {
    const asked = { id: commune.id, from: district.id, to: province.id, on: '2025-07-01', ...change };
    return decideMove({ committees: all }, asked, today);
  };
  const refusalOf = (...asked: Parameters<typeof move>) => {
    const decision = move(...asked);
    return decision.ok ? 'accepted' : decision.refusal;
  };

  test('from the day on it has the new superior, and until the day before it had the old one', () => {
    expect(move({})).toEqual({
      ok: true,
      value: {
        committees: [{ ...commune, superiorId: province.id, superiorSince: '2025-07-01' }],
        pastSuperiors: [{ committeeId: commune.id, superiorId: district.id, from: null, to: '2025-06-30' }],
      },
    });
  });

  test('moved again on the same day, it never stood under the superior in between', () => {
    const moved = { ...commune, superiorId: another.id, superiorSince: '2025-07-01' };
    const decision = move({ from: another.id }, [province, district, another, moved]);
    expect(decision).toMatchObject({ ok: true, value: { pastSuperiors: [] } });
  });

  test.each([
    ['naming no present superior adds a second one', { from: null }, 'second-superior'],
    ['naming another than the present superior adds a second one', { from: another.id }, 'second-superior'],
    ['below itself', { to: commune.id }, 'superior-cycle'],
    ['below one of its own', { id: province.id, from: null, to: commune.id }, 'superior-cycle'],
    ['an unknown committee', { id: aCommitteeId(9) }, 'unknown-committee'],
    ['under an unknown committee', { to: aCommitteeId(9) }, 'unknown-superior'],
    ['on a day still to come', { on: '2025-07-03' }, 'date-in-future'],
  ])('%s is refused', (_, change, refusal) => {
    expect(refusalOf(change)).toBe(refusal);
  });

  test('history is written forwards only', () => {
    const moved = { ...commune, superiorSince: '2025-07-01' };
    expect(refusalOf({ on: '2025-06-30' }, [province, district, another, moved])).toBe('date-too-early');
  });

  test('under a committee that has ended nothing is put', () => {
    const ended = { ...province, to: '2025-06-30' };
    expect(refusalOf({}, [ended, district, another, commune])).toBe('superior-ended');
  });

  test('what has ended is moved no more', () => {
    const ended = { ...commune, to: '2025-06-30' };
    expect(refusalOf({}, [province, district, another, ended])).toBe('committee-ended');
  });

  test('a sibling of its name keeps it out', () => {
    const namesake = aCommittee(5, { name: commune.name, superiorId: province.id });
    expect(refusalOf({}, [...committees, namesake])).toBe('committee-name-taken');
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
          const decision = decideMove({ committees: all }, { ...change, on: today }, today);
          if (decision.ok) all = all.map((each) => decision.value.committees.find(({ id }) => id === each.id) ?? each);
        }
        expect(all.every((one) => stepsToTop(all, one) < 8)).toBe(true);
      }),
    );
  });
});

function stepsToTop(all: readonly Committee[], one: Committee): number {
  let steps = 0;
  for (let at = one.superiorId; at !== null && steps < 8; steps++) {
    at = all.find((each) => each.id === at)?.superiorId ?? null;
  }
  return steps;
}

describe('dissolving a committee', () => {
  test('it ends with its seats the day before, and who followed it follows its superior again', () => {
    const known = aKnownRoster({
      committees: [province, another, { ...commune, superiorId: province.id, directedById: another.id }],
      seats: [
        aSeat(1, { committeeId: another.id }),
        aSeat(2, { committeeId: another.id, to: '2024-12-31' }),
        aSeat(3, { committeeId: commune.id }),
      ],
    });
    const decision = decideDissolve(known, another.id, '2025-07-01', today);
    expect(decision).toMatchObject({
      ok: true,
      value: {
        committees: [
          { id: another.id, to: '2025-06-30', successorId: null },
          { id: commune.id, directedById: null },
        ],
        seats: [{ id: aSeatId(1), to: '2025-06-30' }],
      },
    });
  });

  test('not while committees stand below it: they are named', () => {
    const decision = decideDissolve(aKnownRoster({ committees }), district.id, '2025-07-01', today);
    const problems = [{ code: 'has-subordinates', about: commune.name }];
    expect(decision).toEqual({ ok: false, refusal: 'has-subordinates', problems });
  });

  test.each([
    ['nobody knows it', aCommitteeId(9), '2025-07-01', 'unknown-committee'],
    ['it has ended', ended.id, '2025-07-01', 'committee-ended'],
    ['the day is still to come', another.id, '2025-08-01', 'date-in-future'],
  ])('not where %s', (_, id, on, refusal) => {
    const known = aKnownRoster({ committees: [...committees, ended] });
    expect(decideDissolve(known, id, on, today)).toMatchObject({ ok: false, refusal });
  });

  test('not while a seat of it begins later', () => {
    const known = aKnownRoster({ committees, seats: [aSeat(1, { committeeId: commune.id, from: '2025-08-01' })] });
    expect(decideDissolve(known, commune.id, '2025-07-01', today)).toMatchObject({ refusal: 'seats-begin-later' });
  });
});

describe('merging committees', () => {
  const third = aCommittee(6, { name: 'Chi bộ chung', superiorId: another.id });
  const seats = [
    aSeat(1, { position: 'Bí thư', order: 1 }),
    aSeat(2, { order: 2 }),
    aSeat(3, { committeeId: another.id, order: 1 }),
    aSeat(4, { committeeId: another.id, personId: aPersonId(2), order: 2 }),
    aSeat(5, { committeeId: another.id, to: '2024-12-31' }),
  ];
  const known = { committees: [...committees, third], seats };
  const merged = aCommittee(7, { name: 'Đảng bộ khu vực', superiorId: province.id, from: '2025-07-01' });
  const merge = (change: Partial<Merger> = {}, parts: Parameters<typeof aKnownRoster>[0] = known) => {
    const merger = {
      ids: [district.id, another.id],
      into: merged,
      on: '2025-07-01',
      seats: 'move' as const,
      by: null,
      ...change,
    };
    return decideMerge(aKnownRoster(parts), someRanks, merger, today, newSeatIds());
  };
  const refusalOf = (...asked: Parameters<typeof merge>) => {
    const decision = merge(...asked);
    return decision.ok ? 'accepted' : decision.refusal;
  };

  test('they end, their successor is known, and their subordinates stand below it', () => {
    const decision = merge();
    if (!decision.ok) throw new Error(decision.refusal);
    const { committees: all } = rosterAfter(known, decision.value);
    const of = (id: CommitteeId) => all.find((one) => one.id === id);
    for (const id of [district.id, another.id]) {
      expect(of(id)).toMatchObject({ to: '2025-06-30', successorId: merged.id });
    }
    expect(of(commune.id)).toMatchObject({ superiorId: merged.id, directedById: merged.id });
    expect(of(third.id)).toMatchObject({ superiorId: merged.id, superiorSince: '2025-07-01' });
    expect(decision.value.pastSuperiors).toHaveLength(2);
  });

  test('whoever sat in two of them sits once in the successor, and those who had left stay away', () => {
    const decision = merge();
    if (!decision.ok) throw new Error(decision.refusal);
    const there = rosterAfter(known, decision.value).seats.filter(({ committeeId }) => committeeId === merged.id);
    expect(there.map(({ personId, order, from }) => [personId, order, from])).toEqual([
      [aPersonId(1), 1, '2025-07-01'],
      [aPersonId(2), 2, '2025-07-01'],
      [aPersonId(3), 3, '2025-07-01'],
    ]);
    expect(there[0]?.position).toBe('Bí thư');
  });

  test('or every seat ends', () => {
    const decision = merge({ seats: 'end' });
    if (!decision.ok) throw new Error(decision.refusal);
    expect(decision.value.seats?.every(({ to }) => to === '2025-06-30')).toBe(true);
    expect(decision.value.seats).toHaveLength(4);
  });

  test('into one that stands, which keeps those who sit there', () => {
    const decision = merge({ ids: [another.id], into: district.id });
    if (!decision.ok) throw new Error(decision.refusal);
    expect(
      rosterAfter(known, decision.value)
        .seats.filter(({ committeeId }) => committeeId === district.id)
        .map(({ personId }) => personId),
    ).toEqual([...[aPersonId(1), aPersonId(2), aPersonId(3)]]);
  });

  test.each([
    ['into itself', { into: district.id }, 'merged-with-itself'],
    ['into one below it', { ids: [district.id], into: commune.id }, 'superior-cycle'],
    ['into a new one below it', { into: { ...merged, superiorId: district.id } }, 'superior-cycle'],
    ['an unknown committee', { ids: [aCommitteeId(9)] }, 'unknown-committee'],
    ['into one nobody knows', { into: aCommitteeId(9) }, 'unknown-committee'],
    ['on a day still to come', { on: '2025-08-01' }, 'date-in-future'],
    ['by somebody whose seat would come along', { by: aPersonId(2) }, 'own-seat'],
  ])('%s is refused', (_, change, refusal) => {
    expect(refusalOf(change)).toBe(refusal);
  });

  test('a new committee may bear the name of one that it replaces', () => {
    expect(refusalOf({ into: { ...merged, name: district.name } })).toBe('accepted');
  });

  test('two subordinates of one name that come together are told apart by where they stood', () => {
    const namesake = { ...third, name: commune.name };
    const decision = merge({}, { committees: [...committees, namesake] });
    const names = decision.ok ? decision.value.committees.map(({ name }) => name) : [];
    expect(names).toContain(`${commune.name} (${district.name})`);
    expect(names).toContain(`${commune.name} (${another.name})`);
    expect(names).not.toContain(commune.name);
  });

  test('what has ended takes nobody in', () => {
    expect(refusalOf({ into: ended.id }, { committees: [...committees, ended] })).toBe('committee-ended');
  });

  test('a seat that begins after the day was entered by mistake', () => {
    expect(refusalOf({}, { committees, seats: [aSeat(1, { from: '2025-08-01' })] })).toBe('seats-begin-later');
  });

  test('whoever came below it after the day came by mistake', () => {
    const late = { ...commune, superiorSince: '2025-07-02' };
    expect(refusalOf({}, { committees: [province, district, another, late] })).toBe('date-too-early');
  });

  test('who only followed its plans follows the successor, and stays where it stands', () => {
    const follower = aCommittee(9, { name: 'Đảng bộ trường', superiorId: province.id, directedById: district.id });
    const decision = merge({}, { committees: [...committees, follower] });
    const found = decision.ok ? decision.value.committees.find(({ id }) => id === follower.id) : undefined;
    expect(found).toEqual({ ...follower, directedById: merged.id });
  });

  test('a subordinate does not come below a committee that has one of its name', () => {
    const into = { ids: [another.id], into: district.id };
    const namesake = { ...third, name: commune.name, superiorId: another.id };
    const own = { ...third, id: aCommitteeId(10), name: `${commune.name} (${another.name})`, superiorId: district.id };
    expect(refusalOf(into, { committees: [...committees, namesake, own] })).toBe('committee-name-taken');
  });

  test('what has ended is not merged again', () => {
    const ended = { ...district, to: '2025-06-01' };
    expect(refusalOf({}, { committees: [province, ended, another] })).toBe('committee-ended');
  });
});
