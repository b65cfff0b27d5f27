import type { CommitteeView, SeatView } from '../../contract/committee/committees.ts';
import { type Committee, directorOf } from '../../domain/committee/committee.ts';
import type { Person } from '../../domain/roster/person.ts';
import type { Seat } from '../../domain/roster/seat.ts';
import { accept, type Ruling } from '../../domain/ruling.ts';

export function committeeView(one: Committee): CommitteeView {
  return { ...one, directedBy: directorOf(one) };
}

/** A personal code is nobody else's business, so it is not shown. */
export function seatView({ id, position, order, from, to }: Seat, { id: personId, name }: Person): SeatView {
  return { id, personId, name, position, order, from, to };
}

/** A ruling about a committee as what its reader may see of it. */
export function ruledView<Refusal extends string>(ruling: Ruling<Committee, Refusal>): Ruling<CommitteeView, Refusal> {
  return ruling.ok ? accept(committeeView(ruling.value)) : ruling;
}
