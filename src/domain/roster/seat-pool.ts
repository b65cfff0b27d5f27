import { Queue } from './not-told-apart.ts';
import { overlap, type Seat } from './seat.ts';

type Period = Pick<Seat, 'from' | 'to'>;

/** Known seats of one role, in the order in which they are preferred; those of one first day are found at once. */
export class SeatPool {
  readonly #all = new Queue<Seat>();
  readonly #byFrom = new Map<string | null, Queue<Seat>>();

  add(seat: Seat): void {
    this.#all.add(seat);
    const sameFrom = this.#byFrom.get(seat.from) ?? new Queue<Seat>();
    this.#byFrom.set(seat.from, sameFrom);
    sameFrom.add(seat);
  }

  /** The first free seat that begins on the same day. */
  sameFrom({ from }: Period, isFree: (seat: Seat) => boolean): Seat | undefined {
    return this.#byFrom.get(from)?.first(isFree);
  }

  /** The first free seat that is held at the same time. */
  sameTime(period: Period, isFree: (seat: Seat) => boolean): Seat | undefined {
    for (const seat of this.#all.rest(isFree)) if (overlap(seat, period)) return seat;
    return undefined;
  }
}
