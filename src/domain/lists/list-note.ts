import type { ListField } from './list-field.ts';

/** What stops an import. */
export const listProblemCodes = [
  'missing-column',
  'cell-error',
  'cell-uncomputed',
  'cell-unreadable',
  'only-hidden-worksheet',
  'worksheet-twice',
  'worksheet-skipped-with-end',
  'hidden-rows-with-end',
  'lines-skipped-with-end',
  'headings-differ',
  'two-lists-differ',
  'name-unclear',
  'two-names',
  'columns-unclear',
  'no-committee-named',
  'another-committee',
  'several-worksheets',
  'two-digit-year',
  'year-only',
  'month-only',
  'unit-contradicts',
  'steering-character',
] as const;
export type ListProblemCode = (typeof listProblemCodes)[number];

/** What was taken for something, or not used. */
export const listWarningCodes = [
  'hidden-worksheet',
  'worksheet-without-list',
  'hidden-rows',
  'hidden-column',
  'hidden-column-used',
  'untitled-column',
  'unused-column',
  'period-column',
  'title-lines',
  'numbering-lines',
  'repeated-headings',
  'group-lines',
  'total-lines',
  'closing-lines',
  'signature-lines',
  'example-lines',
  'other-lines',
  'same-column-twice',
  'error-in-unused-column',
  'committee-of-group',
  'committee-of-title',
  'committee-of-worksheet',
  'name-joined',
  'positions-joined',
  'columns-by-place',
  'honorific-taken-off',
  'honorific-kept',
  'number-taken-off',
  'birth-year-of-name',
  'name-in-capitals',
  'name-written-usually',
  'numbers-begin-again',
  'alternates',
  'count-differs',
  'stays-unnamed',
  'unseen-taken-off',
  'no-direction-column',
] as const;
export type ListWarningCode = (typeof listWarningCodes)[number];

/** One thing to tell about a file; words are at the edge (contract/imports/list-notes.ts). */
export interface ListNote<Code extends string = ListProblemCode | ListWarningCode> {
  readonly kind: 'list';
  readonly worksheet: string;
  /** Null where no line is meant. */
  readonly line: number | null;
  /** As the file calls it, or its letter; null where the file has no such column, empty where none is meant. */
  readonly column: string | null;
  readonly field: ListField | null;
  readonly code: Code;
  /** What stands there. */
  readonly text: string;
  /** What else is to be named: headings that were found, other worksheets. */
  readonly texts: readonly string[];
  /** All lines that it is about, where there may be several. */
  readonly lines: readonly number[];
}

export type ListProblem = ListNote<ListProblemCode>;
export type ListWarning = ListNote<ListWarningCode>;

export interface NotePlace {
  readonly worksheet: string;
  readonly line?: number | null;
  readonly column?: string | null;
  readonly field?: ListField | null;
}

export interface NoteValues {
  readonly text?: string;
  readonly texts?: readonly string[];
  readonly lines?: readonly number[];
}

/** What a note quotes is cut to a readable length. */
const longestQuote = 120;

export function listNote<Code extends ListProblemCode | ListWarningCode>(
  { worksheet, line = null, column = '', field = null }: NotePlace,
  code: Code,
  { text = '', texts = [], lines = [] }: NoteValues = {},
): ListNote<Code> {
  const quote = (one: string) => (one.length > longestQuote ? `${one.slice(0, longestQuote)}…` : one);
  return {
    kind: 'list',
    worksheet,
    line: line ?? lines[0] ?? null,
    column,
    field,
    code,
    text: quote(text),
    texts: texts.map(quote),
    lines,
  };
}
