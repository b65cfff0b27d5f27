import type { Committee, CommitteeId, PastSuperior } from '../../domain/committee/committee.ts';
import type { Term, TermId } from '../../domain/committee/term.ts';
import type { Person, PersonId } from '../../domain/roster/person.ts';
import type { Seat, SeatId } from '../../domain/roster/seat.ts';

/** As a row holds a value: without the brands of its ids. */
type RowOf<Value> = {
  readonly [Key in keyof Value]: Value[Key] extends string | null
    ? null extends Value[Key]
      ? string | null
      : string
    : Value[Key];
};

// What is kept was read by the schemas of the domain before; ids are only branded again. A row may hold keys that follow
// from the rest: they are no part of the value.

export function toCommittee(row: RowOf<Committee>): Committee {
  const { id, name, rank, sector, superiorId, superiorSince, directedById, code, from, to, successorId } = row;
  return {
    ...{ id: id as CommitteeId, name, rank, sector },
    superiorId: superiorId as CommitteeId | null,
    superiorSince,
    directedById: directedById as CommitteeId | null,
    ...{ code, from, to },
    successorId: successorId as CommitteeId | null,
  };
}

export function toPastSuperior(row: RowOf<PastSuperior>): PastSuperior {
  return { ...row, committeeId: row.committeeId as CommitteeId, superiorId: row.superiorId as CommitteeId | null };
}

export function toPerson({ id, name, code, birthYear }: RowOf<Person>): Person {
  return { id: id as PersonId, name, code, birthYear };
}

export function toSeat(row: RowOf<Seat>): Seat {
  const ids = { id: row.id as SeatId, committeeId: row.committeeId as CommitteeId };
  return { ...row, ...ids, personId: row.personId as PersonId };
}

export function toTerm(row: RowOf<Term>): Term {
  return { ...row, id: row.id as TermId, committeeId: row.committeeId as CommitteeId };
}
