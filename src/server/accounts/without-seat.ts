import type { Principal } from '../../domain/account/relations.ts';
import type { CommitteeId } from '../../domain/committee/committee.ts';
import type { PersonId } from '../../domain/roster/person.ts';
import { isWithin } from '../../domain/roster/seat.ts';
import type { Deps } from '../deps.ts';
import { localDay } from '../kit/local-time.ts';
import { isRunning } from './views.ts';

type From = Pick<Deps, 'store' | 'clock'>;

/** Those of these people who hold no seat in any committee today. */
export async function withoutSeat({ store, clock }: From, people: readonly PersonId[]): Promise<ReadonlySet<PersonId>> {
  const today = localDay(clock());
  const seats = (await store.committees.seatsOfPeople(people)).filter((seat) => isWithin(seat, today));
  const seated = new Set(seats.map(({ personId }) => personId));
  return new Set(people.filter((id) => !seated.has(id)));
}

export interface TellerWithoutSeat {
  readonly personId: PersonId;
  readonly name: string;
  /** Of the session in which they tell. */
  readonly title: string;
}

/** Who tells in sessions of a committee that still run and holds no seat anywhere; each once. */
export async function tellersWithoutSeat(deps: From, committeeId: CommitteeId): Promise<readonly TellerWithoutSeat[]> {
  const sessions = await deps.store.sessions.list({ committeeIds: [committeeId] });
  const found = new Map<PersonId, TellerWithoutSeat>();
  for (const { state, tellers, settings } of sessions) {
    if (!isRunning(state)) continue;
    for (const { personId, name } of tellers) found.set(personId, { personId, name, title: settings.title });
  }
  const seatless = await withoutSeat(deps, [...found.keys()]);
  return [...found.values()].filter(({ personId }) => seatless.has(personId));
}

/**
 * Whether somebody who chairs would get into the account of a person who holds no seat. Nobody on the rosters vouches
 * for such a person: a chair who invents tellers and uses their slips would hold the session's key. That it is asked of
 * whoever chairs anywhere, and before anybody is teller, leaves no order in which it could be done.
 */
export async function opensAsChair(
  deps: From,
  { grants }: Pick<Principal, 'grants'>,
  people: readonly (PersonId | null)[],
): Promise<boolean> {
  if (!grants.some(({ role }) => role === 'chair')) return false;
  return (
    (
      await withoutSeat(
        deps,
        people.flatMap((id) => id ?? []),
      )
    ).size > 0
  );
}
