import type { Committee } from './committee.ts';
import { committeeFinder } from './committee-names.ts';
import { findLegacyText } from './legacy-text.ts';
import { findHeader, type RosterColumns, type RosterRow } from './roster-columns.ts';
import { isEmptyRow, type RosterLine, readLine } from './roster-line.ts';
import {
  fieldLabels,
  type RosterNote,
  type RosterProblemCode,
  type RosterWarningCode,
  rosterNote,
} from './roster-note.ts';
import { type KnownPeople, matchPeople, type RosterPerson, type RosterSeat } from './roster-people.ts';

export type RosterProblem = RosterNote<RosterProblemCode>;
export type RosterWarning = RosterNote<RosterWarningCode>;

/** What the store knows before the import. */
export type KnownRoster = KnownPeople & { committees: readonly Committee[] };

export type ReadRoster =
  | { ok: true; people: RosterPerson[]; seats: RosterSeat[]; columns: RosterColumns; warnings: RosterWarning[] }
  | { ok: false; problems: RosterProblem[] };

/**
 * Reads a roster all or nothing: the people and seats to store, or every bad line. Seats that are known but not in the
 * file stay as they are. Reading the same file again finds the same people and seats.
 */
export function readRoster(rows: readonly RosterRow[], known: KnownRoster): ReadRoster {
  const filled = rows.filter((row) => !isEmptyRow(row));
  const header = findHeader(filled);
  if (header === undefined) return { ok: false, problems: problemsWithoutHeader(filled) };

  const problems = [...header.problems];
  const lines: RosterLine[] = [];
  const find = committeeFinder(known.committees);
  for (const row of filled.slice(header.at + 1)) {
    const read = readLine(row, header.columns, find);
    if (read.ok) lines.push(read.line);
    else problems.push(...read.problems);
  }
  const matched = matchPeople(lines, known, header.columns);
  problems.push(...matched.problems);
  if (problems.length === 0 && lines.length === 0) problems.push(nobody(filled[header.at]?.line ?? 1, header.columns));
  if (problems.length > 0) return { ok: false, problems: problems.sort(byLine) };
  const warnings = [...header.warnings, ...matched.warnings].sort(byLine);
  return { ok: true, people: matched.people, seats: matched.seats, columns: header.columns, warnings };
}

function byLine(a: { line: number }, b: { line: number }): number {
  return a.line - b.line;
}

function nobody(line: number, columns: RosterColumns): RosterProblem {
  const column = columns.get('fullName')?.title ?? fieldLabels.fullName.vi;
  return rosterNote({ line, column, field: 'fullName' }, 'no-people');
}

/** Titles in an old code are no titles to us: then the code is what has to be told. */
function problemsWithoutHeader(rows: readonly RosterRow[]): RosterProblem[] {
  const spoilt = rows.flatMap((row) =>
    row.cells.flatMap((cell, index) => {
      const legacy = typeof cell === 'string' ? findLegacyText(cell) : undefined;
      const place = { line: row.line, column: String(index + 1), field: null };
      return legacy === undefined ? [] : [rosterNote(place, `legacy-${legacy}`, String(cell))];
    }),
  );
  if (spoilt.length > 0) return spoilt;
  return [rosterNote({ line: rows[0]?.line ?? 1, column: '', field: null }, 'no-header')];
}
