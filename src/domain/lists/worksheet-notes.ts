import type { ClassifiedLine, LineKind } from './classify-lines.ts';
import type { Heading } from './find-heading.ts';
import { type Grid, isUnknown, letterOf, lineOfRow, textOf } from './grid.ts';
import { isHeadingWords } from './line-marks.ts';
import { type ListWarning, type ListWarningCode, listNote } from './list-note.ts';
import { countNotes } from './stated-count.ts';

/** Everything of a worksheet that was taken for something or not used, from the top. */
export function worksheetNotes(
  grid: Grid,
  heading: Heading,
  classified: readonly ClassifiedLine[],
  ofNames: readonly ListWarning[],
): ListWarning[] {
  const items = classified.filter(({ kind }) => kind === 'item');
  return [
    ...titleNotes(grid, heading),
    ...lineNotes(grid.worksheet, classified),
    ...(heading.columns.has('fullName') ? countNotes(grid.worksheet, classified) : []),
    ...ofNames,
    ...positionNotes(grid, heading),
    ...columnNotes(grid, heading, items),
    ...hiddenNotes(grid, heading),
  ];
}

const isFilled = (text: string) => text !== '';

const codeOfKind = {
  heading: 'repeated-headings',
  numbering: 'numbering-lines',
  example: 'example-lines',
  group: 'group-lines',
  title: 'title-lines',
  total: 'total-lines',
  closing: 'closing-lines',
  signature: 'signature-lines',
  other: 'other-lines',
} as const satisfies Record<Exclude<LineKind, 'item'>, ListWarningCode>;

/** One note for each kind of line that is no item. */
function lineNotes(worksheet: string, classified: readonly ClassifiedLine[]): ListWarning[] {
  const kinds = Object.keys(codeOfKind) as (keyof typeof codeOfKind)[];
  return kinds.flatMap((kind) => {
    const found = classified.filter((line) => line.kind === kind);
    if (found.length === 0) return [];
    const lines = found.map(({ row }) => row.line);
    const texts = found.map(({ text }) => text).filter(isFilled);
    return [listNote({ worksheet }, codeOfKind[kind], { lines, texts: texts.slice(0, 3) })];
  });
}

function titleNotes(grid: Grid, heading: Heading): ListWarning[] {
  const above = grid.rows.slice(0, heading.from);
  if (above.length === 0) return [];
  const texts = above.map(({ cells }) => cells.map(textOf).filter(isFilled).join(' '));
  const telling = texts.filter(isHeadingWords);
  return [
    listNote({ worksheet: grid.worksheet }, 'title-lines', {
      lines: above.map(({ line }) => line),
      texts: (telling.length > 0 ? telling : texts).slice(0, 3),
    }),
  ];
}

/** Positions of several columns, those in the Party first. */
function positionNotes(grid: Grid, heading: Heading): ListWarning[] {
  const position = heading.columns.get('position');
  if (position === undefined || position.indexes.length < 2) return [];
  const place = { worksheet: grid.worksheet, line: lineOfRow(grid, heading.from), column: position.title };
  const texts = position.indexes.map((index) => `${heading.titles.get(index) ?? ''} (${letterOf(index)})`);
  return [listNote(place, 'positions-joined', { texts })];
}

/** Columns that hold something and are not read, each by itself. */
function columnNotes(grid: Grid, heading: Heading, items: readonly ClassifiedLine[]): ListWarning[] {
  const used = usedColumns(heading);
  const line = lineOfRow(grid, heading.from);
  const rivals = new Set(heading.rivals.map(({ index }) => index));
  const notes = Array.from({ length: grid.width }, (_, index) => index).flatMap((index): ListWarning[] => {
    if (used.has(index) || grid.hiddenColumns.has(index)) return [];
    const title = heading.titles.get(index);
    const all = items.flatMap(({ row }) => textOf(grid.shown(row, index)) || []);
    const held = [...new Set(all)];
    const place = { worksheet: grid.worksheet, line, column: title ?? letterOf(index) };
    if (rivals.has(index) && held.length > 0)
      return [listNote(place, 'same-column-twice', { texts: [letterOf(index)] })];
    if (heading.unusable.includes(index)) return [listNote(place, 'period-column', { texts: held.slice(0, 3) })];
    if (title !== undefined) return [listNote(place, 'unused-column', { texts: held.slice(0, 3) })];
    if (held.length === 0 || isCount(all)) return [];
    return [listNote(place, 'untitled-column', { texts: held.slice(0, 3) })];
  });
  return [...notes, ...errorNotes(grid, heading, items, used)];
}

/** 1, 2, 3 …: an untitled column may count the lines. */
function isCount(held: readonly string[]): boolean {
  return held.every((text, index) => Number(text) === index + 1);
}

function errorNotes(
  grid: Grid,
  heading: Heading,
  items: readonly ClassifiedLine[],
  used: ReadonlySet<number>,
): ListWarning[] {
  const lines: number[] = [];
  const columns = new Set<string>();
  for (const { row } of items) {
    for (const [index, cell] of row.cells.entries()) {
      if (used.has(index) || !isUnknown(cell)) continue;
      if (lines.at(-1) !== row.line) lines.push(row.line);
      columns.add(heading.titles.get(index) ?? letterOf(index));
    }
  }
  return lines.length === 0
    ? []
    : [listNote({ worksheet: grid.worksheet }, 'error-in-unused-column', { lines, texts: [...columns] })];
}

function hiddenNotes(grid: Grid, heading: Heading): ListWarning[] {
  const { worksheet } = grid;
  const rows =
    grid.hiddenLines.length === 0 ? [] : [listNote({ worksheet }, 'hidden-rows', { lines: grid.hiddenLines })];
  const used = usedColumns(heading);
  const columns = [...grid.hiddenColumns].filter((index) => grid.rows.some(({ cells }) => textOf(cells[index]) !== ''));
  const named = (index: number) => {
    const title = heading.titles.get(index);
    return title === undefined ? letterOf(index) : `${title} (${letterOf(index)})`;
  };
  const unread = columns.filter((index) => !used.has(index)).map(named);
  const read = columns.filter((index) => used.has(index)).map(named);
  return [
    ...rows,
    ...(unread.length === 0 ? [] : [listNote({ worksheet }, 'hidden-column', { texts: unread })]),
    ...(read.length === 0 ? [] : [listNote({ worksheet }, 'hidden-column-used', { texts: read })]),
  ];
}

function usedColumns(heading: Heading): ReadonlySet<number> {
  return new Set([...heading.columns.values()].flatMap(({ indexes }) => indexes));
}
