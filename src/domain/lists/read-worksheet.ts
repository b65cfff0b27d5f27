import { textKey } from '../text/text-key.ts';
import { type ClassifiedLine, classifyLines, type ItemFields } from './classify-lines.ts';
import { doubtfulLines } from './doubtful-lines.ts';
import type { Heading } from './find-heading.ts';
import { furtherHeadings } from './further-headings.ts';
import { type Grid, letterOf, lineOfRow, textOf } from './grid.ts';
import { GroupLevels, saysAlternate } from './group-levels.ts';
import { joinNames } from './join-names.ts';
import type { ListField } from './list-field.ts';
import { type ListProblem, type ListWarning, listNote } from './list-note.ts';
import type { WorksheetReading } from './list-reading.ts';
import type { ListShape } from './list-shape.ts';
import type { Cell } from './worksheet.ts';
import { worksheetNotes } from './worksheet-notes.ts';

/** A line of a list: what stands in each of its columns. */
export interface ListLine {
  readonly worksheet: string;
  readonly line: number;
  readonly cells: ReadonlyMap<ListField, Cell | null>;
  /** The committee that group lines or titles above it name; null where none did, empty where the last one ended. */
  readonly committee: string | null;
  /** Its group, its list or a cell of it says "dự khuyết". */
  readonly isAlternate: boolean;
}

export interface ReadWorksheet {
  readonly worksheet: string;
  readonly heading: Heading;
  /** The line that the heading begins on. */
  readonly headingLine: number;
  readonly lines: readonly ListLine[];
  /** Lines above the heading, top down. */
  readonly titles: readonly string[];
  readonly reading: WorksheetReading;
  /** Lines that were taken for nobody's and may be somebody's all the same. */
  readonly doubtful: readonly ClassifiedLine[];
  readonly problems: readonly ListProblem[];
  readonly warnings: readonly ListWarning[];
}

/** @returns the committee that a line of the sheet names beside its list; undefined where it names none */
export type NamedBeside = (text: string) => string | undefined;

/** Reads the lines below a heading. */
export function readWorksheet(
  grid: Grid,
  found: Heading,
  { shape, fields }: { readonly shape: ListShape; readonly fields: ItemFields },
  named: NamedBeside = () => undefined,
): ReadWorksheet {
  const { worksheet } = grid;
  const further = furtherHeadings(grid, found, shape, fields);
  const classified = classifyLines(grid, found, fields, further.lines);
  const items = classified.filter(({ kind }) => kind === 'item');
  const names = joinNames(grid, found, items);
  const heading = names.heading;
  const problems: ListProblem[] = [...further.problems, ...names.problems];
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
    worksheet,
    heading,
    lines,
    titles,
    problems,
    headingLine: lineOfRow(grid, heading.from),
    reading: {
      name: worksheet,
      isHidden: false,
      use: 'read',
      lines: items.length,
      columns: columnsRead(grid, heading),
    },
    doubtful: doubtfulLines(found, classified, fields, named),
    warnings: worksheetNotes(grid, heading, classified, names.warnings),
  };
}

const isFilled = (text: string) => text !== '';

function linesOf(grid: Grid, heading: Heading, classified: readonly ClassifiedLine[], named: NamedBeside): ListLine[] {
  const groups = new GroupLevels();
  const ofAlternates = [...heading.titles].flatMap(([index, title]) => (saysAlternate(title) ? [index] : []));
  return classified.flatMap(({ row, kind, text }): ListLine[] => {
    if (kind === 'group') groups.addGroup(text, named(text));
    if (kind === 'title') groups.addTitle(text, named(text));
    if (kind !== 'item') return [];
    const cells = new Map<ListField, Cell | null>();
    for (const [field, { indexes }] of heading.columns) {
      const parts = indexes.map((index) => grid.shown(row, index));
      cells.set(field, join(field, parts));
    }
    const isAlternate =
      groups.isOfAlternates ||
      row.cells.some((cell) => saysAlternate(textOf(cell))) ||
      ofAlternates.some((index) => !/^(?:|0|-|không)$/iu.test(textOf(row.cells[index])));
    return [{ worksheet: grid.worksheet, line: row.line, cells, committee: groups.committee, isAlternate }];
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
          const place = {
            worksheet: grid.worksheet,
            line,
            column: heading.titles.get(index) ?? letterOf(index),
            field,
          };
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
    const line = lineOfRow(grid, heading.from);
    const texts = [heading.titles.get(main) ?? '', letterOf(main), letterOf(index)];
    return [listNote({ worksheet: grid.worksheet, line, column, field }, 'two-lists-differ', { texts })];
  });
}

function columnsRead(grid: Grid, heading: Heading): WorksheetReading['columns'] {
  const fields = new Map(
    [...heading.columns].flatMap(([field, { indexes }]) => indexes.map((index) => [index, field])),
  );
  return Array.from({ length: grid.width }, (_, index) => index)
    .filter((index) => heading.titles.has(index) || grid.rows.some(({ cells }) => textOf(cells[index]) !== ''))
    .map((index) => ({
      letter: letterOf(index),
      title: heading.titles.get(index) ?? '',
      field: fields.get(index) ?? null,
    }));
}
