import type { CommitteeId } from './committee.ts';
import type { Person, PersonId } from './person.ts';
import type { Spellings } from './roster/spellings.ts';
import { type ColumnsBySheet, lineSeenFrom, placeIn, type RosterLine } from './roster-line.ts';
import { type RosterNote, type RosterProblemCode, type RosterWarningCode, rosterNote } from './roster-note.ts';
import { overlap, type Seat, type SeatId } from './seat.ts';
import { textKey } from './text-key.ts';

/** A person of the roster: one that is known, or a new one (personId null). */
export type RosterPerson = {
  personId: PersonId | null;
  fullName: string;
  code: string | null;
  birthYear: number | null;
};

/** A seat of the roster: a known one, as it shall be from now on, or a new one (seatId null). */
export type RosterSeat = Omit<Seat, 'id' | 'personId'> & {
  seatId: SeatId | null;
  /** Index among the roster's people. */
  person: number;
  sheet: string;
  line: number;
};

export type KnownPeople = { people: readonly Person[]; seats: readonly Seat[] };

export type RosterPeople = {
  people: RosterPerson[];
  seats: RosterSeat[];
  problems: RosterNote<RosterProblemCode>[];
  warnings: RosterNote<RosterWarningCode>[];
};

/**
 * Who the lines are. Lines with one code are one person, in every committee; a line without a code is a person of its
 * own. Somebody already known is recognised by the code; without one, only by name, committee and position together,
 * at the same time, and if no year of birth speaks against it: a name alone may be a successor's, who must not get
 * another's seat.
 */
export function matchPeople(lines: readonly RosterLine[], known: KnownPeople, columns: ColumnsBySheet): RosterPeople {
  const found: RosterPeople = { people: [], seats: [], problems: [], warnings: [] };
  const context = prepare(known);
  const groups = groupByPerson(lines);
  const recognised = recogniseAll(groups, context);
  for (const group of groups) {
    const [first] = group;
    if (first === undefined) continue;
    found.problems.push(...groupProblems(group, context.byCode, columns));
    const person = recognised.get(group);
    const { fullName } = first;
    const code = first.code ?? person?.code ?? null;
    const birthYear = birthYearOf(group) ?? person?.birthYear ?? null;
    if (person !== undefined)
      found.warnings.push(...personWarnings(person, { fullName, code, birthYear }, first, columns));
    found.people.push({ personId: person?.id ?? null, fullName, code, birthYear });
    addSeats(group, person, context, found, columns);
  }
  found.warnings.push(...nameWarnings(found, context, columns));
  return found;
}

function birthYearOf(group: readonly RosterLine[]): number | null {
  return group.find((line) => line.birthYear !== null)?.birthYear ?? null;
}

/** What the file would change about somebody who is known. */
function personWarnings(
  before: Person,
  after: Omit<Person, 'id'>,
  line: RosterLine,
  columns: ColumnsBySheet,
): RosterNote<RosterWarningCode>[] {
  const note = (field: 'fullName' | 'code' | 'birthYear', code: RosterWarningCode, detail = '') =>
    rosterNote(placeIn(line, columns, field), code, detail);
  return [
    ...(before.fullName === after.fullName ? [] : [note('fullName', 'name-respelt', before.fullName)]),
    ...(before.code === null && after.code !== null ? [note('code', 'code-added')] : []),
    ...(before.birthYear === null || before.birthYear === after.birthYear
      ? []
      : [note('birthYear', 'birth-year-changed', String(before.birthYear))]),
  ];
}

type Context = {
  byCode: ReadonlyMap<string, Person>;
  byId: ReadonlyMap<PersonId, Person>;
  seatsByCommittee: ReadonlyMap<string, Seat[]>;
  usedPeople: Set<PersonId>;
  usedSeats: Set<SeatId>;
  /** The highest order so far, by committee. */
  lastOrders: Map<CommitteeId, number>;
};

function prepare(known: KnownPeople): Context {
  const seatsByCommittee = new Map<string, Seat[]>();
  for (const seat of known.seats) {
    seatsByCommittee.set(seat.committeeId, [...(seatsByCommittee.get(seat.committeeId) ?? []), seat]);
  }
  return {
    byCode: new Map(known.people.flatMap((one) => (one.code === null ? [] : [[textKey(one.code), one] as const]))),
    byId: new Map(known.people.map((one) => [one.id, one])),
    seatsByCommittee,
    usedPeople: new Set(),
    usedSeats: new Set(),
    lastOrders: new Map(),
  };
}

