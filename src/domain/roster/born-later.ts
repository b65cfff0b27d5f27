import { type ColumnsByWorksheet, type LineAt, placeIn } from './roster-line.ts';
import { type RosterNote, type RosterProblemCode, rosterNote } from './roster-note.ts';

/** Whether a year of birth is still to come. */
export function isBornLater(birthYear: number | null | undefined, today: string): boolean {
  return birthYear != null && birthYear > Number(today.slice(0, 4));
}

/** The lines of a list whose years of birth are still to come. */
export function bornLaterProblems(
  lines: readonly (LineAt & { readonly birthYear: number | null })[],
  columns: ColumnsByWorksheet,
  today: string,
): RosterNote<RosterProblemCode>[] {
  return lines
    .filter(({ birthYear }) => isBornLater(birthYear, today))
    .map((line) => rosterNote(placeIn(line, columns, 'birthYear'), 'bad-birth-year', String(line.birthYear)));
}
