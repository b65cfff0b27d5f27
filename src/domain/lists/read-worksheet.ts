import { textKey } from '../text-key.ts';
import { type ClassifiedLine, classifyLines, type ItemFields, type LineKind } from './classify-lines.ts';
import type { Heading } from './find-heading.ts';
import { type Grid, letterOf, textOf } from './grid.ts';
import { joinNames } from './join-names.ts';
import { isHeadingWords } from './line-marks.ts';
import type { ListField } from './list-field.ts';
import { type ListProblem, type ListWarning, type ListWarningCode, listNote } from './list-note.ts';
import type { WorksheetReading } from './list-reading.ts';
import type { Cell } from './worksheet.ts';

/** A line of a list: what stands in each of its columns. */
export interface ListLine {
  readonly sheet: string;
  readonly line: number;
  readonly cells: ReadonlyMap<ListField, Cell | null>;
  /** The committee that group lines or titles above it name; null where there is none. */
  readonly committee: string | null;
}

export interface ReadWorksheet {
  readonly sheet: string;
  readonly heading: Heading;
  /** The line that the heading begins on. */
  readonly headingLine: number;
  readonly lines: readonly ListLine[];
  /** Lines above the heading, top down. */
  readonly titles: readonly string[];
  readonly reading: WorksheetReading;
  readonly problems: readonly ListProblem[];
  readonly warnings: readonly ListWarning[];
}

/** @returns the committee that a line of the sheet names beside its list; undefined where it names none */
export type NamedBeside = (text: string) => string | undefined;

/** Reads the lines below a heading. */
export function readWorksheet(
  grid: Grid,
  found: Heading,
  fields: ItemFields,
  named: NamedBeside = () => undefined,
): ReadWorksheet {
  const { sheet } = grid;
  const classified = classifyLines(grid, found, fields);
  const items = classified.filter(({ kind }) => kind === 'item');
  const names = joinNames(grid, found, items);
  const heading = names.heading;
  const problems: ListProblem[] = [...names.problems];
  const broken = new Set<number>();
  for (const { row } of items) {
    const bad = errorsOf(grid, heading, row.line, (index) => grid.shown(row, index));
    if (bad.length > 0) broken.add(row.line);
    problems.push(...bad);
  }
  problems.push(...rivalProblems(grid, heading, items));
  const lines = linesOf(grid, heading, classified, named).filter(({ line }) => !broken.has(line));
  const titles = grid.rows.slice(0, heading.from).map(({ cells }) => cells.map(textOf).filter(isFilled).join(' '));
  return {
    ...{ sheet, heading, lines, titles, problems, headingLine: grid.rows[heading.from]?.line ?? 1 },
    reading: {
      ...{ name: sheet, isHidden: false, use: 'read', lines: items.length },
      columns: columnsRead(grid, heading),
    },
    warnings: [
      ...titleNotes(grid, heading),
      ...lineNotes(sheet, classified),
      ...names.warnings,
      ...positionNotes(grid, heading),
      ...columnNotes(grid, heading, items),
      ...hiddenNotes(grid, heading),
    ],
  };
}

const isFilled = (text: string) => text !== '';

function linesOf(grid: Grid, heading: Heading, classified: readonly ClassifiedLine[], named: NamedBeside): ListLine[] {
  let committee: string | null = null;
  return classified.flatMap(({ row, kind, text }): ListLine[] => {
    if (kind === 'group' || kind === 'title') committee = named(text) ?? committee;
    if (kind !== 'item') return [];
    const cells = new Map<ListField, Cell | null>();
    for (const [field, { indexes }] of heading.columns) {
      const parts = indexes.map((index) => grid.shown(row, index));
      cells.set(field, join(field, parts));
    }
    return [{ sheet: grid.sheet, line: row.line, cells, committee }];
  });
}

/** Parts of a name are joined by a blank, positions by a comma; of anything else the first that is there counts. */
function join(field: ListField, parts: readonly (Cell | null)[]): Cell | null {
  const filled = parts.filter((cell) => cell !== null);
  const [first, second] = filled;
  if (first === undefined || second === undefined) return first ?? null;
  if (field === 'fullName') return { kind: 'text', shown: filled.map(textOf).join(' ') };
  if (field !== 'position') return first;
  const said = filled.map(textOf);
  const kept = said.filter((text, index) => !said.some((other, at) => at !== index && says(other, text, at < index)));
  return { kind: 'text', shown: kept.join(', ') };
}

/** Whether one position names another already. */
function says(other: string, text: string, isBefore: boolean): boolean {
  const [whole, part] = [textKey(other), textKey(text)];
  if (whole === part) return isBefore;
  return whole.startsWith(`${part},`) || whole.endsWith(`, ${part}`) || whole.includes(`, ${part},`);
}

function errorsOf(grid: Grid, heading: Heading, line: number, cellAt: (index: number) => Cell | null): ListProblem[] {
  return [...heading.columns].flatMap(([field, { indexes }]) =>
    field === 'number'
      ? []
      : indexes.flatMap((index): ListProblem[] => {
          const cell = cellAt(index);
          const place = { sheet: grid.sheet, line, column: heading.titles.get(index) ?? letterOf(index), field };
          if (cell?.kind === 'uncomputed') return [listNote(place, 'cell-uncomputed')];
          if (cell?.kind !== 'error') return [];
          return [listNote(place, cell.cause === undefined ? 'cell-error' : 'cell-unreadable', { text: cell.shown })];
        }),
  );
}

