import { type ColumnsByWorksheet, placeIn, type RosterLine } from '../roster/roster-line.ts';
import { type RosterField, type RosterNote, type RosterProblemCode, rosterNote } from '../roster/roster-note.ts';
import { type Capitals, NameReader } from './line-people.ts';
import { type Complain, orderIn, readBirthYear, readCode, readDay, readOrder, readText } from './list-cells.ts';
import { type ListProblem, type ListProblemCode, type ListWarning, listNote, listProblemCodes } from './list-note.ts';
import type { WorksheetReading } from './list-reading.ts';
import { noList } from './no-list.ts';
import { type FoundList, type ReadLists, readLists } from './read-lists.ts';
import type { ListLine } from './read-worksheet.ts';
import { namedBeside, placeLines, seatList } from './seat-list.ts';
import type { Worksheet } from './worksheet.ts';

/** A seat whose committee is still a code, a name or a way from the top. */
export interface SeatLine extends Omit<RosterLine, 'committeeId'> {
  readonly committee: string;
}

export type SeatProblem = ListProblem | RosterNote<RosterProblemCode>;

export interface SeatOptions {
  readonly capitals: Capitals;
  /** The name of the committee whose list it is, where the page knows. */
  readonly own: string | null;
}

export interface ReadSeats {
  readonly lines: readonly SeatLine[];
  readonly columns: ColumnsByWorksheet;
  readonly problems: readonly SeatProblem[];
  readonly warnings: readonly ListWarning[];
}

export interface ReadSeatLists extends ReadSeats {
  readonly worksheets: readonly WorksheetReading[];
}

/**
 * Reads the lists of seats of a file.
 *
 * @param committees names that a title, a group line or a worksheet may mean
 */
export function readSeatLists(
  worksheets: readonly Worksheet[],
  committees: readonly string[],
  options: SeatOptions,
): ReadSeatLists {
  const read = readLists(worksheets, [seatList], () => namedBeside(committees));
  const seats = seatsOf(read.lists, committees, options);
  const problems: SeatProblem[] = [...read.problems, ...seats.problems];
  if (read.lists.length === 0 && problems.length === 0) problems.push(...noList(worksheets, 'no-header'));
  if (problems.length === 0 && seats.lines.length === 0) problems.push(nobody(read));
  return { ...seats, problems, warnings: [...read.warnings, ...seats.warnings], worksheets: read.worksheets };
}

/** Where the fields of lists stand, and what the file calls them. */
export function columnsByWorksheet(lists: readonly FoundList<string>[]): ColumnsByWorksheet {
  return new Map(lists.map(({ worksheet, heading }) => [worksheet, heading.columns]));
}

/** The seats of lists that were found, each with the committee that it is for. */
export function seatsOf(
  lists: readonly FoundList<string>[],
  committees: readonly string[],
  { capitals, own }: SeatOptions,
): ReadSeats {
  const columns = columnsByWorksheet(lists);
  const names = new NameReader(
    capitals,
    lists.flatMap((list) => list.lines),
  );
  const problems: SeatProblem[] = [];
  const warnings: ListWarning[] = [];
  const [first, second] = lists;
  // One page is one committee's: lists on several worksheets are usually those of several.
  if (own !== null && first !== undefined && second !== undefined) {
    const texts = lists.map(({ worksheet }) => worksheet);
    problems.push(
      listNote({ worksheet: second.worksheet, line: second.headingLine }, 'several-worksheets', { text: own, texts }),
    );
  }
  const lines = lists.flatMap((list) => {
    const placed = placeLines(list, committees, own);
    problems.push(...placed.problems);
    warnings.push(...placed.warnings);
    const hasOrder = list.heading.columns.has('order');
    const read = placed.lines.flatMap(({ line, committee }): SeatLine[] => {
      const { seat, wrong } = readLine(line, committee, names, columns);
      problems.push(...wrong);
      return seat === undefined ? [] : [seat];
    });
    if (hasOrder) return read;
    const counted = ordersByCount(read, list);
    if (counted.begunAgain.length > 0) {
      warnings.push(
        listNote({ worksheet: list.worksheet, field: 'order' }, 'numbers-begin-again', { lines: counted.begunAgain }),
      );
    }
    return counted.lines;
  });
  return { lines, columns, problems, warnings: [...warnings, ...names.warnings()] };
}

function nobody({ lists }: ReadLists<string>): RosterNote<RosterProblemCode> {
  const [list] = lists;
  const column = list?.heading.columns.get('fullName')?.title ?? null;
  const line = list?.headingLine ?? 1;
  return rosterNote({ worksheet: list?.worksheet ?? '', line, column, field: 'fullName' }, 'no-people');
}

const ofLists: ReadonlySet<string> = new Set(listProblemCodes);

/** Writes down what is wrong with a line, under the titles of its worksheet. */
export function complainer(
  at: { readonly worksheet: string; readonly line: number },
  columns: ColumnsByWorksheet,
  problems: SeatProblem[],
): Complain {
  return (field, code, detail = '', choices = null) => {
    const place = placeIn(at, columns, field as RosterField);
    problems.push(
      ofLists.has(code)
        ? listNote(place, code as ListProblemCode, { text: detail })
        : rosterNote(place, code as RosterProblemCode, detail, null, choices),
    );
    return undefined;
  };
}

function readLine(
  line: ListLine,
  beside: string | null,
  names: NameReader,
  columns: ColumnsByWorksheet,
): { seat: SeatLine | undefined; wrong: SeatProblem[] } {
  const wrong: SeatProblem[] = [];
  const complain = complainer(line, columns, wrong);
  const cell = (field: RosterField) => line.cells.get(field) ?? null;
  const own = cell('committee');
  const committee = beside !== null && own === null ? beside : readText(own, 'committee', complain);
  const person = names.read(line, complain);
  const position = readText(cell('position'), 'position', complain);
  const order = readOrder(cell('order'), complain);
  const from = readDay(cell('from'), 'from', complain);
  const to = readDay(cell('to'), 'to', complain);
  const code = readCode(cell('code'), complain);
  const birthYear = readBirthYear(cell('birthYear'), complain) ?? person?.birthYear ?? null;
  if (from !== null && to !== null && to < from) complain('to', 'ends-before-it-begins', from);
  if (wrong.length > 0 || committee === undefined || person === undefined || position === undefined) {
    return { seat: undefined, wrong };
  }
  const { worksheet, line: at } = line;
  return {
    seat: { worksheet, line: at, committee, name: person.name, position, order, from, to, code, birthYear },
    wrong,
  };
}

/** Running numbers are the order of precedence as long as they grow; where they begin again, the lines' order is. */
function ordersByCount(
  seats: readonly SeatLine[],
  { lines }: FoundList<string>,
): { lines: SeatLine[]; begunAgain: number[] } {
  const counts = new Map(
    lines.map(({ line, cells }) => [line, orderIn(cells.get('number')?.shown.trim() ?? '') ?? null]),
  );
  const highest = new Map<string, number>();
  const spoilt = new Map<string, number>();
  for (const { committee, line } of seats) {
    const count = counts.get(line) ?? null;
    if (count === null) continue;
    if (count <= (highest.get(committee) ?? 0) && !spoilt.has(committee)) spoilt.set(committee, line);
    highest.set(committee, count);
  }
  return {
    lines: seats.map((seat) => (spoilt.has(seat.committee) ? seat : { ...seat, order: counts.get(seat.line) ?? null })),
    begunAgain: [...spoilt.values()],
  };
}
