import type { Account } from '../../domain/account/account.ts';
import type { CommitteeId } from '../../domain/committee/committee.ts';
import type { PersonId } from '../../domain/roster/person.ts';
import type { Seat } from '../../domain/roster/seat.ts';
import type { Session } from '../../domain/session/session.ts';
import type { Deps } from '../deps.ts';
import { localDay } from '../kit/local-time.ts';
import { isRunning } from './views.ts';
import { withoutSeat } from './without-seat.ts';

type From = Pick<Deps, 'store' | 'clock'>;

/**
 * Those of these people who hold a seat, or will hold one, neither in the committee nor anywhere below it. Whoever makes a
 * one-time link could use it, and would be that person everywhere: an office makes none for them.
 */
export async function seatedBeyond(
  { store, clock }: From,
  committeeId: CommitteeId,
  people: readonly PersonId[],
): Promise<ReadonlySet<PersonId>> {
  const today = localDay(clock());
  const seats = (await store.committees.seatsOfPeople(people)).filter(({ to }) => to === null || to >= today);
  const within = await committeesWithin({ store }, committeeId, seats);
  return new Set(seats.filter((seat) => !within.has(seat.committeeId)).map(({ personId }) => personId));
}

/**
 * Whether somebody tells in a session that still runs, or may vote in one that is neither here nor below. Who tells here
 * and holds no seat comes to an account by this committee's office: it is nobody's who was there before.
 */
export async function actsBeyond(
  { store, clock }: From,
  committeeId: CommitteeId,
  personId: PersonId,
  account: 'new' | 'present',
): Promise<boolean> {
  const sessions = (await store.sessions.list({ personIds: [personId] })).filter(({ state }) => isRunning(state));
  // Nobody can tell what somebody is in a session that is locked.
  if ((await store.sessions.locked({ personIds: [personId] })).length > 0) return true;
  const mayTellHere = account === 'new' && (await withoutSeat({ store, clock }, [personId])).has(personId);
  const isTeller = ({ tellers, committeeId: of }: Session) =>
    !(mayTellHere && of === committeeId) && tellers.some((teller) => teller.personId === personId);
  const within = await committeesWithin({ store }, committeeId, sessions);
  return sessions.some((session) => isTeller(session) || !within.has(session.committeeId));
}

/** Whether an account administers, chairs, or has a role elsewhere. */
export function hasDutyBeyond({ administrator, grants }: Account, committeeId: CommitteeId): boolean {
  return administrator || grants.some((grant) => grant.committeeId !== committeeId || grant.role === 'chair');
}

/** Everything together, of one account or of a person who has none yet. */
export async function reachesBeyond(
  deps: From,
  committeeId: CommitteeId,
  { account, personId }: { readonly account: Account | undefined; readonly personId: PersonId | null },
): Promise<boolean> {
  if (account !== undefined && hasDutyBeyond(account, committeeId)) return true;
  if (personId === null) return false;
  if ((await seatedBeyond(deps, committeeId, [personId])).has(personId)) return true;
  return actsBeyond(deps, committeeId, personId, account === undefined ? 'new' : 'present');
}

/** Of the committees of these seats or sessions those that are the committee or somewhere below it. */
async function committeesWithin(
  { store }: Pick<Deps, 'store'>,
  committeeId: CommitteeId,
  things: readonly Pick<Seat, 'committeeId'>[],
): Promise<ReadonlySet<CommitteeId>> {
  const within = new Set([committeeId]);
  const others = new Set(things.map((thing) => thing.committeeId));
  others.delete(committeeId);
  for (const other of others) {
    const above = await store.committees.above([other]);
    if (above.some(({ id }) => id === committeeId)) within.add(other);
  }
  return within;
}