function groupByPerson(lines: readonly RosterLine[]): RosterLine[][] {
  const groups = new Map<string, RosterLine[]>();
  for (const line of lines) {
    const key = line.code === null ? `line ${line.sheet}/${line.line}` : `code ${textKey(line.code)}`;
    groups.set(key, [...(groups.get(key) ?? []), line]);
  }
  return [...groups.values()];
}

function groupProblems(
  group: readonly RosterLine[],
  byCode: ReadonlyMap<string, Person>,
  columns: ColumnsBySheet,
): RosterNote<RosterProblemCode>[] {
  return group.flatMap((line, index): RosterNote<RosterProblemCode>[] => {
    const before = group.slice(0, index);
    const owner = before[0]?.fullName ?? (line.code === null ? undefined : byCode.get(textKey(line.code))?.fullName);
    if (owner !== undefined && textKey(owner) !== textKey(line.fullName)) {
      return [rosterNote(placeIn(line, columns, 'code'), 'code-of-another-name', owner, spelt(line, owner))];
    }
    const other = before.find((one) => line.birthYear !== null && differs(one.birthYear, line.birthYear));
    if (other !== undefined) {
      return [rosterNote(placeIn(line, columns, 'birthYear'), 'another-birth-year', lineSeenFrom(line, other))];
    }
    const twin = before.find((one) => one.committeeId === line.committeeId && overlap(one, line));
    if (twin === undefined) return [];
    return [rosterNote(placeIn(line, columns, 'fullName'), 'second-seat', lineSeenFrom(line, twin))];
  });
}

/** Codes first, then years: a line that says less must not take somebody of whom more stands further down. */
function recogniseAll(groups: readonly RosterLine[][], context: Context): Map<readonly RosterLine[], Person> {
  const recognised = new Map<readonly RosterLine[], Person>();
  const withCode = groups.filter((group) => group[0]?.code !== null);
  const withoutCode = groups.filter((group) => group[0]?.code === null);
  const withYear = withoutCode.filter((group) => birthYearOf(group) !== null);
  const bare = withoutCode.filter((group) => birthYearOf(group) === null);
  for (const group of [...withCode, ...withYear, ...bare]) {
    const person = recognise(group, context);
    if (person === undefined) continue;
    recognised.set(group, person);
    context.usedPeople.add(person.id);
  }
  return recognised;
}

function recognise(group: readonly RosterLine[], context: Context): Person | undefined {
  const code = group[0]?.code ?? null;
  const byCode = code === null ? undefined : context.byCode.get(textKey(code));
  if (byCode !== undefined) return byCode;
  for (const line of group) {
    for (const seat of seatsInSameRole(line, context)) {
      const person = context.byId.get(seat.personId);
      if (person === undefined || context.usedPeople.has(person.id)) continue;
      const isTold = line.code !== null && person.code !== null;
      if (isTold || differs(person.birthYear, line.birthYear)) continue;
      if (textKey(person.fullName) === textKey(line.fullName)) return person;
    }
  }
  return undefined;
}

function differs(one: number | null, other: number | null): boolean {
  return one !== null && other !== null && one !== other;
}

/** Best first: the holder's year of birth, the same first day, then the order of precedence. */
function seatsInSameRole(line: RosterLine, context: Context): Seat[] {
  const hasYear = ({ personId }: Seat) =>
    line.birthYear !== null && context.byId.get(personId)?.birthYear === line.birthYear;
  return (context.seatsByCommittee.get(line.committeeId) ?? [])
    .filter((seat) => textKey(seat.position) === textKey(line.position) && overlap(seat, line))
    .sort(
      (a, b) =>
        Number(hasYear(b)) - Number(hasYear(a)) ||
        Number(b.from === line.from) - Number(a.from === line.from) ||
        a.order - b.order,
    );
}

