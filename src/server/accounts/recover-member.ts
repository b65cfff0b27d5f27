import type { OneTimeLink } from '../../contract/account/invitations.ts';
import type { AccountId } from '../../domain/account/account.ts';
import type { Principal } from '../../domain/account/relations.ts';
import type { CommitteeId } from '../../domain/committee/committee.ts';
import type { PersonId } from '../../domain/roster/person.ts';
import { type Ruling, refuse } from '../../domain/ruling.ts';
import type { Deps } from '../deps.ts';
import { localDay } from '../kit/local-time.ts';
import { reachesBeyond } from './outside-committee.ts';
import { recoverAccount } from './recover-account.ts';
import { opensAsChair } from './without-seat.ts';

/**
 * The same by a committee's office, for its own members only. Whoever makes the link could use it: so not for accounts
 * that chair, administer, tell in a session that still runs, or reach beyond this committee and those below it.
 */
export async function recoverMember(
  deps: Deps,
  committeeId: CommitteeId,
  id: AccountId,
  caller: Principal,
): Promise<Ruling<OneTimeLink, 'unknown-account' | 'account-of-others' | 'not-by-a-chair'>> {
  const account = await deps.store.accounts.find(id);
  if (account === undefined) return refuse('unknown-account');
  const { personId } = account;
  const hasRole = account.grants.some((grant) => grant.committeeId === committeeId);
  if (!hasRole && !(await isMember(deps, committeeId, personId))) return refuse('unknown-account');
  if (await reachesBeyond(deps, committeeId, { account, personId })) return refuse('account-of-others');
  if (await opensAsChair(deps, caller, [personId])) return refuse('not-by-a-chair');
  return recoverAccount(deps, id, { committeeId, by: caller.accountId });
}

async function isMember({ store, clock }: Deps, committeeId: CommitteeId, personId: PersonId | null) {
  if (personId === null) return false;
  const held = await store.committees.heldSeats(committeeId, localDay(clock()));
  return held.some(({ person }) => person.id === personId);
}
