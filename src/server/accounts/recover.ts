import type { OneTimeLink } from '../../contract/invitations.ts';
import type { Account, AccountId } from '../../domain/account.ts';
import type { CommitteeId } from '../../domain/committee.ts';
import { accept, type Decision, refuse } from '../../domain/decision.ts';
import type { Seat } from '../../domain/seat.ts';
import { isWithin } from '../../domain/seat.ts';
import type { Deps } from '../deps.ts';
import { localDay } from '../local-time.ts';
import { newLink } from './invitations.ts';

/** Sessions that need their tellers no more. */
const ended: readonly string[] = ['published', 'cancelled'];

/** A link with which an account's owner starts anew; every sign-in ends now, the rest when the link is used. */
export async function recoverAccount(
  deps: Pick<Deps, 'store' | 'clock' | 'random'>,
  id: AccountId,
  committeeId: CommitteeId | null,
): Promise<Decision<OneTimeLink, 'unknown-account'>> {
  const { accounts, committees, invitations } = deps.store;
  const account = await accounts.find(id);
  if (account === undefined) return refuse('unknown-account');
  const { personId, username } = account;
  const person = personId === null ? undefined : await committees.findPerson(personId);
  const name = person?.fullName ?? username;
  const { invitation, link } = newLink(deps, { name, personId, accountId: id, committeeId, grants: [] }, null);
  await invitations.add([invitation]);
  await accounts.endSignIns(id);
  return accept(link);
}

/**
 * The same by a committee's office, for its own members only. Whoever makes the link could use it: so not for accounts
 * that chair, administer, tell in a session that still runs, or reach beyond this committee and those below it.
 */
export async function recoverMember(
  deps: Deps,
  committeeId: CommitteeId,
  id: AccountId,
): Promise<Decision<OneTimeLink, 'unknown-account' | 'account-of-others'>> {
  const account = await deps.store.accounts.find(id);
  if (account === undefined) return refuse('unknown-account');
  const seats = await presentSeats(deps, account);
  const isMember = seats.some((seat) => seat.committeeId === committeeId);
  const hasRole = account.grants.some((grant) => grant.committeeId === committeeId);
  if (!isMember && !hasRole) return refuse('unknown-account');
  const reaches = !staysWithin(account, committeeId) || (await isTelling(deps, account));
  if (reaches || !(await areBelow(deps, seats, committeeId))) return refuse('account-of-others');
  return recoverAccount(deps, id, committeeId);
}

async function presentSeats({ store, clock }: Deps, { personId }: Account): Promise<readonly Seat[]> {
  if (personId === null) return [];
  const today = localDay(clock());
  return (await store.committees.seatsOf(personId)).filter((seat) => isWithin(seat, today));
}

function staysWithin({ administrator, grants }: Account, committeeId: CommitteeId): boolean {
  return !administrator && grants.every((grant) => grant.committeeId === committeeId && grant.role !== 'chair');
}

async function isTelling({ store }: Deps, { personId }: Account): Promise<boolean> {
  if (personId === null) return false;
  const sessions = await store.sessions.list({ personId });
  return sessions.some(
    ({ state, tellers }) => !ended.includes(state) && tellers.some((teller) => teller.personId === personId),
  );
}

/** Whether every seat is in the committee or somewhere below it. */
async function areBelow({ store }: Deps, seats: readonly Seat[], committeeId: CommitteeId): Promise<boolean> {
  const others = [...new Set(seats.map((seat) => seat.committeeId))].filter((one) => one !== committeeId);
  for (const other of others) {
    const above = await store.committees.above([other]);
    if (!above.some((one) => one.id === committeeId)) return false;
  }
  return true;
}
