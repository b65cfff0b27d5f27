import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { BallotForm } from '../../../src/domain/ballot-form.ts';
import {
  computeOutcome,
  fewestPresent,
  type OpenedTotals,
  percentOf,
  quorumMet,
  type VoteOutcome,
} from '../../../src/domain/result/outcome.ts';
import { ownForm } from '../../support/build/forms.ts';
import { countsOf, largestRowSum, type PublishedTable, publishedTable } from '../../support/build/tables.ts';

function outcomeOf(form: BallotForm, opened: OpenedTotals): VoteOutcome {
  const computed = computeOutcome(form, opened);
  if (!computed.ok) throw new Error(computed.refusal);
  return computed.outcome;
}

function replay(name: string, formId: string, rollSize: number): { table: PublishedTable; outcome: VoteOutcome } {
  const table = publishedTable(name);
  const form = ownForm(formId);
  const collected = Math.max(largestRowSum(table.rows), form.base === 'collected' ? (table.percent_base ?? 0) : 0);
  return { table, outcome: outcomeOf(form, { totals: table.rows.map(countsOf), collected, rollSize }) };
}

function tierFor(form: BallotForm, low: number, collected: number): number | undefined {
  return outcomeOf(form, { totals: [[collected - low, 0, low]], collected, rollSize: collected }).subjects[0]?.tier;
}

describe('published tables', () => {
  test.each([
    ['vinh_phuc_2023-12', 'nq-96-2023-qh15', 47],
    ['can_tho_2023-12', 'nq-96-2023-qh15', 53],
    ['na_2023-10', 'nq-96-2023-qh15', 494],
    ['khanh_hoa_2014-12', 'nq-96-2023-qh15', 46],
    ['hcmc_2018-12', '85-2014-qh13', 105],
  ])('%s comes out with its counts, and with its percentages where they were printed', (name, form, rollSize) => {
    const { table, outcome } = replay(name, form, rollSize);
    for (const [index, row] of table.rows.entries()) {
      const subject = outcome.subjects[index];
      expect(subject?.levels.map((level) => level.count)).toEqual(countsOf(row));
      const printed = [row.high_pct, row.confidence_pct, row.low_pct];
      const computed = subject?.levels.map((level, at) => (printed[at] === null ? null : Number(level.percent)));
      expect(computed).toEqual(printed);
    }
    expect(outcome.base.value).toBe(table.percent_base ?? 46);
  });

  test('Vĩnh Phúc, subject 4: 25 low of 47 collected is tier 1, though one line was invalid', () => {
    const { outcome } = replay('vinh_phuc_2023-12', 'nq-96-2023-qh15', 47);
    expect(outcome.subjects.map((subject) => subject.tier)).toEqual([0, 0, 0, 1, 0, 0, 0]);
    expect(outcome.subjects[3]).toMatchObject({
      collected: 47,
      valid: 46,
      invalid: 1,
      levels: [{ percent: '40.43' }, { percent: '4.26' }, { id: 'low', count: 25, percent: '53.19' }],
      article: { en: 'Article 12 of Resolution 96/2023/QH15' },
    });
  });

  test('under the rule of 2014, 81 of 101 ballots are a share of all 105 deputies', () => {
    const { outcome } = replay('hcmc_2018-12', '85-2014-qh13', 105);
    expect(outcome.base).toEqual({ kind: 'roll', value: 105 });
    expect(outcome.subjects[0]?.levels[0]?.percent).toBe('77.14');
  });

  test('National Assembly 2023: percentages are over ballots collected, not over valid marks as the press divided', () => {
    expect(percentOf(187, 481)).toBe('38.88');
    expect(percentOf(187, 480)).toBe('38.96');
    expect(percentOf(229, 481)).toBe('47.61');
  });
});

describe('tiers', () => {
  test.each([['qd-96-2023'], ['nq-96-2023-qh15'], ['85-2014-qh13'], ['262-qd-tw-2014'], ['bt-2017']])(
    '%s: exactly one half none, just above 1, just below two thirds 1, exactly two thirds 2',
    (id) => {
      const form = ownForm(id);
      expect([tierFor(form, 24, 48), tierFor(form, 25, 48), tierFor(form, 31, 48), tierFor(form, 32, 48)]).toEqual([
        0, 1, 1, 2,
      ]);
      expect([tierFor(form, 0, 48), tierFor(form, 48, 48)]).toEqual([0, 2]);
    },
  );

  test('the form alone decides: another level, another share, another number of levels', () => {
    const form = ownForm('366-qd-tw-2025');
    const text = { vi: 'x', en: 'x' };
    form.tiers = [
      { tier: 7, level: 'failed', atLeast: { numerator: 1, denominator: 5 }, article: text, consequence: text },
    ];
    const totals = [
      [6, 2, 1, 1],
      [5, 2, 1, 2],
    ];
    const { subjects } = outcomeOf(form, { totals, collected: 10, rollSize: 10 });
    expect(subjects.map((subject) => subject.tier)).toEqual([0, 7]);
    expect(subjects[1]?.levels).toHaveLength(4);
  });

  test('an empty box has percentages of nothing and no consequences', () => {
    const { subjects, warnings } = outcomeOf(ownForm('qd-96-2023'), { totals: [[0, 0, 0]], collected: 0, rollSize: 5 });
    expect(subjects[0]).toMatchObject({ valid: 0, invalid: 0, tier: 0, levels: [{ percent: '0.00' }, {}, {}] });
    expect(warnings).toEqual([]);
  });
});

