import type { Committee } from '../committee/committee.ts';
import { sameContent } from '../creation.ts';
import { dayBefore } from '../day.ts';
import { accept, type Ruling, refuse } from '../ruling.ts';
import { codeKey } from '../text/code-key.ts';
import { textKey } from '../text/text-key.ts';
import { isPersonName, type Person, type PersonId } from './person.ts';
import type { RosterChanges, SeatsToChange } from './roster-changes.ts';
import { areToldApart } from './same-person.ts';
import { overlap, type Seat, type SeatId } from './seat.ts';
import { spellingProblems } from './spellings.ts';

export type SeatRefusal =
  | 'unknown-committee'
  | 'committee-ended'
  | 'unknown-person'
  | 'unknown-seat'
  | 'bad-name'
  | 'code-of-another-name'
  | 'second-seat'
  | 'seat-ended'
  | 'own-seat'
  | 'date-too-early'
  | 'ends-before-it-begins';

type SeatDecision = Ruling<RosterChanges & { readonly seats: readonly Seat[] }, SeatRefusal>;

/** Who takes a seat: somebody known, or somebody by name and, where there are any, personal code and year of birth. */
export type Newcomer = { readonly personId: PersonId } | (Omit<Person, 'id'> & { readonly newId: PersonId });

export interface NewSeat extends Omit<Seat, 'personId' | 'order'> {
  /** Null: after those who sit there. */
  readonly order: number | null;
  readonly who: Newcomer;
}

/**
 * Gives somebody a seat. Whoever enters it takes none for themselves: a seat opens the committee's results.
 * @param by the person who enters it
 * @param isOffice they are no administrator: then a new person of their own name, whom neither code nor year of birth
 * tells apart from them, is taken for them
 */
export function decideAddSeat(
  known: SeatsToChange,
  asked: NewSeat,
  by: PersonId | null,
  isOffice = false,
): SeatDecision {
  const { who, order, ...rest } = asked;
  const open = findStanding(known);
  if (!open.ok) return open;
  const found = findHolder(known, who);
  if (!found.ok) return found;
  const { person, isNew } = found.value;
  const own = by === null || !isNew || !isOffice ? undefined : personOf(known, by);
  if (person.id === by || (own !== undefined && isAlike(own, person))) return refuse('own-seat');
  const seats = known.seats;
  const last = seats.reduce((highest, seat) => (seat.to === null ? Math.max(highest, seat.order) : highest), 0);
  const seat: Seat = { ...rest, personId: person.id, order: order ?? last + 1 };
  const wrong = refusalOfSeat(open.value, seats, seat);
  return wrong ? refuse(wrong) : accept({ seats: [seat], ...(isNew ? { people: [person] } : {}) });
}

/** Whether a seat is the one asked for, as it was given. */
export function isSeatAsked(known: SeatsToChange, seat: Seat, { who, order, ...rest }: NewSeat): boolean {
  const said = ({ id, committeeId, position, from, to }: Omit<NewSeat, 'who' | 'order'>) =>
    sameContent([id, committeeId, position, from, to], [seat.id, seat.committeeId, seat.position, seat.from, seat.to]);
  return said(rest) && (order === null || order === seat.order) && isHolderAsked(known, seat.personId, who);
}

function isHolderAsked(known: SeatsToChange, id: PersonId, who: Newcomer): boolean {
  if ('personId' in who) return who.personId === id;
  const person = personOf(known, id);
  if (person === undefined || textKey(person.name) !== textKey(who.name)) return false;
  return who.code === null
    ? person.code === null && person.birthYear === who.birthYear
    : personOfCode(known, who.code)?.id === id;
}

/** Whether two people have one name, and neither codes nor years of birth tell them apart. */
export function isAlike(one: Omit<Person, 'id'>, other: Omit<Person, 'id'>): boolean {
  return textKey(one.name) === textKey(other.name) && !areToldApart(named(one), named(other));
}

function named({ name, code, birthYear }: Omit<Person, 'id'>) {
  return { name, position: '', code, birthYear };
}

/**
 * Whether somebody would sit where, or when, they do not sit so far, by changes that they make themselves: a seat opens
 * a committee's results.
 */
export function gainsSeat(known: readonly Seat[], changed: readonly Seat[], by: PersonId | null): boolean {
  const own = known.filter(({ personId }) => personId === by);
  return changed.some((seat) => seat.personId === by && !own.some((held) => contains(held, seat)));
}

