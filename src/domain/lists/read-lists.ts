import { textKey } from '../text/text-key.ts';
import type { ItemFields } from './classify-lines.ts';
import { findHeading, type Heading } from './find-heading.ts';
import { type Grid, gridOf, letterOf, lineOfRow, textOf } from './grid.ts';
import type { ListField } from './list-field.ts';
import { type ListProblem, type ListWarning, listNote } from './list-note.ts';
import type { WorksheetReading } from './list-reading.ts';
import type { ListShape } from './list-shape.ts';
import { guideWorksheet } from './list-words.ts';
import { type NamedBeside, type ReadWorksheet, readWorksheet } from './read-worksheet.ts';
import type { Worksheet } from './worksheet.ts';

/** A kind of list that a file may hold. */
export interface WantedList<Kind extends string> {
  readonly kind: Kind;
  readonly shape: ListShape;
  readonly fields: ItemFields;
}

export interface FoundList<Kind extends string> extends ReadWorksheet {
  readonly kind: Kind;
}

export interface ReadLists<Kind extends string> {
  readonly lists: readonly FoundList<Kind>[];
  readonly worksheets: readonly WorksheetReading[];
  /** Visible worksheets that hold something and were not read, the guide of a template aside. */
  readonly unread: readonly string[];
  /** Hidden ones that hold a list. */
  readonly hidden: readonly string[];
  readonly problems: readonly ListProblem[];
  readonly warnings: readonly ListWarning[];
}

/**
 * Reads every visible worksheet that holds one of the lists; what is hidden or holds none is named.
 *
 * @param namedBy what lines beside the other lists name, once the lists of committees are read
 */
export function readLists<Kind extends string>(
  worksheets: readonly Worksheet[],
  wanted: readonly WantedList<Kind>[],
  namedBy: (committees: readonly FoundList<Kind>[]) => NamedBeside = () => () => undefined,
): ReadLists<Kind> {
  const seen = worksheets.map((worksheet) => examineWorksheet(worksheet, wanted));
  const read = (ofCommittees: boolean, named?: NamedBeside) =>
    new Map(
      seen.flatMap((one) => {
        const { found } = one;
        if (found === undefined || ofCommittees !== (found.fields.name === 'committee')) return [];
        return [[one, { kind: found.kind, ...readWorksheet(found.grid, found.heading, found, named) }] as const];
      }),
    );
  const committees = read(true);
  const others = read(false, namedBy([...committees.values()]));
  const looked = seen.map((one) => {
    const list = committees.get(one) ?? others.get(one);
    return list === undefined ? one : { ...one, list, reading: list.reading };
  });
  const lists = looked.flatMap(({ list }) => list ?? []);
  const problems = lists.flatMap((list) => list.problems);
  const hidden = looked.filter(({ isHiddenList }) => isHiddenList).map(({ reading }) => reading.name);
  for (const { partial } of looked) {
    const isList =
      partial !== undefined && (lists.length === 0 ? hidden.length === 0 : tellingColumns(partial.heading) >= 2);
    if (isList) problems.push(missingColumn(partial));
  }
  problems.push(...copies(lists));
  if (lists.length === 0 && hidden.length > 0) {
    problems.push(listNote({ worksheet: hidden[0] ?? '' }, 'only-hidden-worksheet', { texts: hidden }));
  }
  return {
    lists,
    problems,
    hidden,
    worksheets: looked.map(({ reading }) => reading),
    unread: looked
      .filter(({ reading, isGuide }) => reading.use === 'no-list' && !isGuide)
      .map(({ reading }) => reading.name),
    warnings: [...looked.flatMap(({ warnings }) => warnings), ...lists.flatMap((list) => list.warnings)],
  };
}

/** A running number is found in every table. */
function tellingColumns({ columns }: Heading): number {
  return [...columns.keys()].filter((field) => field !== 'number').length;
}