describe('every box', () => {
  const box = fc
    .record({
      totals: fc.array(fc.array(fc.nat(400), { minLength: 3, maxLength: 3 }), { minLength: 1, maxLength: 20 }),
      spare: fc.nat(50),
    })
    .map(({ totals, spare }) => ({
      totals,
      collected: Math.max(...totals.map((row) => row.reduce((a, b) => a + b, 0))) + spare,
    }));

  test('collected = valid + invalid, and the levels add up to valid', () => {
    fc.assert(
      fc.property(box, ({ totals, collected }) => {
        for (const subject of outcomeOf(ownForm('qd-96-2023'), { totals, collected, rollSize: collected }).subjects) {
          expect(subject.valid + subject.invalid).toBe(collected);
          expect(subject.levels.reduce((total, level) => total + level.count, 0)).toBe(subject.valid);
          expect(subject.invalid).toBeGreaterThanOrEqual(0);
        }
      }),
      { numRuns: 50 },
    );
  });

  test('the tier is the one of the rules, in integers', () => {
    const form = ownForm('qd-96-2023');
    fc.assert(
      fc.property(fc.nat(600), fc.nat(600), (low, others) => {
        const base = low + others;
        const expected = base === 0 || 2 * low <= base ? 0 : 3 * low < 2 * base ? 1 : 2;
        expect(tierFor(form, low, base)).toBe(expected);
      }),
    );
  });

  test('a percentage is the nearest hundredth, halves up', () => {
    expect([percentOf(1, 800), percentOf(1, 3), percentOf(2, 3), percentOf(7, 7)]).toEqual([
      '0.13',
      '33.33',
      '66.67',
      '100.00',
    ]);
    fc.assert(
      fc.property(fc.nat(10_000), fc.integer({ min: 1, max: 10_000 }), (part, whole) => {
        const text = percentOf(part, whole);
        expect(text).toMatch(/^\d+\.\d\d$/);
        const hundredths = Number(text.replace('.', ''));
        const doubled = 2 * (part * 10_000 - hundredths * whole);
        expect(doubled >= -whole && doubled < whole).toBe(true);
      }),
    );
  });
});

describe('totals that give votes away', () => {
  function warningsOf(...totals: number[][]): unknown[] {
    return outcomeOf(ownForm('qd-96-2023'), { totals, collected: 10, rollSize: 10 }).warnings;
  }

  test('unanimity is warned about, also when it is everybody leaving the line unmarked', () => {
    expect(warningsOf([7, 2, 1], [0, 10, 0], [0, 0, 0])).toEqual([
      { kind: 'unanimous', subject: 1, level: 'confidence' },
      { kind: 'unanimous', subject: 2, level: null },
    ]);
  });

  test('one ballot against all others is warned about: its voter knows everybody', () => {
    expect(warningsOf([9, 0, 1], [9, 0, 0], [8, 1, 1])).toEqual([
      { kind: 'all-but-one', subject: 0, level: 'high' },
      { kind: 'all-but-one', subject: 1, level: 'high' },
    ]);
  });

  test('all valid marks on one level are warned about', () => {
    expect(warningsOf([0, 0, 6], [1, 0, 6])).toEqual([{ kind: 'one-level-only', subject: 0, level: 'low' }]);
  });
});

test.each([
  ['more marks than ballots', { totals: [[5, 5, 1]], collected: 10, rollSize: 10 }, 'more-marks-than-ballots'],
  ['a row of another number of levels', { totals: [[5, 5]], collected: 10, rollSize: 10 }, 'wrong-number-of-levels'],
  ['a negative count', { totals: [[5, -1, 1]], collected: 10, rollSize: 10 }, 'not-a-count'],
  ['half a ballot', { totals: [[5, 0.5, 1]], collected: 10, rollSize: 10 }, 'not-a-count'],
])('totals with %s have no outcome', (_, opened, refusal) => {
  expect(computeOutcome(ownForm('qd-96-2023'), opened)).toEqual({ ok: false, refusal });
});

test('two thirds of those summoned are a quorum, one fewer is not; a form without quorum asks for none', () => {
  const form = ownForm('qd-96-2023');
  expect([quorumMet(form, 200, 300), quorumMet(form, 199, 300)]).toEqual([true, false]);
  expect([quorumMet(form, 67, 100), quorumMet(form, 66, 100)]).toEqual([true, false]);
  expect(quorumMet(ownForm('bt-2017'), 1, 100)).toBe(true);
});

test('the fewest that must be present make the quorum, one less does not; no quorum asks for nobody', () => {
  const form = { ...ownForm('qd-96-2023'), quorum: { numerator: 2, denominator: 3 } };
  for (const summoned of [1, 2, 3, 40, 41, 42]) {
    const fewest = fewestPresent(form, summoned);
    expect([quorumMet(form, fewest, summoned), quorumMet(form, fewest - 1, summoned)]).toEqual([true, false]);
  }
  expect(fewestPresent({ ...form, quorum: null }, 40)).toBe(0);
});
