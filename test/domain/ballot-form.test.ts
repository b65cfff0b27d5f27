import { describe, expect, test } from 'vitest';
import { type BallotForm, findFormProblems, readBallotForm } from '../../src/domain/ballot-form.ts';
import { ownForm } from '../support/build/forms.ts';

function problemsOf(change: (form: BallotForm) => void): string[] {
  const form = ownForm('qd-96-2023');
  change(form);
  return findFormProblems(form).map((problem) => `${problem.field}: ${problem.reason}`);
}

function tierOf(form: BallotForm, index: number): BallotForm['tiers'][number] {
  const tier = form.tiers[index];
  if (tier === undefined) throw new Error('no such tier');
  return tier;
}

describe('the meaning of a ballot form', () => {
  test('a tier cannot speak of a level that the ballot does not have', () => {
    expect(problemsOf((form) => Object.assign(tierOf(form, 1), { level: 'lowest' }))).toEqual([
      'tiers.1.level: unknown-level',
    ]);
  });

  test('a level cannot stand on the ballot twice', () => {
    expect(problemsOf((form) => form.levels.push(...form.levels.slice(0, 1)))).toEqual(['levels.3.id: repeated']);
  });

  test('shares are written in lowest terms and are at most everything', () => {
    expect(
      problemsOf((form) => {
        form.quorum = { numerator: 4, denominator: 6 };
        tierOf(form, 1).atLeast = { numerator: 3, denominator: 2 };
      }),
    ).toEqual(['quorum: not-lowest-terms', 'tiers.1.atLeast: not-a-share']);
  });

  test('a tier begins somewhere, once', () => {
    expect(
      problemsOf((form) => {
        delete tierOf(form, 0).over;
        tierOf(form, 1).over = { numerator: 2, denominator: 3 };
      }),
    ).toEqual(['tiers.0: no-lower-bound', 'tiers.1.over: two-lower-bounds']);
  });

  test('a tier that nothing can reach is refused', () => {
    expect(
      problemsOf((form) => {
        tierOf(form, 0).under = { numerator: 1, denominator: 2 };
      }),
    ).toEqual(['tiers.0.under: empty-range']);
  });

  test('two tiers of one level do not overlap', () => {
    expect(
      problemsOf((form) => {
        tierOf(form, 1).atLeast = { numerator: 3, denominator: 5 };
      }),
    ).toEqual(['tiers.1: overlapping']);
    expect(problemsOf((form) => delete tierOf(form, 0).under)).toEqual(['tiers.1: overlapping']);
  });

  test('tiers are numbered upwards', () => {
    expect(problemsOf((form) => form.tiers.reverse())).toContain('tiers.1.tier: out-of-order');
  });

  test('a form does not end before it begins', () => {
    expect(
      problemsOf((form) => {
        form.validTo = '2023-02-01';
      }),
    ).toEqual(['validTo: ends-before-it-begins']);
  });

  test('the list of reasons says the same about names written in as the setting', () => {
    expect(
      problemsOf((form) => {
        form.namesWrittenIn = 'ignored';
      }),
    ).toEqual(['invalidSheetReasons: contradicts-names-written-in']);
  });
});

describe('the shape of a ballot form', () => {
  test.each([
    ['a form without levels', { levels: [] }, 'levels'],
    ['a base that is neither ballots collected nor the roll', { base: 'valid' }, 'base'],
    ['a day that does not exist', { validFrom: '2023-02-30' }, 'validFrom'],
    ['a half vote', { quorum: { numerator: 0.5, denominator: 1 } }, 'quorum.numerator'],
    ['a whole divided by nothing', { quorum: { numerator: 1, denominator: 0 } }, 'quorum.denominator'],
    ['a title in one language', { title: { vi: 'Mẫu' } }, 'title.en'],
    ['a blank title', { title: { vi: ' ', en: 'Form' } }, 'title.vi'],
    ['a setting nobody knows', { thirds: 2 }, '(whole form)'],
  ])('%s is refused with its field', (_, change, field) => {
    const read = readBallotForm({ ...ownForm('qd-96-2023'), ...change });
    expect(read.ok ? [] : read.problems.map((problem) => problem.field)).toEqual([field]);
  });

  test('decomposed text comes out composed', () => {
    const form = ownForm('qd-96-2023');
    const read = readBallotForm(JSON.parse(JSON.stringify(form).normalize('NFD')));
    expect(read).toEqual({ ok: true, form });
  });
});
