import { expect, test } from 'vitest';
import { currentSeats, overlap, type Seat } from '../../../src/domain/roster/seat.ts';
import { aCommitteeId, aPersonId, aSeatId } from '../../support/build/ids.ts';

function aSeat(number: number, change: Partial<Seat> = {}): Seat {
  return {
    id: aSeatId(number),
    committeeId: aCommitteeId(1),
    personId: aPersonId(number),
    position: 'Ủy viên',
    order: number,
    from: '2025-07-01',
    to: null,
    ...change,
  };
}

test('a seat is held from its first to its last day, both included', () => {
  const seats = [aSeat(1, { to: '2026-06-30' }), aSeat(2, { from: null })];
  const held = (day: string) => currentSeats(seats, aCommitteeId(1), day).map((seat) => seat.order);
  expect([held('2025-06-30'), held('2025-07-01'), held('2026-06-30'), held('2026-07-01')]).toEqual([
    [2],
    [1, 2],
    [1, 2],
    [2],
  ]);
});

test('seats come in order of precedence, those of other committees not at all', () => {
  const seats = [aSeat(3), aSeat(1), aSeat(2, { committeeId: aCommitteeId(2) }), aSeat(4, { order: 1 })];
  expect(currentSeats(seats, aCommitteeId(1), '2026-01-01').map((seat) => seat.id)).toEqual([
    aSeatId(1),
    aSeatId(4),
    aSeatId(3),
  ]);
});

test('periods that share a day overlap', () => {
  const first = { from: '2020-01-01', to: '2025-06-30' };
  expect(overlap(first, { from: '2025-06-30', to: null })).toBe(true);
  expect(overlap(first, { from: '2025-07-01', to: null })).toBe(false);
  expect(overlap({ from: null, to: null }, { from: null, to: '1990-01-01' })).toBe(true);
  expect(overlap({ from: '2026-01-01', to: null }, first)).toBe(false);
});

test('of one order the seat held longest comes first, and of one day the same one everywhere', () => {
  const seats = [
    aSeat(4, { order: 1 }),
    aSeat(3, { order: 1 }),
    aSeat(2, { order: 1, from: null }),
    aSeat(1, { order: 1, from: '2025-08-01' }),
  ];
  const expected = [2, 3, 4, 1].map(aSeatId);
  for (const some of [seats, [...seats].reverse()]) {
    expect(currentSeats(some, aCommitteeId(1), '2026-01-01').map(({ id }) => id)).toEqual(expected);
  }
});
