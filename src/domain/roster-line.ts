import type { CommitteeId } from './committee.ts';
import type { CommitteeFinder, NamedCommittee } from './committee-names.ts';
import { findLegacyText } from './legacy-text.ts';
import { isPersonName } from './person.ts';
import { readBirthYear } from './roster/birth-year.ts';
import type { RosterCell, RosterColumns, RosterRow } from './roster-columns.ts';
import { readRosterDate } from './roster-date.ts';
import { fieldLabels, type RosterField, type RosterNote, type RosterProblemCode, rosterNote } from './roster-note.ts';
import { textKey } from './text-key.ts';
import { hasLongMarkRun, withoutUnseen } from './unseen-characters.ts';

/** A line of the roster, understood. */
export type RosterLine = {
  line: number;
  committeeId: CommitteeId;
  fullName: string;
  position: string;
  /** null: none given. */
  order: number | null;
  from: string | null;
  to: string | null;
  code: string | null;
  birthYear: number | null;
};

export type ReadLine = { ok: true; line: RosterLine } | { ok: false; problems: RosterNote<RosterProblemCode>[] };

const longest = 250;
const codeShape = /^[\p{L}\p{N}][\p{L}\p{N}./_ -]{0,39}$/u;
const untilNow = new Set(['-', '–', 'nay', 'đến nay', 'hiện nay', 'now', 'present']);
// biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what is looked for
const control = /[\u0000-\u001f\u007f-\u009f]/;

/** True if nothing stands on the line. */
export function isEmptyRow(row: RosterRow): boolean {
  return row.cells.every((cell) => cleanText(cell) === '');
}

/** Reads one line; tells everything that is wrong with it, not only the first thing. */
export function readLine(row: RosterRow, columns: RosterColumns, findCommittees: CommitteeFinder): ReadLine {
  const { committee: name, rest, problems } = readNamedLine(row, columns);
  const complain = complainer(row, columns, problems);
  const committee = name === undefined ? undefined : readCommittee(name, findCommittees, complain);
  if (problems.length > 0 || !committee || !rest) return { ok: false, problems };
  return { ok: true, line: { ...rest, committeeId: committee.id } };
}

/** Reads one line without looking its committee up; `rest` is missing when something in it is. */
export function readNamedLine(
  row: RosterRow,
  columns: RosterColumns,
): {
  committee: string | undefined;
  rest: Omit<RosterLine, 'committeeId'> | undefined;
  problems: RosterNote<RosterProblemCode>[];
} {
  const problems: RosterNote<RosterProblemCode>[] = [];
  const complain = complainer(row, columns, problems);
  const cellOf = (field: RosterField): RosterCell => row.cells[columns.get(field)?.index ?? -1] ?? null;
  const text = (field: 'committee' | 'fullName' | 'position') => readText(cellOf(field), field, complain);

  const committee = text('committee');
  const fullName = text('fullName');
  const position = text('position');
  if (fullName !== undefined && !isPersonName(fullName)) complain('fullName', 'bad-name', fullName);
  const order = readOrder(cellOf('order'), complain);
  const from = readDay(cellOf('from'), 'from', complain);
  const to = readDay(cellOf('to'), 'to', complain);
  const code = readCode(cellOf('code'), complain);
  const birthYear = readYear(cellOf('birthYear'), complain);
  if (from && to && to < from) complain('to', 'ends-before-it-begins', from);
  const rest =
    fullName && position ? { line: row.line, fullName, position, order, from, to, code, birthYear } : undefined;
  return { committee, rest, problems };
}

/** Writes down what is wrong with a line. */
export function complainer(
  row: RosterRow,
  columns: RosterColumns,
  problems: RosterNote<RosterProblemCode>[],
): Complain {
  return (field, code, detail) => {
    problems.push(rosterNote(placeOf(row.line, columns, field), code, detail));
    return undefined;
  };
}

/** Where in the file a field of a line stands; a column that the file lacks is called by our own name. */
export function placeOf(
  line: number,
  columns: RosterColumns,
  field: RosterField,
): { line: number; column: string; field: RosterField } {
  return { line, column: columns.get(field)?.title ?? fieldLabels[field].vi, field };
}

export type Complain = (field: RosterField, code: RosterProblemCode, detail?: string) => undefined;

/** Composed, without what cannot be seen, single spaces. */
export function cleanText(cell: RosterCell): string {
  if (cell === null) return '';
  const text = cell instanceof Date ? 'date' : String(cell);
  // Such a run is no text; whoever reads it says so, and nobody waits for it to be composed.
  const composed = hasLongMarkRun(text) ? text : text.normalize('NFC');
  return withoutUnseen(composed).replace(/\s+/gu, ' ').trim();
}

export function readText(cell: RosterCell, field: RosterField, complain: Complain): string | undefined {
  if (cell instanceof Date || typeof cell === 'boolean') return complain(field, 'bad-text');
  const text = cleanText(cell);
  if (text === '') return complain(field, 'missing-value');
  // The old codes use the soft hyphen as a letter: looked for before it is taken away.
  const legacy = findLegacyText(String(cell));
  if (legacy !== undefined) return complain(field, `legacy-${legacy}`, text);
  if (text.length > longest || control.test(text)) return complain(field, 'bad-text');
  return text;
}

function readCommittee(text: string, find: CommitteeFinder, complain: Complain): NamedCommittee | undefined {
  const found = find(text);
  const [only, second] = found;
  if (only === undefined) return complain('committee', 'unknown-committee', text);
  if (second === undefined) return only;
  return complain('committee', 'ambiguous-committee', found.map((one) => `"${one.path}"`).join(', '));
}

function readOrder(cell: RosterCell, complain: Complain): number | null {
  const text = cleanText(cell);
  if (text === '') return null;
  const digits = /^0*([1-9]\d{0,5})[.)]?$/.exec(text);
  if (digits !== null) return Number(digits[1]);
  complain('order', 'bad-order', text);
  return null;
}

export function readDay(cell: RosterCell, field: 'from' | 'to', complain: Complain): string | null {
  const text = cleanText(cell);
  if (cell === null || text === '') return null;
  if (field === 'to' && untilNow.has(textKey(text))) return null;
  const day = readRosterDate(typeof cell === 'string' ? text : cell);
  if (day === undefined) complain(field, 'bad-date', cell instanceof Date ? '?' : text);
  return day ?? null;
}

export function readCode(cell: RosterCell, complain: Complain): string | null {
  const text = cleanText(cell);
  if (text === '') return null;
  const isExact = typeof cell === 'string' || (typeof cell === 'number' && Number.isSafeInteger(cell));
  if (isExact && codeShape.test(text)) return text;
  complain('code', 'bad-code', text);
  return null;
}

/** The year of birth; of a whole date nothing else is kept. */
export function readYear(cell: RosterCell, complain: Complain): number | null {
  const text = cleanText(cell);
  if (cell === null || text === '') return null;
  const year = readBirthYear(typeof cell === 'string' ? text : cell);
  if (year === undefined) complain('birthYear', 'bad-birth-year', cell instanceof Date ? '?' : text);
  return year ?? null;
}
