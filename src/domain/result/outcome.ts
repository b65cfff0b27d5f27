import type { BallotForm, FormTier } from '../ballot-form.ts';
import { comparePart } from '../fraction.ts';
import type { LocalText } from '../text/local-text.ts';

/** What the tellers opened: one row per subject, one count per level in the form's order. */
export type OpenedTotals = {
  totals: readonly (readonly number[])[];
  /** Ballots in the box, the wholly invalid ones included. */
  collected: number;
  /** Everybody on the roll: the base where the form says so. */
  rollSize: number;
};

export type LevelOutcome = { id: string; count: number; percent: string };

export type SubjectOutcome = {
  collected: number;
  valid: number;
  invalid: number;
  levels: LevelOutcome[];
  /** 0: no consequence; otherwise the number of the form's tier. */
  tier: number;
  article: LocalText | null;
  consequence: LocalText | null;
};

/**
 * Totals that give single votes away. `level` is the one where the marks are, null where the ballots left the subject
 * without a valid mark.
 * - `unanimous`: every ballot says the same, so everybody's mark is known to everybody.
 * - `all-but-one`: whoever cast the one different ballot knows all others.
 * - `one-level-only`: some ballots have no valid mark, all others say the same.
 */
export type OutcomeWarning = {
  kind: 'unanimous' | 'all-but-one' | 'one-level-only';
  subject: number;
  level: string | null;
};

export type VoteOutcome = {
  base: { kind: BallotForm['base']; value: number };
  subjects: SubjectOutcome[];
  warnings: OutcomeWarning[];
};

export type OutcomeRefusal = 'not-a-count' | 'wrong-number-of-levels' | 'more-marks-than-ballots';

export type ComputedOutcome = { ok: true; outcome: VoteOutcome } | { ok: false; refusal: OutcomeRefusal };

/** Counts, percentages and tiers under the form's rules (docs/rules.md). Reports; people decide. */
export function computeOutcome(form: BallotForm, opened: OpenedTotals): ComputedOutcome {
  const refusal = refuseTotals(form, opened);
  if (refusal !== undefined) return { ok: false, refusal };
  const base = { kind: form.base, value: form.base === 'roll' ? opened.rollSize : opened.collected };
  const subjects = opened.totals.map((counts) => subjectOutcome(form, counts, opened.collected, base.value));
  const warnings = subjects.flatMap((subject, index) => revealing(subject, index));
  return { ok: true, outcome: { base, subjects, warnings } };
}

/** Whether enough of those summoned are present; a form without a quorum is content with anybody. */
export function quorumMet(form: BallotForm, present: number, summoned: number): boolean {
  return form.quorum === null || comparePart(present, summoned, form.quorum) >= 0;
}

/** How many of those summoned must be present for the quorum; 0 where the form has none. */
export function fewestPresent({ quorum }: BallotForm, summoned: number): number {
  return quorum === null ? 0 : Math.ceil((summoned * quorum.numerator) / quorum.denominator);
}

/** `part` of `whole` in per cent with two decimals, rounded half up; of nothing, everything is "0.00". */
export function percentOf(part: number, whole: number): string {
  if (whole === 0) return '0.00';
  const [numerator, denominator] = [BigInt(part) * 10_000n, BigInt(whole)];
  const hundredths = (2n * numerator + denominator) / (2n * denominator);
  return `${hundredths / 100n}.${String(hundredths % 100n).padStart(2, '0')}`;
}

function refuseTotals(form: BallotForm, opened: OpenedTotals): OutcomeRefusal | undefined {
  const counts = [opened.collected, opened.rollSize, ...opened.totals.flat()];
  if (!counts.every((count) => Number.isSafeInteger(count) && count >= 0)) return 'not-a-count';
  if (opened.totals.some((row) => row.length !== form.levels.length)) return 'wrong-number-of-levels';
  if (opened.totals.some((row) => sum(row) > opened.collected)) return 'more-marks-than-ballots';
  return undefined;
}

function subjectOutcome(form: BallotForm, counts: readonly number[], collected: number, base: number): SubjectOutcome {
  const valid = sum(counts);
  const levels = form.levels.map((level, index) => {
    const count = counts[index] ?? 0;
    return { id: level.id, count, percent: percentOf(count, base) };
  });
  const reached = form.tiers.filter((tier) => holds(tier, levels, base)).at(-1);
  return {
    collected,
    valid,
    invalid: collected - valid,
    levels,
    tier: reached?.tier ?? 0,
    article: reached?.article ?? null,
    consequence: reached?.consequence ?? null,
  };
}

/** A share of nothing reaches no tier. */
function holds(tier: FormTier, levels: LevelOutcome[], base: number): boolean {
  const count = levels.find((level) => level.id === tier.level)?.count;
  if (count === undefined || base === 0) return false;
  return (
    (tier.over === undefined || comparePart(count, base, tier.over) > 0) &&
    (tier.atLeast === undefined || comparePart(count, base, tier.atLeast) >= 0) &&
    (tier.under === undefined || comparePart(count, base, tier.under) < 0)
  );
}

function revealing(subject: SubjectOutcome, index: number): OutcomeWarning[] {
  if (subject.collected === 0) return [];
  const piles = [...subject.levels, { id: null, count: subject.invalid }];
  const largest = piles.reduce((a, b) => (b.count > a.count ? b : a));
  if (largest.count === subject.collected) return [{ kind: 'unanimous', subject: index, level: largest.id }];
  if (largest.count === subject.collected - 1) return [{ kind: 'all-but-one', subject: index, level: largest.id }];
  const only = subject.levels.find((level) => level.count === subject.valid && level.count > 0);
  return only === undefined ? [] : [{ kind: 'one-level-only', subject: index, level: only.id }];
}

function sum(counts: readonly number[]): number {
  return counts.reduce((total, count) => total + count, 0);
}