/** Two columns of one title are one where they agree. */
function rivalProblems(grid: Grid, heading: Heading, items: readonly ClassifiedLine[]): ListProblem[] {
  return heading.rivals.flatMap(({ field, index }) => {
    const main = heading.columns.get(field)?.indexes[0];
    if (main === undefined || field === 'number') return [];
    const differing = items.find(
      ({ row }) => textKey(textOf(grid.shown(row, main))) !== textKey(textOf(grid.shown(row, index))),
    );
    if (differing === undefined && items.length > 0) return [];
    const column = heading.titles.get(index) ?? letterOf(index);
    const line = grid.rows[heading.from]?.line ?? 1;
    const texts = [heading.titles.get(main) ?? '', letterOf(main), letterOf(index)];
    return [listNote({ sheet: grid.sheet, line, column, field }, 'two-lists-differ', { texts })];
  });
}

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
function lineNotes(sheet: string, classified: readonly ClassifiedLine[]): ListWarning[] {
  const kinds = Object.keys(codeOfKind) as (keyof typeof codeOfKind)[];
  return kinds.flatMap((kind) => {
    const found = classified.filter((line) => line.kind === kind && line.text !== '');
    if (found.length === 0) return [];
    const lines = found.map(({ row }) => row.line);
    return [listNote({ sheet }, codeOfKind[kind], { lines, texts: found.slice(0, 3).map(({ text }) => text) })];
  });
}

function titleNotes(grid: Grid, heading: Heading): ListWarning[] {
  const above = grid.rows.slice(0, heading.from);
  if (above.length === 0) return [];
  const texts = above.map(({ cells }) => cells.map(textOf).filter(isFilled).join(' '));
  const telling = texts.filter(isHeadingWords);
  return [
    listNote({ sheet: grid.sheet }, 'title-lines', {
      ...{ lines: above.map(({ line }) => line), texts: (telling.length > 0 ? telling : texts).slice(0, 3) },
    }),
  ];
}

/** Positions of several columns, those in the Party first. */
function positionNotes(grid: Grid, heading: Heading): ListWarning[] {
  const position = heading.columns.get('position');
  if (position === undefined || position.indexes.length < 2) return [];
  const place = { sheet: grid.sheet, line: grid.rows[heading.from]?.line ?? 1, column: position.title };
  const texts = position.indexes.map((index) => `${heading.titles.get(index) ?? ''} (${letterOf(index)})`);
  return [listNote(place, 'positions-joined', { texts })];
}

/** Columns that hold something and are not read, each by itself. */
function columnNotes(grid: Grid, heading: Heading, items: readonly ClassifiedLine[]): ListWarning[] {
  const used = usedColumns(heading);
  const line = grid.rows[heading.from]?.line ?? 1;
  const rivals = new Set(heading.rivals.map(({ index }) => index));
  const notes = Array.from({ length: grid.width }, (_, index) => index).flatMap((index): ListWarning[] => {
    if (used.has(index) || grid.hiddenColumns.has(index)) return [];
    const title = heading.titles.get(index);
    const held = items.flatMap(({ row }) => textOf(grid.shown(row, index)) || []);
    const place = { sheet: grid.sheet, line, column: title ?? letterOf(index) };
    if (rivals.has(index) && held.length > 0)
      return [listNote(place, 'same-column-twice', { texts: [letterOf(index)] })];
    if (heading.unusable.includes(index)) return [listNote(place, 'period-column', { texts: held.slice(0, 3) })];
    if (title !== undefined) return [listNote(place, 'unused-column', { texts: held.slice(0, 3) })];
    if (held.length === 0 || isCount(held)) return [];
    return [listNote(place, 'untitled-column', { texts: [...new Set(held)].slice(0, 3) })];
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
      if (used.has(index) || (cell?.kind !== 'error' && cell?.kind !== 'uncomputed')) continue;
      if (lines.at(-1) !== row.line) lines.push(row.line);
      columns.add(heading.titles.get(index) ?? letterOf(index));
    }
  }
  return lines.length === 0
    ? []
    : [listNote({ sheet: grid.sheet }, 'error-in-unused-column', { lines, texts: [...columns] })];
}

function hiddenNotes(grid: Grid, heading: Heading): ListWarning[] {
  const { sheet } = grid;
  const rows = grid.hiddenLines.length === 0 ? [] : [listNote({ sheet }, 'hidden-rows', { lines: grid.hiddenLines })];
  const used = usedColumns(heading);
  const columns = [...grid.hiddenColumns].filter((index) =>
    grid.rows.some(({ cells }) => textOf(cells[index] ?? null) !== ''),
  );
  const named = (index: number) => {
    const title = heading.titles.get(index);
    return title === undefined ? letterOf(index) : `${title} (${letterOf(index)})`;
  };
  const unread = columns.filter((index) => !used.has(index)).map(named);
  const read = columns.filter((index) => used.has(index)).map(named);
  return [
    ...rows,
    ...(unread.length === 0 ? [] : [listNote({ sheet }, 'hidden-column', { texts: unread })]),
    ...(read.length === 0 ? [] : [listNote({ sheet }, 'hidden-column-used', { texts: read })]),
  ];
}

function usedColumns(heading: Heading): ReadonlySet<number> {
  return new Set([...heading.columns.values()].flatMap(({ indexes }) => indexes));
}

function columnsRead(grid: Grid, heading: Heading): WorksheetReading['columns'] {
  const fields = new Map(
    [...heading.columns].flatMap(([field, { indexes }]) => indexes.map((index) => [index, field])),
  );
  return Array.from({ length: grid.width }, (_, index) => index)
    .filter((index) => heading.titles.has(index) || grid.rows.some(({ cells }) => textOf(cells[index] ?? null) !== ''))
    .map((index) => ({
      letter: letterOf(index),
      title: heading.titles.get(index) ?? '',
      field: fields.get(index) ?? null,
    }));
}
