import type { Committee } from '../committee/committee.ts';
import type { CommitteeRank } from '../committee/committee-ranks.ts';
import { rankReader } from '../committee/committee-ranks.ts';
import { committeeList } from '../lists/committee-list.ts';
import type { Capitals } from '../lists/line-people.ts';
import { type Complain, readCode, readDay, readText } from '../lists/list-cells.ts';
import { type ListProblem, type ListWarning, listNote } from '../lists/list-note.ts';
import type { WorksheetReading } from '../lists/list-reading.ts';
import { noList } from '../lists/no-list.ts';
import { type FoundList, type ReadLists, readLists } from '../lists/read-lists.ts';
import { columnsByWorksheet, complainer, type SeatLine, type SeatProblem, seatsOf } from '../lists/read-seats.ts';
import type { ListLine } from '../lists/read-worksheet.ts';
import { namedBeside, seatList } from '../lists/seat-list.ts';
import type { Worksheet } from '../lists/worksheet.ts';
import type { LocalText } from '../text/local-text.ts';
import { type ColumnsByWorksheet, cleanText } from './roster-line.ts';
import type { RosterField, RosterNote, RosterProblemCode, RosterWarningCode } from './roster-note.ts';

/** A committee as a line of the file names it. Undefined: the file has no such column, what is known stays. */
export interface CommitteeLine {
  readonly worksheet: string;
  readonly line: number;
  /** Among all lines of the file's lists of committees. */
  readonly index: number;
  readonly name: string;
  readonly code: string | null;
  /** Id of a rank. */
  readonly rank: string;
  readonly sector: string | null;
  /** Other committees by code, name or way from the top; null: none. */
  readonly superior: string | null | undefined;
  readonly director: string | null | undefined;
  readonly successor: string | null;
  readonly from: string | null;
  readonly to: string | null;
}

export type ProvinceProblem = RosterNote<RosterProblemCode> | ListProblem;
export type ProvinceWarning = RosterNote<RosterWarningCode> | ListWarning;

/** The lists of one kind that a file has, read as far as the file alone allows. */
export interface ProvinceList<Line> {
  readonly columns: ColumnsByWorksheet;
  readonly lines: readonly Line[];
}

export interface ProvinceFile {
  readonly committees: ProvinceList<CommitteeLine> | null;
  readonly seats: ProvinceList<SeatLine> | null;
  readonly worksheets: readonly WorksheetReading[];
  readonly problems: readonly ProvinceProblem[];
  readonly warnings: readonly ProvinceWarning[];
}

/** How a file is to be read. */
export interface ProvinceReading {
  readonly ranks: readonly CommitteeRank[];
  readonly capitals: Capitals;
  /** Whether what the file does not have ends: then nothing of it may be skipped. */
  readonly missing: 'keep' | 'end';
  /** What is known: a group line, a title or a worksheet may name a committee of these or of the file. */
  readonly committees: readonly Committee[];
}

/** Reads the lists of committees and of seats that a file has, and tells everything wrong that the file alone shows. */
export function readProvinceFile(worksheets: readonly Worksheet[], options: ProvinceReading): ProvinceFile {
  const standing = options.committees.filter(({ to }) => to === null).map(({ name }) => name);
  let names: readonly string[] = standing;
  const read = readLists(worksheets, [seatList, committeeList], (ofCommittees) => {
    names = namesOnce(standing, ofCommittees);
    return namedBeside(names);
  });
  const committees = committeesOf(read.lists, options.ranks);
  const lists = read.lists.filter(({ kind }) => kind === 'seats');
  const seats = seatsOf(lists, names, { capitals: options.capitals, own: null });
  const problems: ProvinceProblem[] = [...read.problems, ...committees.problems, ...seats.problems];
  if (read.lists.length === 0 && problems.length === 0) problems.push(...noList(worksheets, 'no-sheet'));
  if (options.missing === 'end') problems.push(...skipped(read));
  return {
    committees: committees.lines.length === 0 ? null : committees,
    seats: seats.lines.length === 0 ? null : seats,
    worksheets: read.worksheets,
    problems,
    warnings: [...read.warnings, ...seats.warnings],
  };
}

