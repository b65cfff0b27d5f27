import type { Person } from './person.ts';
import type { Seat } from './seat.ts';

/** A seat with whoever holds it. */
export interface HeldSeat {
  readonly seat: Seat;
  readonly person: Person;
}
