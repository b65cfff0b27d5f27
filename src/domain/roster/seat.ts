import * as z from 'zod/mini';
import { type CommitteeId, committeeId } from '../committee/committee.ts';
import { plainText } from '../text/local-text.ts';
import { personId } from './person.ts';

export const seatId = z.uuid().brand<'SeatId'>();
export type SeatId = z.infer<typeof seatId>;

export const seat = z.strictObject({
  id: seatId,
  committeeId,
  personId,
  position: plainText,
  /** Order of precedence in the committee, from 1. */
  order: z.int().check(z.minimum(1)),
  /** First day, ISO; null where it is not known: long ago. */
  from: z.nullable(z.iso.date()),
  /** Last day, ISO, included; null while the seat is held. */
  to: z.nullable(z.iso.date()),
});
export type Seat = z.infer<typeof seat>;

export type Period = Pick<Seat, 'from' | 'to'>;

/** Whether the ISO day lies in the period. */
export function isWithin(period: Period, day: string): boolean {
  return (period.from === null || period.from <= day) && (period.to === null || day <= period.to);
}

/** Whether two periods have a day in common. */
export function overlap(a: Period, b: Period): boolean {
  return (a.from === null || b.to === null || a.from <= b.to) && (b.from === null || a.to === null || b.from <= a.to);
}

/** The committee's seats that are held on the ISO day, in order of precedence. */
export function currentSeats(seats: readonly Seat[], of: CommitteeId, day: string): Seat[] {
  return seats.filter((one) => one.committeeId === of && isWithin(one, day)).sort(byPrecedence);
}

/** Equal orders stay in one order everywhere: by first day, then by id. */
function byPrecedence(a: Seat, b: Seat): number {
  if (a.order !== b.order) return a.order - b.order;
  if (a.from !== b.from) return (a.from ?? '') < (b.from ?? '') ? -1 : 1;
  return a.id < b.id ? -1 : 1;
}
