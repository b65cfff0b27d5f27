import type { KnownSeats } from './known-seats.ts';
import type { LostZeros } from './lost-zeros.ts';
import type { RosterPeople, RosterSeat } from './matched-people.ts';
import type { Person } from './person.ts';
import { type ColumnsByWorksheet, lineSeenFrom, placeIn, type RosterLine } from './roster-line.ts';
import { type RosterNote, type RosterProblemCode, type RosterWarningCode, rosterNote } from './roster-note.ts';
import { overlap } from './seat.ts';
import type { Spellings } from './spellings.ts';

type Problem = RosterNote<RosterProblemCode>;
type Warning = RosterNote<RosterWarningCode>;

/** What is wrong among the lines of one person. */
export function groupProblems(group: readonly RosterLine[], known: KnownSeats, columns: ColumnsByWorksheet): Problem[] {
  const { textKey } = known;
  const years = earlierYears();
  const seats = earlierSeats();
  const [first] = group;
  return group.flatMap((line, index): Problem[] => {
    const other = years.otherThan(line);
    const twin = seats.atSameTime(line);
    const owner = index > 0 ? first?.name : known.personOf(line.code)?.name;
    if (owner !== undefined && textKey(owner) !== textKey(line.name)) {
      return [rosterNote(placeIn(line, columns, 'code'), 'code-of-another-name', owner, spelt(line, owner))];
    }
    if (other !== undefined) {
      return [rosterNote(placeIn(line, columns, 'birthYear'), 'another-birth-year', lineSeenFrom(line, other))];
    }
    if (twin === undefined) return [];
    return [rosterNote(placeIn(line, columns, 'fullName'), 'second-seat', lineSeenFrom(line, twin))];
  });
}

/** Tells of each line in turn the first before it with another year of birth. */
function earlierYears() {
  let first: RosterLine | undefined;
  let another: RosterLine | undefined;
  return {
    otherThan: (line: RosterLine): RosterLine | undefined => {
      if (line.birthYear === null) return undefined;
      if (first === undefined) {
        first = line;
        return undefined;
      }
      if (first.birthYear !== line.birthYear) {
        another ??= line;
        return first;
      }
      return another;
    },
  };
}

/** Tells of each line in turn one before it that holds its committee's seat at the same time. */
function earlierSeats() {
  const byCommittee = new Map<string, RosterLine[]>();
  return {
    atSameTime: (line: RosterLine): RosterLine | undefined => {
      // By first day, and never at the same time: only the neighbours can be in the way.
      const held = byCommittee.get(line.committeeId) ?? [];
      byCommittee.set(line.committeeId, held);
      const place = placeAmong(held, line.from ?? '');
      const twin = [held[place - 1], held[place]].find((one) => one !== undefined && overlap(one, line));
      if (twin === undefined) held.splice(place, 0, line);
      return twin;
    },
  };
}

/** How many begin on or before the day, of lines by their first day. */
function placeAmong(held: readonly RosterLine[], from: string): number {
  let [low, high] = [0, held.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((held[middle]?.from ?? '') <= from) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** Where a new person's code seems to be another's of the same name; from then on it is known itself. */
export function lostZeroWarnings(line: RosterLine, lostZeros: LostZeros, columns: ColumnsByWorksheet): Warning[] {
  const { name, code } = line;
  if (code === null) return [];
  const whole = lostZeros.otherThan(name, code);
  lostZeros.add(name, code);
  return whole === undefined ? [] : [rosterNote(placeIn(line, columns, 'code'), 'code-lost-zero', whole)];
}

/** What the file would change about somebody who is known. */
export function personWarnings(
  before: Person,
  after: Omit<Person, 'id'>,
  line: RosterLine,
  columns: ColumnsByWorksheet,
): Warning[] {
  const note = (field: 'fullName' | 'code' | 'birthYear', code: RosterWarningCode, detail = '') =>
    rosterNote(placeIn(line, columns, field), code, detail);
  return [
    ...(before.name === after.name ? [] : [note('fullName', 'name-respelt', before.name)]),
    ...(before.code === null && after.code !== null ? [note('code', 'code-added')] : []),
    ...(before.birthYear === null || before.birthYear === after.birthYear
      ? []
      : [note('birthYear', 'birth-year-changed', String(before.birthYear))]),
  ];
}

/** One note, where the file would change something about somebody who is not the office's to correct. */
export function keptAsKnown(
  before: Person,
  after: Omit<Person, 'id'>,
  line: RosterLine,
  columns: ColumnsByWorksheet,
): Warning[] {
  const changed = (['name', 'birthYear', 'code'] as const).find((one) => before[one] !== after[one]);
  const field = changed === 'name' ? 'fullName' : changed;
  return field === undefined ? [] : [rosterNote(placeIn(line, columns, field), 'kept-as-known', before.name)];
}

/** Where names or places in the order meet. */
export function nameWarnings(
  { people, seats: all }: Pick<RosterPeople, 'people' | 'seats'>,
  known: KnownSeats,
  columns: ColumnsByWorksheet,
): Warning[] {
  const inCommittee = new Map<string, RosterSeat>();
  const anywhere = new Map<string, RosterSeat>();
  const orders = new Map<string, RosterSeat>();
  const seats = [...all].sort((a, b) => a.line - b.line);
  return seats.flatMap((seat) => {
    const person = people[seat.person];
    const fullName = person?.name ?? '';
    const name = known.textKey(fullName);
    const warn = (field: 'fullName' | 'order', code: RosterWarningCode, line = '', other?: string): Warning[] => [
      rosterNote(placeIn(seat, columns, field), code, line, person && other ? spelt(person, other) : undefined),
    ];
    const nameOf = (one: RosterSeat) => people[one.person]?.name;
    const namesake = firstOf(inCommittee, `${seat.committeeId} ${name}`, seat);
    const elsewhere = firstOf(anywhere, name, seat);
    const rival = firstOf(orders, `${seat.committeeId} ${seat.order}`, seat);
    const sameOrder = rival && overlap(rival, seat) ? warn('order', 'same-order', lineSeenFrom(seat, rival)) : [];
    if (namesake && namesake.person !== seat.person)
      return [...warn('fullName', 'same-name', lineSeenFrom(seat, namesake), nameOf(namesake)), ...sameOrder];
    const there = person?.personId === null ? known.namesakeIn(seat.committeeId, fullName) : undefined;
    if (there !== undefined) return [...warn('fullName', 'same-name-as-known', '', there.name), ...sameOrder];
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

function spelt({ name: written }: { readonly name: string }, known: string): Spellings {
  return { written, known };
}
