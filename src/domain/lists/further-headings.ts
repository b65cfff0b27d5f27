import { withoutDiacritics } from '../text/search-key.ts';
import type { ItemFields } from './classify-lines.ts';
import { type Heading, headingAt } from './find-heading.ts';
import { type Grid, lineOfRow, textOf } from './grid.ts';
import type { ListField } from './list-field.ts';
import { type ListProblem, listNote } from './list-note.ts';
import { type ListShape, matchTitle } from './list-shape.ts';
import type { WorksheetRow } from './worksheet.ts';

export interface FurtherHeadings {
  /** Every line that they stand on. */
  readonly lines: ReadonlySet<number>;
  readonly problems: readonly ListProblem[];
}

/** What names an item, alone or with others. */
const partsOf: Partial<Record<ListField, readonly ListField[]>> = {
  fullName: ['fullName', 'family', 'middle', 'given'],
};

/**
 * Headings below the first one, in the same words or others: those of printed pages, or of lists that stand below each
 * other. Lines below one with other columns would be misread, so that it is a problem.
 */
export function furtherHeadings(grid: Grid, first: Heading, shape: ListShape, fields: ItemFields): FurtherHeadings {
  const lines = new Set<number>();
  const problems: ListProblem[] = [];
  const mayName = mayNameAnItem(shape, fields);
  const columns = placesOf(first);
  for (let at = first.to; at < grid.rows.length; at++) {
    const row = grid.rows[at];
    if (row === undefined || !mayName(row) || !holdsTitles(row, shape)) continue;
    const found = furtherHeading(grid, at, first, shape, fields);
    if (found === undefined) continue;
    for (const { line } of grid.rows.slice(at, found.to)) lines.add(line);
    at = found.to - 1;
    if (placesOf(found) === columns || saysTheSame(row, grid.rows[first.from])) continue;
    const texts = [...found.titles.values()];
    const both = [lineOfRow(grid, first.from), row.line];
    problems.push(listNote({ worksheet: grid.worksheet, line: row.line }, 'headings-differ', { lines: both, texts }));
  }
  return { lines, problems };
}

/** Only lines that hold a title of what names an item are looked at closer: there are few, however long a list is. */
function mayNameAnItem(shape: ListShape, { name }: ItemFields): (row: WorksheetRow) => boolean {
  const patterns = (partsOf[name] ?? [name]).flatMap((field) => shape.titles[field] ?? []);
  const titles = patterns.flatMap(({ is, begins = [] }) => [...is, ...begins]);
  const beginnings = new Set(titles.map((title) => title.split(' ')[0] ?? ''));
  const known = new Map<string, boolean>();
  return ({ cells }) =>
    cells.some((cell) => {
      if (cell?.kind !== 'text') return false;
      const word = /^\P{L}*(\p{L}+)/u.exec(cell.shown.slice(0, 40))?.[1] ?? '';
      const isKnown = known.get(word) ?? beginnings.has(withoutDiacritics(word));
      known.set(word, isKnown);
      return isKnown && matchTitle(textOf(cell), shape).some(({ field }) => (partsOf[name] ?? [name]).includes(field));
    });
}

/** Somebody of the family Hồ stands above a heading now and then: a line of titles holds two at least. */
function holdsTitles({ cells }: WorksheetRow, shape: ListShape): boolean {
  return cells.filter((cell) => matchTitle(textOf(cell), shape).length > 0).length >= 2;
}

function furtherHeading(
  grid: Grid,
  at: number,
  first: Heading,
  shape: ListShape,
  { name }: ItemFields,
): Heading | undefined {
  const heading = headingAt(grid, shape, at, 1);
  const size = heading?.columns.size ?? 0;
  // A heading that had to be read over two lines stands on as many again: where its first line is one by itself.
  for (const lines of size < 2 ? [] : [1, first.to - first.from]) {
    const found = headingAt(grid, shape, at, Math.max(1, lines));
    if (found !== undefined && shape.required.every((field) => found.columns.has(field))) return found;
  }
  const isSaid = [...(heading?.titles.values() ?? [])].some((title) =>
    matchTitle(title, shape).some(({ field, distance }) => field === name && distance < strong),
  );
  return isSaid && size >= 2 ? heading : undefined;
}

/** "Họ và tên" is nobody's name; "Đồng chí", or a committee called "Chi bộ", may be an item. */
const strong = 2;

function saysTheSame(row: WorksheetRow, first: WorksheetRow | undefined): boolean {
  return row.cells.every((cell, index) => textOf(cell) === textOf(first?.cells[index]));
}

function placesOf({ columns }: Heading): string {
  const places = [...columns].map(([field, { indexes }]) => `${field} ${indexes.join()}`);
  return places.sort().join('; ');
}
