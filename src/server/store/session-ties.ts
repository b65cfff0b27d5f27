import type { Ties } from '../../domain/account/relations.ts';

/** The part of the ties that only a session has. */
export const noSessionTies = { teller: false, voter: false, readKey: false } satisfies Partial<Ties>;

/** Where somebody's seats of today put them. */
export function seatTies(
  committeeId: string,
  superiorId: string | null,
  seats: ReadonlySet<string>,
): Pick<Ties, 'committeeId' | 'superiorId' | 'seatHolder' | 'superiorSeatHolder'> {
  const superiorSeatHolder = superiorId !== null && seats.has(superiorId);
  return { committeeId, superiorId, seatHolder: seats.has(committeeId), superiorSeatHolder };
}
