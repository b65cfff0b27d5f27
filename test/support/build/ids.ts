import { type CommitteeId, committeeId } from '../../../src/domain/committee/committee.ts';
import { type PersonId, personId } from '../../../src/domain/roster/person.ts';
import { type SeatId, seatId } from '../../../src/domain/roster/seat.ts';

function uuid(kind: number, number: number): string {
  return `${String(kind).padStart(8, '0')}-0000-4000-8000-${String(number).padStart(12, '0')}`;
}

/** Ids that read as their number, for tests. */
export function aCommitteeId(number: number): CommitteeId {
  return committeeId.parse(uuid(1, number));
}

export function aPersonId(number: number): PersonId {
  return personId.parse(uuid(2, number));
}

export function aSeatId(number: number): SeatId {
  return seatId.parse(uuid(3, number));
}
