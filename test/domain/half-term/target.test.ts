import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { compareTargets } from '../../../src/domain/half-term/compare-targets.ts';
import { isUnusualLength, usualLength } from '../../../src/domain/half-term/conference-length.ts';
import { readTargets } from '../../../src/domain/half-term/read-targets.ts';
import {
  decideFinishReview,
  decideReopenReview,
  decideWriteReview,
  unwrittenReview,
} from '../../../src/domain/half-term/review.ts';
import { countTargets, mostTargets, type ResolutionTarget, standingOf } from '../../../src/domain/half-term/target.ts';
import { readTargetCell, readTargetNumber, writeTargetNumber } from '../../../src/domain/half-term/target-number.ts';
import { targetsTable } from '../../../src/print/targets-table.ts';
import { aCommittee } from '../../support/build/committees.ts';
import { aWorksheet, type Written } from '../../support/build/lists.ts';

const aTarget = (reached: number | null, direction: ResolutionTarget['direction'] = 'at-least'): ResolutionTarget => ({
  ...{ name: 'Thu nhập bình quân', unit: 'triệu đồng', direction, target: 50, reached },
});
const nothing = unwrittenReview(aCommittee(1).id, '2025–2030');

test('a floor is exceeded above it, a ceiling below it; the number itself is met', () => {
  expect([49.9, 50, 50.1, null].map((one) => standingOf(aTarget(one)))).toEqual([
    ...['not-met', 'met', 'exceeded', 'not-known'],
  ]);
  expect([49.9, 50, 50.1].map((one) => standingOf(aTarget(one, 'at-most')))).toEqual(['exceeded', 'met', 'not-met']);
  expect(countTargets([aTarget(50), aTarget(51), aTarget(null)])).toEqual({
    ...{ exceeded: 1, met: 1, 'not-met': 0, 'not-known': 1 },
  });
});

test('a remedy, or a cause, without its weakness is refused', () => {
  const stray = [{ weaknessId: 'w1', text: 'Tập huấn' }];
  expect(decideWriteReview(undefined, { ...nothing, remedies: stray })).toMatchObject({
    refusal: 'remedy-without-weakness',
  });
  expect(decideWriteReview(undefined, { ...nothing, causes: stray })).toMatchObject({
    refusal: 'cause-without-weakness',
  });
  const weaknesses = [{ id: 'w1', text: 'Giải ngân chậm' }];
  expect(decideWriteReview(undefined, { ...nothing, weaknesses, remedies: stray })).toMatchObject({
    value: { version: 1 },
  });
});

test('a weakness stands once, and no more are present than were summoned', () => {
  const twice = [
    { id: 'w1', text: 'Giải ngân chậm' },
    { id: 'w1', text: 'Thiếu cán bộ' },
  ];
  expect(decideWriteReview(undefined, { ...nothing, weaknesses: twice })).toMatchObject({
    refusal: 'weakness-named-twice',
  });
  const attendance = (present: number) => ({ halfTerm: { summoned: 40, present }, yearEnd: null });
  expect(decideWriteReview(undefined, { ...nothing, attendance: attendance(41) })).toMatchObject({
    refusal: 'more-present-than-summoned',
  });
  expect(decideWriteReview(undefined, { ...nothing, attendance: attendance(40) })).toMatchObject({ ok: true });
});

test('a review is reopened by what its reports change, where there is one', () => {
  expect(decideReopenReview(undefined)).toMatchObject({ refusal: 'no-half-term-review' });
  const finished = { ...nothing, version: 3, finishedAt: '2026-11-22T03:00:00.000Z' };
  expect(decideReopenReview(finished)).toEqual({ ok: true, value: { ...finished, finishedAt: null } });
});

test('nobody overwrites a review that they have not read', () => {
  expect(decideWriteReview({ ...nothing, version: 2 }, { ...nothing, version: 1 })).toMatchObject({
    refusal: 'review-changed-meanwhile',
  });
});

