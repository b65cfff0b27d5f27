import type { CommitteeId } from '../committee/committee.ts';
import type { PersonId } from './person.ts';
import { isWithin, type Seat } from './seat.ts';

/** An office that changes people. Names and years of birth are everybody's, wherever a person sits. */
export interface Office {
  /** The committees that it serves. */
  readonly committees: ReadonlySet<CommitteeId>;
  /** ISO. */
  readonly today: string;
}

/**
 * Whether a person with these seats is the office's to correct: they sit today, and nowhere but in its committees. A
 * seat that has ended gives no right: any office can enter one of a single day.
 */
export function isOfficesOwn(seats: readonly Seat[], { committees, today }: Office): boolean {
  const held = seats.filter((seat) => isWithin(seat, today));
  return held.length > 0 && held.every(({ committeeId }) => committees.has(committeeId));
}

/** The same for many: everybody who is the office's to correct. */
export function officesOwn(seats: readonly Seat[], { committees, today }: Office): ReadonlySet<PersonId> {
  const own = new Set<PersonId>();
  const others = new Set<PersonId>();
  for (const seat of seats) {
    if (isWithin(seat, today)) (committees.has(seat.committeeId) ? own : others).add(seat.personId);
  }
  return new Set([...own].filter((id) => !others.has(id)));
}

/** Where somebody with these seats sits on the day: their names are those committees' business. */
export function committeesOn(seats: readonly Seat[], day: string): readonly CommitteeId[] {
  return [...new Set(seats.filter((seat) => isWithin(seat, day)).map(({ committeeId }) => committeeId))];
}
