import { describe, expect, test } from 'vitest';
import { decideKeepTerm, termId } from '../../../src/domain/committee/term.ts';
import type { Seat } from '../../../src/domain/roster/seat.ts';
import {
  decideAddSeat,
  decideChangePosition,
  decideCorrectSeat,
  decideEndSeat,
  gainsSeat,
  isAlike,
  isSeatAsked,
  type NewSeat,
} from '../../../src/domain/roster/seat-changes.ts';
import { aCommittee } from '../../support/build/committees.ts';
import { aCommitteeId, aPersonId, aSeatId } from '../../support/build/ids.ts';
import { knownSeats } from '../../support/build/known-rosters.ts';

const commune = aCommittee(1, { from: '2025-07-01' });
const ended = aCommittee(2, { name: 'Đảng bộ xã cũ', to: '2025-06-30' });
const people = [
  { id: aPersonId(1), name: 'Nguyễn Thị Hoa', code: 'CB-01', birthYear: null },
  { id: aPersonId(2), name: 'Lò Văn Phá', code: null, birthYear: null },
];
const held: Seat = {
  ...{ id: aSeatId(1), committeeId: commune.id, personId: aPersonId(1), position: 'Bí thư', order: 1 },
  ...{ from: '2025-07-01', to: null },
};
const roster = { committees: [commune, ended], people, seats: [held] };
const known = knownSeats(roster, commune.id);
const ofHeld = { seatId: held.id };

describe('giving somebody a seat', () => {
  const add = (change: Partial<NewSeat> = {}, by = aPersonId(9)) => {
    const who = { personId: aPersonId(2) };
    const seat = { id: aSeatId(2), committeeId: commune.id, position: 'Ủy viên', order: null };
    const asked = { ...seat, from: '2026-01-01', to: null, who, ...change };
    return decideAddSeat(knownSeats(roster, asked.committeeId), asked, by);
  };
  const newcomer = (fullName: string, code: string | null, birthYear: number | null = null) => ({
    who: { name: fullName, code, birthYear, newId: aPersonId(5) },
  });

  test('it comes after those who sit there, unless an order is given', () => {
    expect(add()).toMatchObject({ ok: true, value: { seats: [{ order: 2, personId: aPersonId(2) }] } });
    expect(add({ order: 1 })).toMatchObject({ ok: true, value: { seats: [{ order: 1 }] } });
  });

  test('a code is one person’s; a name without a code is somebody new', () => {
    const byCode = add({ ...newcomer('NGUYỄN THỊ HOA', 'CB-01'), from: '2025-01-01', committeeId: commune.id });
    expect(byCode).toMatchObject({ refusal: 'date-too-early' });
    expect(add(newcomer('Lê Văn Nam', 'CB-01'))).toMatchObject({
      ...{ refusal: 'code-of-another-name', problems: [{ about: '“Lê Văn Nam” ≠ “Nguyễn Thị Hoa”' }] },
    });
    expect(add(newcomer('Lò Văn Phá', null))).toMatchObject({ ok: true, value: { people: [{ id: aPersonId(5) }] } });
  });

  test('the year of birth that was given stays with somebody new, and changes nobody who is known', () => {
    expect(add(newcomer('Lò Văn Phá', null, 1975))).toMatchObject({ value: { people: [{ birthYear: 1975 }] } });
    const known = add({ ...newcomer('Nguyễn Thị Hoa', 'CB-01', 1975), from: '2026-01-01', to: null });
    expect(known).toMatchObject({ ok: false, refusal: 'second-seat' });
  });

  test.each([
    ['in a committee that has ended', { committeeId: ended.id }, 'committee-ended'],
    ['in a committee nobody knows', { committeeId: aCommitteeId(9) }, 'unknown-committee'],
    ['to a person nobody knows', { who: { personId: aPersonId(8) } }, 'unknown-person'],
    ['to a formula', newcomer('=cmd|calc', null), 'bad-name'],
    ['twice at the same time', { who: { personId: aPersonId(1) } }, 'second-seat'],
    ['that ends before it begins', { to: '2025-12-31' }, 'ends-before-it-begins'],
    ['before the committee existed', { from: '2025-06-30' }, 'date-too-early'],
  ])('%s is refused', (_, change, refusal) => {
    expect(add(change)).toMatchObject({ ok: false, refusal });
  });

  test('whoever imports gains no seat: not another, not a longer one, not one elsewhere; a change within it is none', () => {
    const gains = (change: Partial<Seat>) => gainsSeat([held], [{ ...held, ...change }], aPersonId(1));
    const id = aSeatId(7);
    expect([{ id, from: '2025-06-30' }, { from: null }, { id, committeeId: ended.id }].map(gains)).toEqual([
      true,
      true,
      true,
    ]);
    expect([{}, { to: '2026-01-01' }, { id, from: '2026-01-01', position: 'Phó' }].map(gains)).toEqual([
      false,
      false,
      false,
    ]);
    expect(gains({ personId: aPersonId(2), from: null })).toBe(false);
    expect(gainsSeat([], [held], null)).toBe(false);
  });

  test('nobody opens a committee’s results to themselves', () => {
    expect(add({}, aPersonId(2))).toMatchObject({ refusal: 'own-seat' });
    const correction = { ...ofHeld, position: 'Bí thư', order: 1, from: null, to: null };
    expect(decideCorrectSeat(known, correction, aPersonId(1))).toMatchObject({ refusal: 'own-seat' });
  });
});

