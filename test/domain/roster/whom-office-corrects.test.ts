import { expect, test } from 'vitest';
import type { Seat } from '../../../src/domain/roster/seat.ts';
import { committeesOn, isOfficesOwn, officesOwn } from '../../../src/domain/roster/whom-office-corrects.ts';
import { aCommitteeId, aPersonId, aSeatId } from '../../support/build/ids.ts';

const [own, other] = [aCommitteeId(1), aCommitteeId(2)];
const office = { committees: new Set([own]), today: '2026-12-01' };
const seat = (person: number, committeeId: typeof own, change: Partial<Seat> = {}): Seat => ({
  ...{ id: aSeatId(10 * person), committeeId, personId: aPersonId(person), position: 'Ủy viên', order: 1 },
  ...{ from: '2025-07-01', to: null },
  ...change,
});
const past = { to: '2026-11-30' };

test('an office corrects whoever sits today in its committees, and nowhere else', () => {
  expect(isOfficesOwn([seat(1, own)], office)).toBe(true);
  expect(isOfficesOwn([seat(1, own), seat(1, other)], office)).toBe(false);
  expect(isOfficesOwn([seat(1, own), seat(1, other, past)], office)).toBe(true);
  expect(isOfficesOwn([seat(1, own, past)], office), 'a seat that has ended gives no right').toBe(false);
  expect(isOfficesOwn([], office)).toBe(false);
});

test('of many the same', () => {
  const seats = [seat(1, own), seat(2, own), seat(2, other), seat(3, own, past), seat(4, other), seat(5, own)];
  expect([...officesOwn([...seats, seat(5, other, past)], office)]).toEqual([aPersonId(1), aPersonId(5)]);
});

test('names are the business of the committees where somebody sits on the day, each once', () => {
  const seats = [seat(1, own), seat(1, own), seat(1, other, past)];
  expect(committeesOn(seats, '2026-12-01')).toEqual([own]);
  expect(committeesOn(seats, '2026-11-30')).toEqual([own, other]);
});
