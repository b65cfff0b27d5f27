import type { CommitteeLevel } from './committee.ts';
import { levelReader } from './committee-levels.ts';
import {
  type ColumnTitles,
  findHeader,
  type RosterCell,
  type RosterColumns,
  type RosterRow,
} from './roster-columns.ts';
import {
  cleanText,
  complainer,
  isEmptyRow,
  type RosterLine,
  readCode,
  readDay,
  readNamedLine,
  readText,
} from './roster-line.ts';
import {
  type RosterField,
  type RosterNote,
  type RosterProblemCode,
  type RosterWarningCode,
  rosterNote,
} from './roster-note.ts';

/** A sheet of a workbook; a CSV file is one without a name. */
export interface Sheet {
  readonly name: string;
  readonly rows: readonly RosterRow[];
}

/** A committee as a line of the file names it. Undefined: the file has no such column, what is known stays. */
export interface CommitteeLine {
  readonly line: number;
  readonly name: string;
  readonly code: string | null;
  /** Id of a level. */
  readonly level: string;
  readonly sector: string | null;
  /** Other committees by code, name or way from the top; null: none. */
  readonly superior: string | null | undefined;
  readonly director: string | null | undefined;
  readonly successor: string | null;
  readonly from: string | null;
  readonly to: string | null;
}

/** A seat whose committee is still a code, a name or a way from the top. */
export interface SeatLine extends Omit<RosterLine, 'committeeId'> {
  readonly committee: string;
}

export type ProvinceProblem = RosterNote<RosterProblemCode> & { readonly sheet: string };
export type ProvinceWarning = RosterNote<RosterWarningCode> & { readonly sheet: string };

/** One list of a file, read as far as the file alone allows. */
export interface ReadList<Line> {
  readonly sheet: string;
  readonly columns: [RosterField, { index: number; title: string }][];
  readonly lines: readonly Line[];
}

export interface ProvinceFile {
  readonly committees: ReadList<CommitteeLine> | null;
  readonly seats: ReadList<SeatLine> | null;
  readonly problems: readonly ProvinceProblem[];
  readonly warnings: readonly ProvinceWarning[];
}

/** What the columns of the list of committees are called, in Vietnamese without diacritics and in English. */
const titlesOfCommittees: ColumnTitles = {
  committee: [
    ['ten cap uy', 'cap uy', 'committee', 'committee name', 'name'],
    ['ten to chuc dang', 'to chuc dang', 'ten'],
  ],
  code: [['ma cap uy', 'ma', 'ma so', 'ma to chuc dang', 'code', 'committee code']],
  level: [['cap', 'level']],
  sector: [['nganh', 'khoi', 'linh vuc', 'sector']],
  superior: [['cap uy cap tren', 'cap uy cap tren truc tiep', 'truc thuoc', 'superior']],
  director: [['cap uy nganh cap tren', 'cap uy chi dao', 'directed by', 'director']],
  successor: [['sap nhap vao', 'nhap vao', 'merged into', 'successor']],
  from: [['tu ngay', 'from', 'from date', 'ngay thanh lap']],
  to: [['den ngay', 'to', 'to date', 'ngay ket thuc']],
};

/** Reads the lists of committees and of seats that a file has, and tells everything wrong that the file alone shows. */
export function readProvinceFile(sheets: readonly Sheet[], levels: readonly CommitteeLevel[]): ProvinceFile {
  const problems: ProvinceProblem[] = [];
  const warnings: ProvinceWarning[] = [];
  let committees: ReadList<CommitteeLine> | null = null;
  let seats: ReadList<SeatLine> | null = null;
  for (const { name: sheet, rows } of sheets) {
    const filled = rows.filter((row) => !isEmptyRow(row));
    const ofSeats = findHeader(filled);
    const header = ofSeats ?? findHeader(filled, ['committee', 'level'], titlesOfCommittees);
    if (header === undefined) continue;
    const body = filled.slice(header.at + 1);
    const found = { sheet, columns: [...header.columns] };
    const bad: RosterNote<RosterProblemCode>[] = [...header.problems];
    if (ofSeats === undefined && committees === null) {
      const read = levelReader(levels);
      const lines = body.flatMap((row) => readCommitteeLine(row, header.columns, read, bad) ?? []);
      committees = { ...found, lines };
    } else if (ofSeats !== undefined && seats === null) {
      seats = { ...found, lines: body.flatMap((row) => readSeatLine(row, header.columns, bad) ?? []) };
    }
    problems.push(...bad.map((note) => ({ ...note, sheet })));
    warnings.push(...header.warnings.map((note) => ({ ...note, sheet })));
  }
  if (committees === null && seats === null) {
    problems.push({ ...rosterNote({ line: 1, column: '', field: null }, 'no-sheet'), sheet: sheets[0]?.name ?? '' });
  }
  return { committees, seats, problems, warnings };
}

function readSeatLine(
  row: RosterRow,
  columns: RosterColumns,
  problems: RosterNote<RosterProblemCode>[],
): SeatLine | undefined {
  const read = readNamedLine(row, columns);
  problems.push(...read.problems);
  const { committee, rest } = read;
  return committee === undefined || rest === undefined ? undefined : { ...rest, committee };
}

function readCommitteeLine(
  row: RosterRow,
  columns: RosterColumns,
  readLevel: (text: string) => string | undefined,
  problems: RosterNote<RosterProblemCode>[],
): CommitteeLine | undefined {
  const before = problems.length;
  const complain = complainer(row, columns, problems);
  const cellOf = (field: RosterField): RosterCell => row.cells[columns.get(field)?.index ?? -1] ?? null;
  const textOrNull = (field: RosterField) =>
    cleanText(cellOf(field)) === '' ? null : (readText(cellOf(field), field, complain) ?? null);
  const reference = (field: RosterField) => (columns.has(field) ? textOrNull(field) : undefined);

  const name = readText(cellOf('committee'), 'committee', complain);
  const levelText = readText(cellOf('level'), 'level', complain);
  const level = levelText === undefined ? undefined : readLevel(levelText);
  if (levelText !== undefined && level === undefined) complain('level', 'unknown-level', levelText);
  const from = readDay(cellOf('from'), 'from', complain);
  const to = readDay(cellOf('to'), 'to', complain);
  if (from && to && to < from) complain('to', 'ends-before-it-begins', from);
  const line = {
    ...{ line: row.line, code: readCode(cellOf('code'), complain), from, to },
    ...{ sector: textOrNull('sector'), successor: textOrNull('successor') },
    ...{ superior: reference('superior'), director: reference('director') },
  };
  if (problems.length > before || name === undefined || level === undefined) return undefined;
  return { ...line, name, level };
}