test('a seat ends on its last day, once', () => {
  expect(decideEndSeat(known, { ...ofHeld, on: '2026-03-31' })).toMatchObject({
    ok: true,
    value: { seats: [{ ...held, to: '2026-03-31' }] },
  });
  expect(decideEndSeat(known, { ...ofHeld, on: '2025-06-30' })).toMatchObject({ refusal: 'ends-before-it-begins' });
  const over = knownSeats({ ...roster, seats: [{ ...held, to: '2026-03-31' }] }, commune.id);
  expect(decideEndSeat(over, { ...ofHeld, on: '2026-03-31' })).toMatchObject({ refusal: 'seat-ended' });
  expect(decideEndSeat(known, { ...ofHeld, seatId: aSeatId(7), on: '2026-03-31' })).toMatchObject({
    refusal: 'unknown-seat',
  });
});

test('another position begins on its day, and the old one stays readable until the day before', () => {
  const change = { ...ofHeld, position: 'Phó bí thư', order: 2 };
  expect(decideChangePosition(known, { ...change, on: '2026-03-01' }, aSeatId(4))).toMatchObject({
    ok: true,
    value: {
      seats: [
        { id: held.id, position: 'Bí thư', to: '2026-02-28' },
        { id: aSeatId(4), position: 'Phó bí thư', order: 2, from: '2026-03-01', to: null },
      ],
    },
  });
  expect(decideChangePosition(known, { ...change, on: '2025-06-01' }, aSeatId(4))).toMatchObject({
    refusal: 'date-too-early',
  });
});

test('a position entered wrongly on the first day is another from that day, and nothing before it is kept', () => {
  const change = { ...ofHeld, position: 'Phó bí thư', order: null, on: '2025-07-01' };
  expect(decideChangePosition(known, change, aSeatId(4))).toEqual({
    ok: true,
    value: { seats: [{ ...held, position: 'Phó bí thư' }] },
  });
});

test('a seat nobody knows, or in a committee that has ended, has no other position, no end and no correction', () => {
  const change = { position: 'Phó bí thư', order: 2, on: '2026-03-01' };
  const correction = { position: 'Phó bí thư', order: 2, from: null, to: null };
  const places = [
    { committeeId: ended.id, seatId: held.id },
    { committeeId: commune.id, seatId: aSeatId(7) },
    { committeeId: aCommitteeId(9), seatId: held.id },
  ];
  for (const [index, { committeeId, ...place }] of places.entries()) {
    const known = knownSeats(roster, committeeId);
    const refusal = ['committee-ended', 'unknown-seat', 'unknown-committee'][index];
    expect(decideChangePosition(known, { ...place, ...change }, aSeatId(4))).toMatchObject({ refusal });
    expect(decideEndSeat(known, { ...place, on: '2026-03-01' })).toMatchObject({ refusal });
    expect(decideCorrectSeat(known, { ...place, ...correction }, null)).toMatchObject({ refusal });
  }
});

test('what was entered wrongly is put right within the bounds of every seat', () => {
  const correct = (change: Partial<Seat>) =>
    decideCorrectSeat(known, { ...ofHeld, position: 'Bí thư', order: 1, from: null, to: null, ...change }, null);
  expect(correct({ position: 'Ủy viên', from: '2025-08-01' })).toEqual({
    ok: true,
    value: { seats: [{ ...held, position: 'Ủy viên', from: '2025-08-01' }] },
  });
  expect(correct({ from: '2025-06-30' })).toMatchObject({ refusal: 'date-too-early' });
  expect(correct({ from: '2025-08-01', to: '2025-07-31' })).toMatchObject({ refusal: 'ends-before-it-begins' });
});