function contains(held: Seat, seat: Seat): boolean {
  const begins = held.from === null || (seat.from !== null && held.from <= seat.from);
  const ends = held.to === null || (seat.to !== null && seat.to <= held.to);
  return held.committeeId === seat.committeeId && begins && ends;
}

/** Ends a seat; `on` is its last day. */
export function decideEndSeat(
  known: SeatsToChange,
  { seatId, on }: { readonly seatId: SeatId; readonly on: string },
): SeatDecision {
  const found = findHeld(known, seatId);
  if (!found.ok) return found;
  const { seat } = found.value;
  if (seat.from !== null && on < seat.from) return refuse('ends-before-it-begins');
  return accept({ seats: [{ ...seat, to: on }] });
}

/** Another position in the same committee from a day on; what it was until then stays readable. */
export function decideChangePosition(
  known: SeatsToChange,
  change: { seatId: SeatId; position: string; order: number | null; on: string },
  newId: SeatId,
): SeatDecision {
  const found = findHeld(known, change.seatId);
  if (!found.ok) return found;
  const { seat } = found.value;
  const { position, on } = change;
  const order = change.order ?? seat.order;
  if (seat.from !== null && on < seat.from) return refuse('date-too-early');
  if (seat.from === on) return accept({ seats: [{ ...seat, position, order }] });
  return accept({
    seats: [
      { ...seat, to: dayBefore(on) },
      { ...seat, id: newId, position, order, from: on },
    ],
  });
}

/** Puts right what was entered wrongly; for what has changed since there is ending and a new position. */
export function decideCorrectSeat(
  known: SeatsToChange,
  { seatId, ...correction }: { seatId: SeatId } & Pick<Seat, 'position' | 'order' | 'from' | 'to'>,
  by: PersonId | null,
): SeatDecision {
  const open = findStanding(known);
  if (!open.ok) return open;
  const seats = known.seats;
  const present = seats.find((one) => one.id === seatId);
  if (present === undefined) return refuse('unknown-seat');
  if (present.personId === by) return refuse('own-seat');
  const seat = { ...present, ...correction };
  const wrong = refusalOfSeat(open.value, seats, seat);
  return wrong ? refuse(wrong) : accept({ seats: [seat] });
}

function personOf({ people }: SeatsToChange, id: PersonId): Person | undefined {
  return people.find((one) => one.id === id);
}

function personOfCode({ people }: SeatsToChange, code: string): Person | undefined {
  return people.find((one) => one.code !== null && codeKey(one.code) === codeKey(code));
}

function findStanding({ committee }: SeatsToChange): Ruling<Committee, SeatRefusal> {
  if (committee === undefined) return refuse('unknown-committee');
  return committee.to === null ? accept(committee) : refuse('committee-ended');
}

function findHeld(known: SeatsToChange, seatId: SeatId): Ruling<{ seat: Seat }, SeatRefusal> {
  const open = findStanding(known);
  if (!open.ok) return open;
  const seat = known.seats.find((one) => one.id === seatId);
  if (seat === undefined) return refuse('unknown-seat');
  return seat.to === null ? accept({ seat }) : refuse('seat-ended');
}

/** A code is one person's; a name without a code is somebody new, as in a roster. */
function findHolder(known: SeatsToChange, who: Newcomer): Ruling<{ person: Person; isNew: boolean }, SeatRefusal> {
  if ('personId' in who) {
    const person = personOf(known, who.personId);
    return person === undefined ? refuse('unknown-person') : accept({ person, isNew: false });
  }
  const { newId: id, name, code, birthYear } = who;
  const person = code === null ? undefined : personOfCode(known, code);
  if (person !== undefined) {
    const isSame = textKey(person.name) === textKey(name);
    const spelt = { written: name, known: person.name };
    return isSame
      ? accept({ person, isNew: false })
      : refuse('code-of-another-name', spellingProblems('code-of-another-name', spelt));
  }
  return isPersonName(name) ? accept({ person: { id, name, code, birthYear }, isNew: true }) : refuse('bad-name');
}

function refusalOfSeat(committee: Committee, seats: readonly Seat[], seat: Seat): SeatRefusal | undefined {
  if (seat.from !== null && seat.to !== null && seat.to < seat.from) return 'ends-before-it-begins';
  if (seat.from !== null && committee.from !== null && seat.from < committee.from) return 'date-too-early';
  const second = (one: Seat) => one.id !== seat.id && one.personId === seat.personId && overlap(one, seat);
  return seats.some(second) ? 'second-seat' : undefined;
}
