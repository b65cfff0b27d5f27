import { textKey } from '../text/text-key.ts';
import { besideNames } from './beside-names.ts';
import type { Heading } from './find-heading.ts';
import { type Grid, letterOf, lineOfRow, textOf } from './grid.ts';
import type { FoundColumn } from './heading-columns.ts';
import { isGivenName } from './join-names.ts';
import { footerMark } from './line-marks.ts';
import type { ListField } from './list-field.ts';
import { type ListProblem, type ListWarning, listNote } from './list-note.ts';
import { type ListShape, matchTitle } from './list-shape.ts';
import { fieldLabels } from './list-words.ts';
import type { WorksheetRow } from './worksheet.ts';

export type ColumnsByPlace =
  | { readonly ok: true; readonly heading: Heading; readonly warnings: readonly ListWarning[] }
  | { readonly ok: false; readonly problem: ListProblem };

/**
 * What is pasted from a spreadsheet often has no heading: then what the columns hold over all lines says which are names
 * and which positions. A running number may stand first; a name may stand in two or three columns. Where that cannot be
 * told nothing is guessed.
 */
export function columnsByPlace(grid: Grid, shape: ListShape): ColumnsByPlace {
  const heading = grid.rows.find((row) => namesTheName(row, shape));
  if (heading !== undefined) {
    const texts = heading.cells.map(textOf).filter((text) => text !== '');
    const place = { worksheet: grid.worksheet, line: heading.line, field: 'position' } as const;
    return { ok: false, problem: listNote(place, 'missing-column', { texts }) };
  }
  const rows = grid.rows.filter((row) => row.cells.every((cell) => footerMark(textOf(cell)) === undefined));
  const texts = textColumns(grid, rows);
  const place = { worksheet: grid.worksheet, line: lineOfRow(grid, 0) };
  if (beginLikePositions(texts[0]) && texts[1] !== undefined && !beginLikePositions(texts[1]))
    texts.push(...texts.splice(0, 1));
  const names = nameColumns(texts);
  const position = names === undefined ? undefined : positionColumn(texts.slice(names.length));
  if (names === undefined || position === undefined) {
    const samples = texts.map(({ values }) => values[0] ?? '');
    return { ok: false, problem: listNote(place, 'columns-unclear', { texts: samples }) };
  }
  const counter = columnOfNumbers(grid, rows);
  const indexes = names.map(({ index }) => index);
  const columns = new Map<ListField, FoundColumn>([
    ['fullName', { indexes, title: fieldLabels.fullName.vi }],
    ['position', { indexes: [position.index], title: fieldLabels.position.vi }],
    ...(counter === undefined ? [] : [['number', { indexes: [counter], title: 'TT' }] as const]),
  ]);
  const said = `${indexes.map(letterOf).join(' + ')}: ${fieldLabels.fullName.vi}`;
  const texted = [said, `${letterOf(position.index)}: ${fieldLabels.position.vi}`];
  return {
    ok: true,
    heading: { from: 0, to: 0, titles: new Map(), columns, rivals: [], unusable: [] },
    warnings: [listNote(place, 'columns-by-place', { texts: texted })],
  };
}

/** "Họ và tên" stands on the line: it is a heading, though not a whole one, and nobody's name. */
function namesTheName({ cells }: WorksheetRow, shape: ListShape): boolean {
  return cells.some((cell) =>
    matchTitle(textOf(cell), shape).some(({ field, distance }) => field === 'fullName' && distance < 4),
  );
}

/** Words of which one stands in nearly every position. With their marks: the family Trương is no "Trưởng". */
const positionWords = [
  ...['bí thư', 'chủ tịch', 'trưởng', 'phó', 'ủy viên', 'thường trực', 'giám đốc', 'chỉ huy', 'hiệu trưởng', 'chánh'],
  ...['cán bộ', 'công chức', 'chuyên viên', 'đảng viên', 'đại biểu', 'thư ký', 'giáo viên', 'bác sĩ', 'kế toán'],
  ...['cấp ủy viên', 'chi ủy viên', 'bt', 'pbt', 'ct', 'pct', 'uv', 'uvbtv', 'btv'],
].map((words) => ` ${textKey(words)} `);

/** Whether every line begins with such a word: a family may be called Phó, but not everybody on a list is of one. */
function beginLikePositions(column: TextColumn | undefined): boolean {
  const filled = column?.values.filter((value) => value !== '').map((value) => ` ${textKey(value)} `) ?? [];
  return filled.length > 0 && filled.every((value) => positionWords.some((words) => value.startsWith(words)));
}

interface TextColumn {
  readonly index: number;
  /** By row; empty where nothing is. */
  readonly values: readonly string[];
}

/** Columns with words: no counts, years, days or codes, nor sexes, peoples or religions. */
function textColumns(grid: Grid, rows: readonly WorksheetRow[]): TextColumn[] {
  return Array.from({ length: grid.width }, (_, index) => index)
    .filter((index) => !grid.hiddenColumns.has(index))
    .map((index) => ({ index, values: rows.map((row) => textOf(row.cells[index])) }))
    .filter(({ values }) => {
      const filled = values.filter((value) => value !== '');
      return filled.some((value) => /\p{L}/u.test(value)) && besideNames(filled) !== 'no-names';
    });
}

function columnOfNumbers(grid: Grid, rows: readonly WorksheetRow[]): number | undefined {
  const index = Array.from({ length: grid.width }, (_, at) => at).find((at) =>
    rows.some((row) => textOf(row.cells[at]) !== ''),
  );
  if (index === undefined) return undefined;
  const isCount = rows.every((row) => /^\(?\d{0,5}\)?[.)]?$/.test(textOf(row.cells[index])));
  return isCount ? index : undefined;
}

/** The columns that the name stands in; undefined where it cannot be told. */
function nameColumns(texts: readonly TextColumn[]): readonly TextColumn[] | undefined {
  const [first, second, third, fourth] = texts;
  if (first === undefined || second === undefined) return undefined;
  const areGiven = shareOfGiven(second, first);
  if (areGiven === 0) return [first];
  // One name of one word is no rule, and a mixture neither.
  if (areGiven === 1 && third !== undefined) {
    if (fourth !== undefined && isSingle(first) && shareOfGiven(third, first) === 1) return [first, second, third];
    return [first, second];
  }
  if (isSingle(first) && third !== undefined && fourth !== undefined && shareOfGiven(third, first) === 1) {
    return [first, second, third];
  }
  return areGiven < 0.5 && first.values.every((value) => value.split(' ').length >= 3) ? [first] : undefined;
}

/** The only column left, or the only one of them that holds positions. */
function positionColumn(rest: readonly TextColumn[]): TextColumn | undefined {
  if (rest.length < 2) return rest[0];
  const holding = rest.filter(({ values }) => {
    const filled = values.filter((value) => value !== '');
    return filled.filter(namesPosition).length * 2 > filled.length;
  });
  return holding.length === 1 ? holding[0] : undefined;
}

function namesPosition(text: string): boolean {
  const key = ` ${textKey(text)} `;
  return positionWords.some((words) => key.includes(words));
}

/** Which share of a column's lines are given names that the column before them lacks. */
function shareOfGiven(column: TextColumn, before: TextColumn): number {
  const filled = column.values.flatMap((value, row) =>
    value === '' ? [] : [{ value, before: before.values[row] ?? '' }],
  );
  const given = filled.filter((one) => isGivenName(one.value, one.before));
  return filled.length === 0 ? 0 : given.length / filled.length;
}

function isSingle({ values }: TextColumn): boolean {
  return values.every((value) => !value.includes(' '));
}