test('whoever imports may shorten a seat of theirs that has an end, and not lengthen it', () => {
  const over = { ...held, to: '2026-03-31' };
  const gains = (to: string | null) => gainsSeat([over], [{ ...over, to }], aPersonId(1));
  expect(['2026-03-31', '2026-01-01', '2026-04-01', null].map(gains)).toEqual([false, false, true, true]);
});

describe('terms of a committee', () => {
  const id = (number: number) => termId.parse(`00000004-0000-4000-8000-00000000000${number}`);
  const term = { id: id(1), committeeId: commune.id, name: '2020–2025', from: '2020-08-01', to: '2025-07-31' };
  const first = { ...term, congressOn: '2020-08-01' };
  const second = { ...first, id: id(2), name: '2025–2030', from: '2025-08-01', to: '2030-07-31', congressOn: null };

  test('follow each other', () => {
    expect(decideKeepTerm([first], second, false)).toEqual({ ok: true, value: { terms: [second] } });
    expect(decideKeepTerm([first, second], { ...second, name: '2025–2030 (bổ sung)' }, true).ok).toBe(true);
  });

  test.each([
    ['overlap', { from: '2025-07-31' }, false, 'term-overlaps'],
    ['end before they begin', { to: '2025-07-31' }, false, 'ends-before-it-begins'],
    ['begin with a congress after their end', { congressOn: '2031-01-01' }, false, 'congress-after-term'],
    ['be corrected before they are known', {}, true, 'unknown-term'],
  ])('do not %s', (_, change, exists, refusal) => {
    expect(decideKeepTerm([first], { ...second, ...change }, exists)).toEqual({ ok: false, refusal });
  });
});

describe('a seat that is asked for again', () => {
  const asked = (change: Partial<NewSeat> = {}): NewSeat => ({
    ...{ id: held.id, committeeId: commune.id, position: 'Bí thư', order: 1, from: '2025-07-01', to: null },
    who: { personId: aPersonId(1) },
    ...change,
  });
  const newcomer = (name: string, code: string | null, birthYear: number | null = null) => ({
    who: { name, code, birthYear, newId: aPersonId(5) },
  });

  test('is the one that is there, where everything about it is as it was asked', () => {
    expect(isSeatAsked(known, held, asked())).toBe(true);
    expect(isSeatAsked(known, held, asked({ order: null }))).toBe(true);
    const others: Partial<NewSeat>[] = [
      ...[{ id: aSeatId(9) }, { committeeId: ended.id }, { position: 'Phó Bí thư' }, { order: 2 }],
      ...[{ from: '2025-07-02' }, { to: '2026-01-01' }, { who: { personId: aPersonId(2) } }],
    ];
    for (const change of others) expect(isSeatAsked(known, held, asked(change)), JSON.stringify(change)).toBe(false);
  });

  test('for a newcomer by name: the holder is who was entered then', () => {
    expect(isSeatAsked(known, held, asked(newcomer('NGUYỄN THỊ HOA', 'CB-01')))).toBe(true);
    expect(isSeatAsked(known, held, asked(newcomer('Nguyễn Thị Hoa', 'CB-02')))).toBe(false);
    expect(isSeatAsked(known, held, asked(newcomer('Lê Văn Nam', 'CB-01')))).toBe(false);
    expect(isSeatAsked(known, held, asked(newcomer('Nguyễn Thị Hoa', null)))).toBe(false);
    const withoutCode = { ...held, personId: aPersonId(2) };
    expect(isSeatAsked(known, withoutCode, asked(newcomer('Lò Văn Phá', null)))).toBe(true);
    expect(isSeatAsked(known, withoutCode, asked(newcomer('Lò Văn Phá', null, 1975)))).toBe(false);
    expect(isSeatAsked(known, { ...held, personId: aPersonId(8) }, asked(newcomer('Ai', null)))).toBe(false);
  });
});

test('people are alike who have one name and nothing that tells them apart', () => {
  const one = { name: 'Lò Văn Phá', code: null, birthYear: null };
  expect(isAlike(one, { ...one, name: 'LÒ VĂN PHÁ' })).toBe(true);
  expect(isAlike(one, { ...one, birthYear: 1970 })).toBe(true);
  expect(isAlike({ ...one, birthYear: 1971 }, { ...one, birthYear: 1970 })).toBe(false);
  expect(isAlike({ ...one, code: 'A' }, { ...one, code: 'B' })).toBe(false);
  expect(isAlike(one, { ...one, name: 'Lò Văn Pha' })).toBe(false);
});
