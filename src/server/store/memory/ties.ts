import type { CommitteeId } from '../../../domain/committee.ts';
import type { PersonId } from '../../../domain/person.ts';
import { isWithin } from '../../../domain/seat.ts';
import type { CommitteeStore } from '../committee-store.ts';
import type { TieStore } from '../tie-store.ts';

export function memoryTies(committees: CommitteeStore): TieStore {
  const holdsSeat = async (person: string | null, committee: string | null, today: string) => {
    const seats = person === null ? [] : await committees.seatsOf(person as PersonId);
    return seats.some((seat) => seat.committeeId === committee && isWithin(seat, today));
  };
  return {
    ofCommittee: async (committeeId, personId, today) => {
      const committee = await committees.find(committeeId as CommitteeId);
      if (committee === undefined) return undefined;
      return {
        committeeId,
        superiorId: committee.superiorId,
        seatHolder: await holdsSeat(personId, committeeId, today),
        superiorSeatHolder: await holdsSeat(personId, committee.superiorId, today),
        ...{ teller: false, voter: false, readKey: false },
      };
    },
  };
}
