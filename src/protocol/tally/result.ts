import type { Group } from '../arithmetic/group.ts';
import { writeCanonical } from '../encoding/json.ts';
import { accepted, type Outcome, refused } from '../outcome.ts';
import type { Factors } from './combine.ts';
import type { EncryptedTally } from './tally.ts';

/** Counts of marks: a row for each subject, a number for each level. */
export type Counts = readonly (readonly number[])[];

export type ResultRefusal = 'not-a-count' | 'row-sum';

/**
 * Opens the totals: β·F⁻¹ = g^M, with M looked up among g^0 … g^N (PROTOCOL §8).
 * @param counted N, the number of counted ballots
 */
export function openResult(
  group: Group,
  tally: EncryptedTally,
  factors: Factors,
  counted: number,
): Outcome<Counts, ResultRefusal> {
  const numbers = powersOfGenerator(group, counted);
  const rows: number[][] = [];
  for (const [subject, cells] of tally.cells.entries()) {
    const opened = cells.map(({ beta }, level) =>
      group.product(beta, group.inverse(factors[subject]?.[level] ?? group.neutral)),
    );
    const row: number[] = [];
    for (const [level, text] of group.encodeAll(opened).entries()) {
      const count = numbers.get(text);
      if (count === undefined) return refused('not-a-count', `subject ${subject + 1}, level ${level + 1}`);
      row.push(count);
    }
    if (row.reduce((sum, count) => sum + count, 0) > counted) return refused('row-sum', `subject ${subject + 1}`);
    rows.push(row);
  }
  return accepted(rows);
}

/** The text of g^0 … g^largest, to read a number off its power. */
function powersOfGenerator(group: Group, largest: number): Map<string, number> {
  const powers = [group.neutral];
  let last = group.neutral;
  while (powers.length <= largest) {
    last = group.product(last, group.generator);
    powers.push(last);
  }
  return new Map(group.encodeAll(powers).map((text, number) => [text, number]));
}

/** The result as it stands in the record. */
export function writeResult(counts: Counts): string {
  return writeCanonical({ result: counts });
}
