import type { Person, PersonId } from './person.ts';
import { isPersonName } from './person.ts';
import { findHeader, type RosterCell, type RosterColumns, type RosterRow } from './roster-columns.ts';
import { cleanText, isEmptyRow, placeOf, readCode, readText } from './roster-line.ts';
import { fieldLabels, type RosterField, type RosterNote, type RosterProblemCode, rosterNote } from './roster-note.ts';
import { textKey } from './text-key.ts';

/** Somebody on a list of those summoned, as one line of a spreadsheet names them. */
export interface ListedParticipant {
  readonly line: number;
  readonly name: string;
  readonly position: string;
  /** Whom the personal code on the line belongs to; a name alone recognises nobody. */
  readonly personId: PersonId | null;
  /** Somebody of this code, or of this name and position, is on the roll. */
  readonly onRoll: boolean;
  /** An earlier line that says the same. */
  readonly sameAsLine: number | null;
}

/** What is known before the list is read. */
export interface KnownParticipants {
  readonly people: readonly Person[];
  readonly roll: readonly { readonly personId: string | null; readonly name: string; readonly position: string }[];
}

export type ReadParticipants =
  | { readonly ok: true; readonly participants: readonly ListedParticipant[]; readonly columns: RosterColumns }
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
  const recognise = recogniser(known);
  const participants = filled.slice(header === undefined ? 0 : header.at + 1).flatMap((row) => {
    const read = readLine(row, columns);
    problems.push(...read.problems);
    return read.problems.length > 0 ? [] : [recognise(read, problems, columns)];
  });
  if (problems.length === 0 && participants.length === 0) {
    problems.push(rosterNote(placeOf(filled[0]?.line ?? 1, columns, 'fullName'), 'no-people'));
  }
  return problems.length === 0 ? { ok: true, participants, columns } : { ok: false, problems };
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

interface Line {
  readonly line: number;
  readonly name: string;
  readonly position: string;
  readonly code: string | null;
  readonly problems: readonly RosterNote<RosterProblemCode>[];
}

function readLine(row: RosterRow, columns: RosterColumns): Line {
  const problems: RosterNote<RosterProblemCode>[] = [];
  const complain = (field: RosterField, code: RosterProblemCode, detail?: string): undefined => {
    problems.push(rosterNote(placeOf(row.line, columns, field), code, detail));
  };
  const cellOf = (field: RosterField): RosterCell => row.cells[columns.get(field)?.index ?? -1] ?? null;
  const name = readText(cellOf('fullName'), 'fullName', complain);
  if (name !== undefined && !isPersonName(name)) complain('fullName', 'bad-name', name);
  const position = readText(cellOf('position'), 'position', complain);
  const code = readCode(cellOf('code'), complain);
  return { line: row.line, name: name ?? '', position: position ?? '', code, problems };
}

/** Ties lines to people by their codes, and finds who is on the roll or on an earlier line already. */
function recogniser({ people, roll }: KnownParticipants) {
  const byCode = new Map(people.flatMap((one) => (one.code === null ? [] : [[textKey(one.code), one] as const])));
  const personsOnRoll = new Set(roll.map(({ personId }) => personId));
  const namesOnRoll = new Set(roll.map(keyOf));
  const lines = new Map<string, number>();
  return (line: Line, problems: RosterNote<RosterProblemCode>[], columns: RosterColumns): ListedParticipant => {
    const person = line.code === null ? undefined : byCode.get(textKey(line.code));
    if (person !== undefined && textKey(person.fullName) !== textKey(line.name)) {
      problems.push(rosterNote(placeOf(line.line, columns, 'code'), 'code-of-another-name', person.fullName));
    }
    const key = person?.id ?? keyOf(line);
    const sameAsLine = lines.get(key) ?? null;
    if (sameAsLine === null) lines.set(key, line.line);
    const onRoll = (person !== undefined && personsOnRoll.has(person.id)) || namesOnRoll.has(keyOf(line));
    const { name, position } = line;
    return { line: line.line, name, position, personId: person?.id ?? null, onRoll, sameAsLine };
  };
}

function keyOf({ name, position }: { readonly name: string; readonly position: string }): string {
  return `${textKey(name)}|${textKey(position)}`;
}
