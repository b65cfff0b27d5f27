import { isPersonName } from './person.ts';
import {
  type KnownParticipants,
  type ListedParticipant,
  type ParticipantLine,
  recogniseParticipants,
} from './roster/recognise-participants.ts';
import { findHeader, type RosterCell, type RosterColumns, type RosterRow } from './roster-columns.ts';
import { cleanText, isEmptyRow, placeOf, readCode, readText, readYear } from './roster-line.ts';
import {
  fieldLabels,
  type RosterField,
  type RosterNote,
  type RosterProblemCode,
  type RosterWarningCode,
  rosterNote,
} from './roster-note.ts';

export type ReadParticipants =
  | {
      readonly ok: true;
      readonly participants: readonly ListedParticipant[];
      readonly columns: RosterColumns;
      readonly warnings: readonly RosterNote<RosterWarningCode>[];
    }
  | { readonly ok: false; readonly problems: readonly RosterNote<RosterProblemCode>[] };

/**
 * Reads a list of those summoned beside the seat holders, all or nothing. What is pasted from a spreadsheet often has
 * no header: then the first column with words is the name, the next one the position.
 */
export function readParticipants(rows: readonly RosterRow[], known: KnownParticipants): ReadParticipants {
  const filled = rows.filter((row) => !isEmptyRow(row));
  const header = findHeader(filled, ['fullName', 'position']);
  const columns = header?.columns ?? columnsByPlace(filled[0]);
  const problems: RosterNote<RosterProblemCode>[] = [...(header?.problems ?? [])];
  const lines = filled.slice(header === undefined ? 0 : header.at + 1).flatMap((row) => {
    const read = readLine(row, columns);
    problems.push(...read.problems);
    return read.problems.length > 0 ? [] : [read.line];
  });
  const { participants, warnings, ...recognised } = recogniseParticipants(lines, known, columns);
  problems.push(...recognised.problems);
  if (problems.length === 0 && participants.length === 0) {
    problems.push(rosterNote(placeOf(filled[0]?.line ?? 1, columns, 'fullName'), 'no-people'));
  }
  return problems.length === 0 ? { ok: true, participants, columns, warnings } : { ok: false, problems };
}

/** A running number may stand first. */
function columnsByPlace(row: RosterRow | undefined): RosterColumns {
  const first = row?.cells.findIndex((cell) => /\p{L}/u.test(cleanText(cell))) ?? 0;
  const at = Math.max(0, first);
  return new Map([
    ['fullName', { index: at, title: fieldLabels.fullName.vi }],
    ['position', { index: at + 1, title: fieldLabels.position.vi }],
  ]);
}

interface ReadLine {
  readonly line: ParticipantLine;
  readonly problems: readonly RosterNote<RosterProblemCode>[];
}

function readLine(row: RosterRow, columns: RosterColumns): ReadLine {
  const problems: RosterNote<RosterProblemCode>[] = [];
  const complain = (field: RosterField, code: RosterProblemCode, detail?: string): undefined => {
    problems.push(rosterNote(placeOf(row.line, columns, field), code, detail));
  };
  const cellOf = (field: RosterField): RosterCell => row.cells[columns.get(field)?.index ?? -1] ?? null;
  const name = readText(cellOf('fullName'), 'fullName', complain);
  if (name !== undefined && !isPersonName(name)) complain('fullName', 'bad-name', name);
  const position = readText(cellOf('position'), 'position', complain);
  const code = readCode(cellOf('code'), complain);
  const birthYear = readYear(cellOf('birthYear'), complain);
  return { line: { line: row.line, name: name ?? '', position: position ?? '', code, birthYear }, problems };
}