/** Names of the file that are known already stand once, known ones as often as there are committees of that name. */
function namesOnce(standing: readonly string[], ofCommittees: readonly FoundList<string>[]): string[] {
  const known = new Set(standing);
  const lines = ofCommittees.flatMap((list) => list.lines);
  const ofFile = new Set(lines.map(({ cells }) => cleanText(cells.get('committee')?.shown ?? null)));
  return [...standing, ...[...ofFile].filter((name) => name !== '' && !known.has(name))];
}

/** What would end although it is in the file, where people do not see it or we could not read it. */
function skipped({ lists, unread, hidden, warnings }: ReadLists<string>): ListProblem[] {
  if (lists.length === 0) return [];
  const worksheets = [...unread, ...hidden];
  const rows = warnings.filter(({ code }) => code === 'hidden-rows');
  const doubtful = lists.filter((list) => list.doubtful.length > 0);
  return [
    ...worksheets.map((worksheet) => listNote({ worksheet }, 'worksheet-skipped-with-end')),
    ...rows.map(({ worksheet, lines }) => listNote({ worksheet }, 'hidden-rows-with-end', { lines })),
    ...doubtful.map(({ worksheet, doubtful: lines }) => {
      const texts = lines.map(({ text }) => text).filter((text) => text !== '');
      const place = { lines: lines.map(({ row }) => row.line), texts: texts.slice(0, 3) };
      return listNote({ worksheet }, 'lines-skipped-with-end', place);
    }),
  ];
}

function committeesOf(all: readonly FoundList<string>[], ranks: readonly CommitteeRank[]) {
  const lists = all.filter(({ kind }) => kind === 'committees');
  const columns = columnsByWorksheet(lists);
  const problems: SeatProblem[] = [];
  const readRank = rankReader(ranks);
  const current = labelsOfCurrent(ranks);
  const read = lists.flatMap((list) =>
    list.lines.flatMap((line) => {
      const complain = complainer(line, columns, problems);
      return (
        readCommitteeLine(
          line,
          list.heading.columns.has('superior'),
          list.heading.columns.has('director'),
          { read: readRank, current },
          complain,
        ) ?? []
      );
    }),
  );
  return { columns, problems, lines: read.map((line, index) => ({ ...line, index: index + 2 })) };
}

/** How a file may name the ranks of committees. */
interface RankWords {
  /** The rank's id. */
  readonly read: (text: string) => string | undefined;
  /** Those that have not ended. */
  readonly current: LocalText;
}

function labelsOfCurrent(ranks: readonly CommitteeRank[]): LocalText {
  const labels = ranks.filter(({ to }) => to === null).map(({ label }) => label);
  return { vi: labels.map(({ vi }) => vi).join(', '), en: labels.map(({ en }) => en).join(', ') };
}

function readCommitteeLine(
  { worksheet, line, cells }: ListLine,
  hasSuperior: boolean,
  hasDirector: boolean,
  ranks: RankWords,
  complainTo: Complain,
): Omit<CommitteeLine, 'index'> | undefined {
  let isSound = true;
  const complain: Complain = (...what) => {
    isSound = false;
    return complainTo(...what);
  };
  const cell = (field: RosterField) => cells.get(field) ?? null;
  const textOrNull = (field: RosterField) =>
    cleanText(cell(field)?.shown ?? null) === '' ? null : (readText(cell(field), field, complain) ?? null);
  const name = readText(cell('committee'), 'committee', complain);
  const rankText = readText(cell('rank'), 'rank', complain);
  const rank = rankText === undefined ? undefined : ranks.read(rankText);
  if (rankText !== undefined && rank === undefined) complain('rank', 'unknown-rank', rankText, ranks.current);
  const from = readDay(cell('from'), 'from', complain);
  const to = readDay(cell('to'), 'to', complain);
  if (from !== null && to !== null && to < from) complain('to', 'ends-before-it-begins', from);
  const rest = {
    worksheet,
    line,
    code: readCode(cell('code'), complain),
    from,
    to,
    sector: textOrNull('sector'),
    successor: textOrNull('successor'),
    superior: hasSuperior ? textOrNull('superior') : undefined,
    director: hasDirector ? textOrNull('director') : undefined,
  };
  return isSound && name !== undefined && rank !== undefined ? { ...rest, name, rank } : undefined;
}
