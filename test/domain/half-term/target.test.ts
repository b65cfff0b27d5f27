import { expect, test } from 'vitest';
import { conferenceLengthOf, isUnusualLength } from '../../../src/domain/half-term/conference-length.ts';
import { decideWriteReview, type HalfTermReview } from '../../../src/domain/half-term/review.ts';
import { countTargets, type ResolutionTarget, standingOf } from '../../../src/domain/half-term/target.ts';
import { readTargetNumber } from '../../../src/domain/half-term/target-number.ts';
import { readTargets, targetsTable } from '../../../src/domain/half-term/targets-table.ts';
import { aCommittee } from '../../support/committees.ts';

const aTarget = (reached: number | null, direction: ResolutionTarget['direction'] = 'at-least'): ResolutionTarget => ({
  ...{ name: 'Thu nhập bình quân', unit: 'triệu đồng', direction, target: 50, reached },
});
const nothing: HalfTermReview = {
  ...{ committeeId: aCommittee(1).id, term: '2025–2030', version: 0, sessionId: null, targets: [] },
  ...{ weaknesses: [], causes: [], remedies: [], groups: [] },
  ...{ attendance: { halfTerm: null, yearEnd: null }, conference: { days: null, agenda: [] } },
};

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

test('a conference outside the usual length is noticed; the plan goes before what is usual', () => {
  expect(isUnusualLength(2, conferenceLengthOf('commune', null))).toBe(true);
  expect(isUnusualLength(1.5, conferenceLengthOf('commune', null))).toBe(false);
  expect(isUnusualLength(0.5, conferenceLengthOf('above-grassroots', null))).toBe(false);
  expect(isUnusualLength(2, conferenceLengthOf('commune', { minimum: 2, maximum: 3 }))).toBe(false);
  expect(isUnusualLength(9, conferenceLengthOf('cell', null))).toBe(false);
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
    const { rows } = targetsTable(targets, language);
    const again = readTargets(rows.map((cells, index) => ({ line: index + 1, cells })));
    expect(again).toEqual({ ok: true, targets });
  }
  const bad = readTargets([
    { line: 1, cells: ['Chỉ tiêu', 'Mục tiêu nghị quyết', 'Đạt được', 'Yêu cầu'] },
    { line: 2, cells: ['Hộ nghèo', 'ba', null, null] },
    { line: 4, cells: ['', 5, '1.234', 'chắc là'] },
  ]);
  expect(bad.ok ? [] : bad.problems.map(({ code, line, column }) => [code, line, column])).toEqual([
    ['not-a-number', 2, 'Mục tiêu nghị quyết'],
    ['name-missing', 4, 'Chỉ tiêu'],
    ['unknown-direction', 4, 'Yêu cầu'],
    ['not-a-number', 4, 'Đạt được'],
  ]);
});
