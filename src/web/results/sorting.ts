import type { ResultView } from '../../contract/results/results.ts';

/** A person with their number on the ballot, from 1. */
export type NumberedSubject = ResultView['subjects'][number] & { readonly number: number };

/** Orders that the reader can choose: `precedence`, or a level, the most marks first. */
export type Order = string;
export const precedence: Order = 'precedence';

/** The levels by which to sort: the form's first and last, the highest and the lowest. */
export function sortedLevels({ levels }: ResultView): ResultView['levels'] {
  return levels.filter((_, levelIndex) => levelIndex === 0 || levelIndex === levels.length - 1);
}

/** The people in this order; among equals as on the ballot. All have the same base, so that counts order as shares do. */
export function inOrder({ subjects }: ResultView, order: Order): NumberedSubject[] {
  const numbered = subjects.map((subject, index) => ({ ...subject, number: index + 1 }));
  if (order === precedence) return numbered;
  const countOf = ({ levels }: NumberedSubject) => levels[order]?.count ?? 0;
  return numbered.sort((a, b) => countOf(b) - countOf(a) || a.number - b.number);
}
