import { bornLaterProblems } from '../roster/born-later.ts';
import {
  type KnownParticipants,
  type ListedParticipant,
  type ParticipantLine,
  recogniseParticipants,
} from '../roster/recognise-participants.ts';
import type { ColumnsByWorksheet } from '../roster/roster-line.ts';
import { type RosterNote, type RosterProblemCode, type RosterWarningCode, rosterNote } from '../roster/roster-note.ts';
import { columnsByPlace } from './columns-by-place.ts';
import { gridOf } from './grid.ts';
import { saysAlternate } from './group-levels.ts';
import { type Capitals, NameReader } from './line-people.ts';
import { readBirthYear, readCode, readText } from './list-cells.ts';
import { type ListProblem, type ListWarning, listNote } from './list-note.ts';
import type { WorksheetReading } from './list-reading.ts';
import { noList } from './no-list.ts';
import { participantList } from './participant-list.ts';
import { type FoundList, type ReadLists, readLists } from './read-lists.ts';
import { columnsByWorksheet, complainer } from './read-seats.ts';
import { readWorksheet } from './read-worksheet.ts';
import type { Worksheet } from './worksheet.ts';

export type ReadParticipants =
  | {
      readonly ok: true;
      readonly participants: readonly ListedParticipant[];
      readonly worksheets: readonly WorksheetReading[];
      readonly warnings: readonly (RosterNote<RosterWarningCode> | ListWarning)[];
    }
  | { readonly ok: false; readonly problems: readonly (RosterNote<RosterProblemCode> | ListProblem)[] };

export interface ReadParticipantLines {
  readonly lines: readonly ParticipantLine[];
  readonly columns: ColumnsByWorksheet;
  readonly worksheets: readonly WorksheetReading[];
  readonly problems: readonly (RosterNote<RosterProblemCode> | ListProblem)[];
  readonly warnings: readonly ListWarning[];
}

/** Reads the lines of a list of those summoned. What is pasted from a spreadsheet often has no heading. */
export function readParticipantLines(worksheets: readonly Worksheet[], capitals: Capitals): ReadParticipantLines {
  const read = readWithoutHeading(worksheets, readLists(worksheets, [participantList]));
  const columns = columnsByWorksheet(read.lists);
  const names = new NameReader(
    capitals,
    read.lists.flatMap((list) => list.lines),
  );
  const problems: (RosterNote<RosterProblemCode> | ListProblem)[] = [...read.problems];
  const lines = read.lists.flatMap(({ lines: found }) =>
    found.flatMap((line): ParticipantLine[] => {
      const before = problems.length;
      const complain = complainer(line, columns, problems);
      const person = names.read(line, complain);
      const position = readText(line.cells.get('position') ?? null, 'position', complain);
      const code = readCode(line.cells.get('code') ?? null, complain);
      const birthYear = readBirthYear(line.cells.get('birthYear') ?? null, complain) ?? person?.birthYear ?? null;
      if (problems.length > before || person === undefined || position === undefined) return [];
      return [{ worksheet: line.worksheet, line: line.line, name: person.name, position, code, birthYear }];
    }),
  );
  if (read.lists.length === 0 && problems.length === 0) problems.push(...noList(worksheets, 'no-participants'));
  const [first] = read.lists;
  if (first !== undefined && problems.length === 0 && lines.length === 0) problems.push(nobody(first));
  const warnings = [...read.warnings, ...read.lists.flatMap(alternates), ...names.warnings()];
  return { lines, columns, problems, worksheets: read.worksheets, warnings };
}

/** Whoever takes the place of a delegate votes only where they were called. */
function alternates({ worksheet, titles, lines }: FoundList<string>): ListWarning[] {
  const isList = titles.some(saysAlternate);
  const found = lines.filter(({ isAlternate }) => isList || isAlternate).map(({ line }) => line);
  return found.length === 0 ? [] : [listNote({ worksheet }, 'alternates', { lines: found })];
}

/**
 * Understands the lines that were read, all or nothing.
 * @param today ISO day
 */
export function readParticipants(
  read: ReadParticipantLines,
  known: KnownParticipants,
  today: string,
): ReadParticipants {
  const { participants, problems, warnings } = recogniseParticipants(read.lines, known, read.columns);
  const later = bornLaterProblems(read.lines, read.columns, today);
  const wrong = [...read.problems, ...later, ...problems];
  if (wrong.length > 0) return { ok: false, problems: wrong };
  return { ok: true, participants, worksheets: read.worksheets, warnings: [...read.warnings, ...warnings] };
}

/** Where nothing looks like a heading, not even in part, the only worksheet is read by what its columns hold. */
function readWithoutHeading(
  worksheets: readonly Worksheet[],
  read: ReadLists<'participants'>,
): ReadLists<'participants'> {
  const [shown, second] = worksheets
    .filter(({ isHidden }) => !isHidden)
    .map(gridOf)
    .filter(({ rows }) => rows.length > 0);
  if (read.lists.length > 0 || read.problems.length > 0 || shown === undefined || second !== undefined) return read;
  const found = columnsByPlace(shown, participantList.shape);
  if (!found.ok) return { ...read, problems: [found.problem] };
  const list = { kind: 'participants' as const, ...readWorksheet(shown, found.heading, participantList) };
  const warnings = read.warnings.filter(({ code }) => code !== 'worksheet-without-list');
  return {
    lists: [list],
    problems: list.problems,
    unread: [],
    hidden: read.hidden,
    worksheets: read.worksheets.map((one) =>
      one.name === shown.worksheet && one.use === 'no-list' ? list.reading : one,
    ),
    warnings: [...warnings, ...found.warnings, ...list.warnings],
  };
}

function nobody({ worksheet, heading, headingLine: line }: FoundList<string>): RosterNote<RosterProblemCode> {
  const column = heading.columns.get('fullName')?.title ?? null;
  return rosterNote({ worksheet, line, column, field: 'fullName' }, 'no-people');
}
