import fc from 'fast-check';
import { expect, test } from 'vitest';
import { compareTargets } from '../../../src/domain/half-term/compare-targets.ts';
import { isUnusualLength, usualLength } from '../../../src/domain/half-term/conference-length.ts';
import { readTargets } from '../../../src/domain/half-term/read-targets.ts';
import { decideFinishReview, decideWriteReview, unwrittenReview } from '../../../src/domain/half-term/review.ts';
import { countTargets, type ResolutionTarget, standingOf } from '../../../src/domain/half-term/target.ts';
import { readTargetNumber, writeTargetNumber } from '../../../src/domain/half-term/target-number.ts';
import { targetsTable } from '../../../src/print/targets-table.ts';
import { aCommittee } from '../../support/build/committees.ts';
import { aWorksheet } from '../../support/build/lists.ts';

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
