import type { CommitteeId } from '../committee/committee.ts';
import { type KnownPeople, KnownSeats } from './known-seats.ts';
import { LostZeros } from './lost-zeros.ts';
import type { RosterPeople } from './matched-people.ts';
import type { Person } from './person.ts';
import { type ColumnsByWorksheet, placeIn, type RosterLine } from './roster-line.ts';
import { rosterNote } from './roster-note.ts';
import { groupProblems, keptAsKnown, lostZeroWarnings, nameWarnings, personWarnings } from './roster-people-notes.ts';
import type { Seat } from './seat.ts';
import { type Office, officesOwn } from './whom-office-corrects.ts';

/**
 * Who the lines are. Lines with one code are one person, in every committee; a line without a code is a person of its
 * own. Somebody already known is recognised by the code; without one, by name, committee and position together, at the
 * same time, if no year of birth speaks against it; or by name, committee and year of birth. A name alone may be a
 * successor's, who must not get another's seat.
 *
 * @param office who brings them, if no administrator: what is known of people who sit elsewhere stays
 */
export function matchPeople(
  lines: readonly RosterLine[],
  known: KnownPeople,
  columns: ColumnsByWorksheet,
  office: Office | null = null,
): RosterPeople {
  const found: RosterPeople = { people: [], seats: [], problems: [], warnings: [] };
  const context: Context = {
    known: new KnownSeats(known, new Set(lines.map(({ committeeId }) => committeeId))),
    columns,
    lastOrders: new Map(),
  };
  const groups = groupByPerson(lines, context.known);
  const own = office && officesOwn(known.seats, office);
  const recognised = recogniseAll(groups, context.known);
  const lostZeros = new LostZeros(known.people.map(({ name, code }) => ({ name, code })));
  for (const group of groups) {
    const [first] = group;
    found.problems.push(...groupProblems(group, context.known, columns));
    const person = recognised.get(group);
    const fullName = spellingOf(first.name, person);
    // Separators count for nothing in a code: what is known stays as it was typed first.
    const code = person?.code ?? first.code;
    const birthYear = birthYearOf(group) ?? person?.birthYear ?? null;
    const listed = { name: fullName, code, birthYear };
    const isKept = person !== undefined && own?.has(person.id) === false;
    if (person === undefined) {
      found.warnings.push(...lostZeroWarnings(first, lostZeros, columns));
      found.people.push({ personId: null, ...listed });
    } else {
      const tell = isKept ? keptAsKnown : personWarnings;
      found.warnings.push(...tell(person, listed, first, columns));
      const { id: personId, ...asKnown } = person;
      found.people.push({ personId, ...(isKept ? asKnown : listed) });
    }
    addSeats(group, person, context, found);
  }
  return { ...found, warnings: [...found.warnings, ...nameWarnings(found, context.known, columns)] };
}

type Context = {
  readonly known: KnownSeats;
  readonly columns: ColumnsByWorksheet;
  /** The highest order so far, by committee. */
  readonly lastOrders: Map<CommitteeId, number>;
};

/** The lines of one person. */
type Group = readonly [RosterLine, ...RosterLine[]];

/** A list in capitals says nothing about how a name is written. */
function spellingOf(fullName: string, known: Person | undefined): string {
  const isShouted = (name: string) => name === name.toUpperCase();
  return known !== undefined && isShouted(fullName) && !isShouted(known.name) ? known.name : fullName;
}

function birthYearOf(group: Group): number | null {
  return group.find((line) => line.birthYear !== null)?.birthYear ?? null;
}

function groupByPerson(lines: readonly RosterLine[], { codeKey }: KnownSeats): Group[] {
  const groups = new Map<string, [RosterLine, ...RosterLine[]]>();
  for (const line of lines) {
    const key = line.code === null ? `line ${line.worksheet}/${line.line}` : `code ${codeKey(line.code)}`;
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [line]);
    else group.push(line);
  }
  return [...groups.values()];
}

/** Codes first, then years: a line that says less must not take somebody of whom more stands further down. */
function recogniseAll(groups: readonly Group[], known: KnownSeats): Map<Group, Person> {
  const recognised = new Map<Group, Person>();
  const withCode = groups.filter(([{ code }]) => code !== null);
  const withoutCode = groups.filter(([{ code }]) => code === null);
  const withYear = withoutCode.filter((group) => birthYearOf(group) !== null);
  const bare = withoutCode.filter((group) => birthYearOf(group) === null);
  for (const group of [...withCode, ...withYear, ...bare]) {
    const person = recognise(group, known);
    if (person === undefined) continue;
    recognised.set(group, person);
    known.usePerson(person);
  }
  // Whoever is named in the same role comes first, whichever line that is.
  for (const group of groups.filter((one) => !recognised.has(one))) {
    const person = group.map((line) => known.ofSameBirth(line)).find((one) => one !== undefined);
    if (person === undefined) continue;
    recognised.set(group, person);
    known.usePerson(person);
  }
  return recognised;
}

function recognise(group: Group, known: KnownSeats): Person | undefined {
  const byCode = known.personOf(group[0].code);
  if (byCode !== undefined) return byCode;
  for (const line of group) {
    const person = known.inSameRole(line);
    if (person !== undefined) return person;
  }
  return undefined;
}

function addSeats(
  group: Group,
  person: Person | undefined,
  { known, columns, lastOrders }: Context,
  found: RosterPeople,
): void {
  const index = found.people.length - 1;
  // Lines that begin on a known seat's first day choose first.
  const chosen = new Map<RosterLine, Seat>();
  for (const from of ['same-day', 'any-day'] as const) {
    for (const line of group) {
      if (person === undefined || chosen.has(line)) continue;
      const seat = known.takeSeat(line, person, from);
      if (seat !== undefined) chosen.set(line, seat);
    }
  }
  for (const line of group) {
    const { committeeId, position, from, to, worksheet } = line;
    const before = chosen.get(line);
    // Without an order, a committee's seats follow each other as they do in the file.
    const last = lastOrders.get(committeeId) ?? 0;
    const order = line.order ?? before?.order ?? last + 1;
    lastOrders.set(committeeId, Math.max(order, last));
    const seat = { seatId: before?.id ?? null, person: index, committeeId, position, order, from, to };
    found.seats.push({ ...seat, worksheet, line: line.line });
    const same =
      before === undefined ||
      (before.position === position && before.order === order && before.from === from && before.to === to);
    if (!same) found.warnings.push(rosterNote(placeIn(line, columns, 'position'), 'seat-changed'));
  }
}