/** A worksheet that holds the same lines as an earlier one is its copy, not as many people again. */
function copies(lists: readonly FoundList<string>[]): ListProblem[] {
  const seen = new Map<string, string>();
  return lists.flatMap(({ kind, worksheet, heading, headingLine, lines }): ListProblem[] => {
    const fields = [...heading.columns.keys()].filter((field) => field !== 'number').sort();
    const held = lines.map(({ cells }) => fields.map((field) => textKey(textOf(cells.get(field)))));
    const key = JSON.stringify([kind, fields, lines.map(({ committee }) => committee), held]);
    const first = seen.get(key);
    if (first === undefined || lines.length === 0) {
      seen.set(key, worksheet);
      return [];
    }
    return [listNote({ worksheet, line: headingLine }, 'worksheet-twice', { texts: [first, worksheet] })];
  });
}

interface ExaminedWorksheet<Kind extends string> {
  /** The list that it holds, still to be read. */
  readonly found?: WantedList<Kind> & { readonly grid: Grid; readonly heading: Heading };
  readonly list?: FoundList<Kind>;
  readonly partial?: { readonly grid: Grid; readonly heading: Heading; readonly missing: readonly ListField[] };
  readonly reading: WorksheetReading;
  readonly isHiddenList: boolean;
  readonly isGuide: boolean;
  readonly warnings: readonly ListWarning[];
}

const guideNames: ReadonlySet<string> = new Set(Object.values(guideWorksheet).map(textKey));

function examineWorksheet<Kind extends string>(
  worksheet: Worksheet,
  wanted: readonly WantedList<Kind>[],
): ExaminedWorksheet<Kind> {
  const grid = gridOf(worksheet);
  const isGuide = guideNames.has(textKey(worksheet.name));
  const nothing = { isHiddenList: false, isGuide, warnings: [] };
  const { name, isHidden } = worksheet;
  const unread = (use: 'hidden' | 'no-list' | 'empty'): WorksheetReading => ({
    name,
    isHidden,
    use,
    lines: 0,
    columns: columnsOf(grid),
  });
  if (grid.rows.length === 0) {
    const isEmptied = grid.hiddenLines.length > 0;
    const warnings = isEmptied ? [listNote({ worksheet: name }, 'hidden-rows', { lines: grid.hiddenLines })] : [];
    return { ...nothing, warnings, reading: unread(isHidden ? 'hidden' : 'empty') };
  }
  const found = isGuide ? undefined : bestOf(grid, wanted);
  const isWhole = found !== undefined && found.missing.length === 0;
  if (isHidden) {
    const warnings = [listNote({ worksheet: name }, 'hidden-worksheet')];
    return { ...nothing, warnings, isHiddenList: isWhole, reading: unread('hidden') };
  }
  if (!isWhole) {
    const warnings = [listNote({ worksheet: name }, 'worksheet-without-list')];
    return {
      ...nothing,
      warnings,
      reading: unread('no-list'),
      ...(found === undefined ? {} : { partial: { grid, ...found } }),
    };
  }
  return { ...nothing, found: { ...found, grid }, reading: unread('no-list') };
}

/** The first kind of list whose heading is whole, or otherwise the one of which most was found. */
function bestOf<Kind extends string>(grid: Grid, wanted: readonly WantedList<Kind>[]) {
  const found = wanted.flatMap((one) => {
    const heading = findHeading(grid, one.shape);
    return heading === undefined ? [] : [{ ...one, ...heading }];
  });
  const whole = found.find(({ missing }) => missing.length === 0);
  return whole ?? found.sort((a, b) => a.missing.length - b.missing.length)[0];
}

function missingColumn({
  grid,
  heading,
  missing,
}: {
  readonly grid: Grid;
  readonly heading: Heading;
  readonly missing: readonly ListField[];
}): ListProblem {
  const line = lineOfRow(grid, heading.from);
  const field = missing[0] ?? null;
  return listNote({ worksheet: grid.worksheet, line, field }, 'missing-column', {
    texts: [...heading.titles.values()],
  });
}

/** Of a worksheet that is not read: what stands on its first line. */
function columnsOf(grid: Grid): WorksheetReading['columns'] {
  return (grid.rows[0]?.cells ?? []).flatMap((cell, index) =>
    textOf(cell) === '' ? [] : [{ letter: letterOf(index), title: textOf(cell), field: null }],
  );
}
