import type { CommitteeView, SeatView } from '../../contract/committee/committees.ts';
import { type Committee, directorOf } from '../../domain/committee/committee.ts';
import type { Person } from '../../domain/roster/person.ts';
import type { Seat } from '../../domain/roster/seat.ts';

export function committeeView(one: Committee): CommitteeView {
  return { ...one, directedBy: directorOf(one) };
}

/** A personal code is nobody else's business, so it is not shown. */
export function seatView({ id, position, order, from, to }: Seat, { id: personId, name: fullName }: Person): SeatView {
  return { id, personId, name: fullName, position, order, from, to };
}
