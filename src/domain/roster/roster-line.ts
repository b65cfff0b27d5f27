import type { CommitteeId } from '../committee/committee.ts';
import { hasLongMarkRun, withoutUnseen } from '../text/unseen-characters.ts';
import type { RosterField } from './roster-note.ts';

/** A line of the roster, understood. */
export type RosterLine = {
  /** Of the worksheet; empty where it has none. */
  worksheet: string;
  line: number;
  committeeId: CommitteeId;
  name: string;
  position: string;
  /** null: none given. */
  order: number | null;
  from: string | null;
  to: string | null;
  code: string | null;
  birthYear: number | null;
};

/** Where a line stands in a file. */
export interface LineAt {
  readonly worksheet: string;
  readonly line: number;
}

/** What each worksheet calls the columns that are read, by its name. */
export type ColumnsByWorksheet = ReadonlyMap<string, ReadonlyMap<string, { readonly title: string }>>;

/** Where in the file a field of a line stands; the column is null where the file lacks it. */
export function placeIn({ worksheet, line }: LineAt, columns: ColumnsByWorksheet, field: RosterField) {
  return { worksheet, line, column: columns.get(worksheet)?.get(field)?.title ?? null, field };
}

/** What a line is called in a note about another one: its number, and its worksheet where that is another. */
export function lineSeenFrom(from: Pick<LineAt, 'worksheet'>, { worksheet, line }: LineAt): string {
  return worksheet === from.worksheet ? String(line) : `${line} (${worksheet})`;
}

/** Composed, in one line, without what cannot be seen; empty for null. */
export function cleanText(text: string | null): string {
  if (text === null) return '';
  // A long run of marks is no text; whoever reads it says so, and nobody waits for it to be composed.
  const composed = hasLongMarkRun(text) ? text : text.normalize('NFC');
  return withoutUnseen(composed).replace(/\s+/gu, ' ').trim();
}