function addSeats(
  group: readonly RosterLine[],
  person: Person | undefined,
  context: Context,
  found: RosterPeople,
  columns: ColumnsBySheet,
): void {
  const index = found.people.length - 1;
  // Lines that begin on a known seat's first day choose first.
  const chosen = new Map<RosterLine, Seat>();
  for (const exactly of [true, false]) {
    for (const line of group) {
      if (person === undefined || chosen.has(line)) continue;
      const seat = seatOf(line, person, exactly, context);
      if (seat === undefined) continue;
      chosen.set(line, seat);
      context.usedSeats.add(seat.id);
    }
  }
  for (const line of group) {
    const { committeeId, position, from, to } = line;
    const before = chosen.get(line);
    const order = line.order ?? before?.order ?? placeInFile(line, context);
    context.lastOrders.set(committeeId, Math.max(order, context.lastOrders.get(committeeId) ?? 0));
    found.seats.push({
      seatId: before?.id ?? null,
      person: index,
      committeeId,
      position,
      order,
      from,
      to,
      sheet: line.sheet,
      line: line.line,
    });
    const same =
      before === undefined ||
      (before.position === position && before.order === order && before.from === from && before.to === to);
    if (!same) found.warnings.push(rosterNote(placeIn(line, columns, 'position'), 'seat-changed'));
  }
}

function seatOf(line: RosterLine, person: Person, exactly: boolean, context: Context): Seat | undefined {
  return (context.seatsByCommittee.get(line.committeeId) ?? []).find(
    (seat) =>
      seat.personId === person.id &&
      !context.usedSeats.has(seat.id) &&
      (exactly ? seat.from === line.from : overlap(seat, line)),
  );
}

/** Without an order, a committee's seats follow each other as they do in the file. */
function placeInFile(line: RosterLine, context: Context): number {
  return (context.lastOrders.get(line.committeeId) ?? 0) + 1;
}

function nameWarnings(found: RosterPeople, context: Context, columns: ColumnsBySheet): RosterNote<RosterWarningCode>[] {
  const inCommittee = new Map<string, RosterSeat>();
  const anywhere = new Map<string, RosterSeat>();
  const orders = new Map<string, RosterSeat>();
  const seats = [...found.seats].sort((a, b) => a.line - b.line);
  return seats.flatMap((seat) => {
    const person = found.people[seat.person];
    const name = textKey(person?.fullName ?? '');
    const warn = (
      field: 'fullName' | 'order',
      code: RosterWarningCode,
      line = '',
      other?: string,
    ): RosterNote<RosterWarningCode>[] => [
      rosterNote(placeIn(seat, columns, field), code, line, person && other ? spelt(person, other) : undefined),
    ];
    const nameOf = (one: RosterSeat) => found.people[one.person]?.fullName;
    const namesake = firstOf(inCommittee, `${seat.committeeId} ${name}`, seat);
    const elsewhere = firstOf(anywhere, name, seat);
    const rival = firstOf(orders, `${seat.committeeId} ${seat.order}`, seat);
    const sameOrder = rival && overlap(rival, seat) ? warn('order', 'same-order', lineSeenFrom(seat, rival)) : [];
    if (namesake && namesake.person !== seat.person)
      return [...warn('fullName', 'same-name', lineSeenFrom(seat, namesake), nameOf(namesake)), ...sameOrder];
    const known = person?.personId === null ? knownNamesake(name, seat, context) : undefined;
    if (known !== undefined) return [...warn('fullName', 'same-name-as-known', '', known.fullName), ...sameOrder];
    if (elsewhere && elsewhere.person !== seat.person && elsewhere.committeeId !== seat.committeeId) {
      return [
        ...warn('fullName', 'same-name-elsewhere', lineSeenFrom(seat, elsewhere), nameOf(elsewhere)),
        ...sameOrder,
      ];
    }
    return sameOrder;
  });
}

/** The seat that came first under this key, if it is another one. */
function firstOf(seen: Map<string, RosterSeat>, key: string, seat: RosterSeat): RosterSeat | undefined {
  const first = seen.get(key);
  if (first === undefined) seen.set(key, seat);
  return first;
}

function knownNamesake(name: string, seat: RosterSeat, context: Context): Person | undefined {
  return (context.seatsByCommittee.get(seat.committeeId) ?? [])
    .flatMap((one) => context.byId.get(one.personId) ?? [])
    .find(({ fullName }) => textKey(fullName) === name);
}

function spelt({ fullName: written }: { readonly fullName: string }, known: string): Spellings {
  return { written, known };
}
