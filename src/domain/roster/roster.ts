import type { Committee } from '../committee/committee.ts';
import { type CommitteeFinder, committeeFinder } from '../committee/committee-names.ts';
import { type ListProblem, type ListWarning, listNote } from '../lists/list-note.ts';
import type { WorksheetReading } from '../lists/list-reading.ts';
import type { ReadSeatLists, SeatLine } from '../lists/read-seats.ts';
import { textKey } from '../text/text-key.ts';
import { bornLaterProblems } from './born-later.ts';
import type { KnownPeople } from './known-seats.ts';
import type { RosterPerson, RosterSeat } from './matched-people.ts';
import { type ColumnsByWorksheet, placeIn, type RosterLine } from './roster-line.ts';
import {
  namesQuoted,
  type RosterNote,
  type RosterProblemCode,
  type RosterWarningCode,
  rosterNote,
} from './roster-note.ts';
import { matchPeople } from './roster-people.ts';
import { isWithin } from './seat.ts';
import { likeNames } from './spellings.ts';
import type { Office } from './whom-office-corrects.ts';

export type RosterProblem = RosterNote<RosterProblemCode> | ListProblem;
export type RosterWarning = RosterNote<RosterWarningCode> | ListWarning;

/** What the store knows before the import. */
export type RosterContext = KnownPeople & { committees: readonly Committee[] };

export type ReadRoster =
  | {
      ok: true;
      people: RosterPerson[];
      seats: RosterSeat[];
      worksheets: readonly WorksheetReading[];
      warnings: RosterWarning[];
    }
  | { ok: false; problems: RosterProblem[] };

/** Names of the committees that a title, a group line or a worksheet may mean. */
export function committeesToName(committees: readonly Committee[]): string[] {
  return committees.filter(({ to }) => to === null).map(({ name }) => name);
}

/**
 * Understands a roster that was read, all or nothing: the people and seats to store, or every bad line. Seats that are
 * known but not in the file stay as they are. The same file again finds the same people and seats.
 *
 * @param today ISO day
 * @param own whose list it is, where the page knows; then nothing in it may name another committee
 * @param office who brings it, if no administrator
 */
export function readRoster(
  read: ReadSeatLists,
  known: RosterContext,
  today: string,
  own: Committee | null = null,
  office: Office | null = null,
): ReadRoster {
  const problems: RosterProblem[] = [...read.problems];
  const find = committeeFinder(known.committees);
  const like = likeNames(() => known.committees.map(({ name }) => name));
  const lines = read.lines.flatMap((line): RosterLine[] => {
    const found = committeeOf(line, { find, like }, own, read.columns, problems);
    return found === undefined ? [] : [{ ...line, committeeId: found }];
  });
  const matched = matchPeople(lines, known, read.columns, office);
  const later = bornLaterProblems(lines, read.columns, today);
  const wrong = [...problems, ...later, ...matched.problems];
  if (wrong.length > 0) return { ok: false, problems: sorted(wrong) };
  const { people, seats } = matched;
  const staying = own === null ? [] : stayingUnnamed(own, seats, known, today);
  const warnings = [...sorted([...read.warnings, ...matched.warnings]), ...staying];
  return { ok: true, people, seats, worksheets: read.worksheets, warnings };
}

/** One note of those who sit in the committee and whom its list does not name: nobody ends by being left out. */
function stayingUnnamed(
  own: Committee,
  listed: readonly RosterSeat[],
  { people, seats }: RosterContext,
  today: string,
): ListWarning[] {
  const named = new Set(listed.map(({ seatId }) => seatId));
  const left = seats
    .filter((seat) => seat.committeeId === own.id && isWithin(seat, today) && !named.has(seat.id))
    .sort((a, b) => a.order - b.order);
  if (left.length === 0) return [];
  const names = new Map(people.map(({ id, name }) => [id, name]));
  const texts = left.slice(0, namesQuoted).map(({ personId }) => names.get(personId) ?? '');
  return [listNote({ worksheet: '' }, 'stays-unnamed', { text: String(left.length), texts })];
}

function committeeOf(
  line: SeatLine,
  { find, like }: { readonly find: CommitteeFinder; readonly like: (text: string) => string | undefined },
  own: Committee | null,
  columns: ColumnsByWorksheet,
  problems: RosterProblem[],
): Committee['id'] | undefined {
  const place = placeIn(line, columns, 'committee');
  const complain = (code: RosterProblemCode, detail: string, known = detail): undefined => {
    problems.push(rosterNote(place, code, detail, { written: detail, known }));
  };
  // The list of one committee: a path to it or its name is the same committee.
  if (own !== null) {
    const isOwn = textKey(line.committee) === textKey(own.name) || find(line.committee).some(({ id }) => id === own.id);
    if (isOwn) return own.id;
    problems.push(listNote(place, 'another-committee', { text: line.committee, texts: [own.name] }));
    return undefined;
  }
  const found = find(line.committee);
  const [only, second] = found;
  if (only === undefined) return complain('unknown-committee', line.committee, like(line.committee));
  if (second === undefined) return only.id;
  return complain(
    'ambiguous-committee',
    found
      .slice(0, namesQuoted)
      .map((one) => `"${one.path}"`)
      .join(', '),
  );
}

/** By worksheet, as they first come, and line. */
function sorted<Note extends { worksheet: string; line: number | null }>(notes: readonly Note[]): Note[] {
  const byWorksheet = Map.groupBy(notes, ({ worksheet }) => worksheet);
  return [...byWorksheet.values()].flatMap((own) => own.sort((a, b) => (a.line ?? 0) - (b.line ?? 0)));
}
