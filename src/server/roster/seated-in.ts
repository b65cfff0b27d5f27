import type { CommitteeId } from '../../domain/committee/committee.ts';
import type { PersonId } from '../../domain/roster/person.ts';
import { isWithin } from '../../domain/roster/seat.ts';
import type { Deps } from '../deps.ts';
import { localDay } from '../kit/local-time.ts';

/** The committees in which somebody holds a seat today; none of an account that is nobody's. */
export async function seatedIn({ store, clock }: Deps, personId: PersonId | null): Promise<CommitteeId[]> {
  if (personId === null) return [];
  const today = localDay(clock());
  const seats = await store.committees.seatsOf(personId);
  return [...new Set(seats.filter((seat) => isWithin(seat, today)).map(({ committeeId }) => committeeId))];
}