test('a conference outside what is set is noticed, its bounds included', () => {
  const bounds = usualLength('commune') ?? null;
  expect([0.9, 1, 1.5, 1.6, null].map((days) => isUnusualLength(days, bounds))).toEqual([
    ...[true, false, false, true, false],
  ]);
  expect(isUnusualLength(9, null)).toBe(false);
});

test('a finished review is not finished any more once it is written again, and only what was read is finished', () => {
  const now = new Date('2026-11-22T03:00:00.000Z');
  const written = decideWriteReview(undefined, nothing);
  if (!written.ok) throw new Error(written.refusal);
  expect(decideFinishReview(undefined, 0, now)).toMatchObject({ refusal: 'no-half-term-review' });
  expect(decideFinishReview(written.value, 0, now)).toMatchObject({ refusal: 'review-changed-meanwhile' });
  const finished = decideFinishReview(written.value, 1, now);
  if (!finished.ok) throw new Error(finished.refusal);
  expect(finished.value.finishedAt).toBe(now.toISOString());
  expect(decideFinishReview(finished.value, 1, new Date())).toEqual(finished);
  expect(decideWriteReview(finished.value, { ...nothing, version: 1 })).toMatchObject({ value: { finishedAt: null } });
});

test('a list taken again changes nothing; what a file would add, change and drop is said by name', () => {
  const [one, two] = [aTarget(52), { ...aTarget(3), name: 'Hộ nghèo' }];
  expect(compareTargets([one, two], [one, two])).toMatchObject({ isSame: true, dropped: [] });
  expect(compareTargets([one, two], [two, one]).isSame).toBe(false);
  const changes = compareTargets(
    [one, two],
    [
      { ...one, name: 'THU NHẬP  bình quân', reached: 9 },
      { ...two, name: 'Mới' },
    ],
  );
  expect(changes.rows.map(({ change }) => change)).toEqual(['changed', 'added']);
  expect(changes).toMatchObject({ isSame: false, dropped: ['Hộ nghèo'] });
  const twice = { ...nothing, targets: [one, { ...one, name: ' thu nhập bình quân' }] };
  expect(decideWriteReview(undefined, twice)).toMatchObject({ refusal: 'target-named-twice' });
});

test('any number is written so that it is read as the same number', () => {
  fc.assert(
    fc.property(
      fc.oneof(fc.double({ min: -1e15, max: 1e15, noNaN: true }), fc.constantFrom(1.234, -12.345, 1e-7)),
      (number) => {
        const rounded = Number(number.toFixed(10)) + 0;
        expect(readTargetNumber(writeTargetNumber(rounded))).toBe(rounded);
      },
    ),
  );
});

test('numbers are read as Vietnamese and English write them, and never guessed', () => {
  expect(['12,5', '12.5', '1.234,5', '1,234.5', '1.234.567', '95%', '0,125', '−3', ''].map(readTargetNumber)).toEqual([
    ...[12.5, 12.5, 1234.5, 1234.5, 1234567, 95, 0.125, -3, null],
  ]);
  for (const unclear of ['1.234', '1,234', 'mười', '1e5', '=1+1', '%', true]) {
    expect(readTargetNumber(unclear)).toBeUndefined();
  }
});

test('what was exported is read again; a bad line is named with its column and nothing is taken', () => {
  const targets = [aTarget(52.5), { ...aTarget(null, 'at-most'), name: 'Hộ nghèo', unit: '%', target: 3.2 }];
  for (const language of ['vi', 'en'] as const) {
    const { rows } = targetsTable(targets, language, 'xlsx');
    const again = readTargets([aWorksheet(rows as (string | number)[][])]);
    expect(again).toMatchObject({ ok: true, targets });
  }
  const bad = readTargets([
    aWorksheet([
      ['Chỉ tiêu', 'Mục tiêu nghị quyết', 'Đạt được', 'Yêu cầu'],
      ['Hộ nghèo', 'ba', null, null],
      [],
      ['', 5, '1.234', 'chắc là'],
    ]),
  ]);
  expect(bad.ok ? [] : bad.problems.map(({ code, line, column }) => [code, line, column])).toEqual([
    ['not-a-number', 2, 'Mục tiêu nghị quyết'],
    ['name-missing', 4, 'Chỉ tiêu'],
    ['unknown-direction', 4, 'Yêu cầu'],
    ['not-a-number', 4, 'Đạt được'],
  ]);
});

