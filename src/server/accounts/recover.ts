import type { OneTimeLink } from '../../contract/account/invitations.ts';
import type { AccountId } from '../../domain/account/account.ts';
import type { CommitteeId } from '../../domain/committee/committee.ts';
import type { PersonId } from '../../domain/roster/person.ts';
import { accept, type Ruling, refuse } from '../../domain/ruling.ts';
import type { Deps } from '../deps.ts';
import { localDay } from '../kit/local-time.ts';
import { newLink } from './new-link.ts';
import { reachesBeyond } from './outside-committee.ts';

/** A link with which an account's owner starts anew; every sign-in ends now, the rest when the link is used. */
export async function recoverAccount(
  deps: Pick<Deps, 'store' | 'clock' | 'random'>,
  id: AccountId,
  committeeId: CommitteeId | null,
): Promise<Ruling<OneTimeLink, 'unknown-account'>> {
  const { accounts, committees, invitations } = deps.store;
  const account = await accounts.find(id);
  if (account === undefined) return refuse('unknown-account');
  const { personId, username } = account;
  const person = personId === null ? undefined : await committees.findPerson(personId);
  const name = person?.name ?? username;
  const { invitation, link } = newLink(
    deps,
    { name, personId, accountId: id, committeeId, grants: [], byAdministrator: committeeId === null },
    null,
  );
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
): Promise<Ruling<OneTimeLink, 'unknown-account' | 'account-of-others'>> {
  const account = await deps.store.accounts.find(id);
  if (account === undefined) return refuse('unknown-account');
  const { personId } = account;
  const hasRole = account.grants.some((grant) => grant.committeeId === committeeId);
  if (!hasRole && !(await isMember(deps, committeeId, personId))) return refuse('unknown-account');
  if (await reachesBeyond(deps, committeeId, { account, personId })) return refuse('account-of-others');
  return recoverAccount(deps, id, committeeId);
}

async function isMember({ store, clock }: Deps, committeeId: CommitteeId, personId: PersonId | null) {
  if (personId === null) return false;
  const held = await store.committees.heldSeats(committeeId, localDay(clock()));
  return held.some(({ person }) => person.id === personId);
}