describe('a table of targets', () => {
  const titles = ['Chỉ tiêu', 'Đơn vị tính', 'Yêu cầu', 'Mục tiêu nghị quyết', 'Đạt được'];
  const codesOf = (...rows: Written[][]) => {
    const read = readTargets([aWorksheet([titles, ...rows])]);
    return read.ok ? [] : read.problems.map(({ code, line }) => [code, line]);
  };

  test.each<[string, Written[][], string, number]>([
    [
      'a name twice',
      [
        ['Hộ nghèo', '%', '', 3, 2],
        ['HỘ NGHÈO', '%', '', 4, 2],
      ],
      'name-twice',
      3,
    ],
    ['a name too long to be one', [['x'.repeat(501), '%', '', 3, 2]], 'too-long', 2],
    ['no target', [['Hộ nghèo', '%', '', '', 2]], 'target-missing', 2],
    ['a number nobody can mean', [['Hộ nghèo', '%', '', 1e16, 2]], 'not-a-number', 2],
    ['yes or no for a number', [['Hộ nghèo', '%', '', true, 2]], 'not-a-number', 2],
    [
      'a percentage of another unit',
      [['Hộ nghèo', 'hộ', '', { kind: 'percent', value: 9, shown: '9%' }, 2]],
      'unit-contradicts',
      2,
    ],
    [
      'more than a review holds',
      Array.from({ length: mostTargets + 1 }, (_, index) => [`Chỉ tiêu ${index}`, 'ha', '', 1, 1]),
      'too-many-targets',
      mostTargets + 2,
    ],
  ])('with %s is refused', (_, rows, code, line) => {
    expect(codesOf(...rows)).toContainEqual([code, line]);
  });

  test('says a ceiling in signs or in words, and a percentage is its own unit', () => {
    const read = readTargets([
      aWorksheet([
        titles,
        ['Hộ nghèo', '', '≤', { kind: 'percent', value: 3, shown: '3%' }, ''],
        ['Trẻ suy dinh dưỡng', '%', '<=', 9, ''],
        ['Sinh con thứ ba', '%', 'tối đa', 5, ''],
        ['Thu ngân sách', 'tỷ đồng', '>=', 100, ''],
      ]),
    ]);
    expect(read).toMatchObject({
      ok: true,
      targets: [
        { direction: 'at-most', unit: '%', target: 3, reached: null },
        { direction: 'at-most', unit: '%' },
        { direction: 'at-most' },
        { direction: 'at-least', unit: 'tỷ đồng' },
      ],
    });
  });

  test('that is none is refused', () => {
    expect(readTargets([])).toMatchObject({ ok: false });
    expect(readTargets([aWorksheet([['Kính gửi', 'các đồng chí']], { name: 'Thư' })])).toMatchObject({
      ok: false,
      problems: [{ worksheet: 'Thư', line: 1 }],
    });
  });

  test('a cell counts as it is shown, unless what is shown was rounded away or tells nothing', () => {
    const shownAs = (value: number, shown: string) => readTargetCell({ kind: 'number', value, shown });
    expect(shownAs(12.5, '12,5')).toEqual({ number: 12.5, isPercent: false });
    expect(shownAs(12.345, '12,3')).toEqual({ number: 12.3, isPercent: false });
    expect(shownAs(12.5, '###')).toEqual({ number: 12.5, isPercent: false });
    expect(shownAs(1250, '99,5')).toEqual({ number: 1250, isPercent: false });
    expect(readTargetCell(null)).toEqual({ number: null, isPercent: false });
    expect(readTargetCell({ kind: 'text', shown: '9 %' })).toEqual({ number: 9, isPercent: true });
    expect([null, 5, 1e16].map(readTargetNumber)).toEqual([null, 5, undefined]);
  });
});
