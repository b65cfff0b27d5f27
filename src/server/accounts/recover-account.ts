import type { OneTimeLink } from '../../contract/account/invitations.ts';
import type { AccountId } from '../../domain/account/account.ts';
import type { Principal } from '../../domain/account/relations.ts';
import type { CommitteeId } from '../../domain/committee/committee.ts';
import { accept, type Ruling, refuse } from '../../domain/ruling.ts';
import type { Deps } from '../deps.ts';
import { uuid } from '../kit/uuid.ts';
import { newLink } from './new-link.ts';
import { opensAsChair } from './without-seat.ts';

/** The same by an administrator, for any account. */
export async function recoverAnyAccount(
  deps: Deps,
  id: AccountId,
  caller: Principal,
): Promise<Ruling<OneTimeLink, 'unknown-account' | 'not-by-a-chair'>> {
  const account = await deps.store.accounts.find(id);
  if (account !== undefined && (await opensAsChair(deps, caller, [account.personId]))) return refuse('not-by-a-chair');
  return recoverAccount(deps, id, { committeeId: null, by: caller.accountId });
}

interface Recovering {
  /** Whose office makes the link; null for an administrator. */
  readonly committeeId: CommitteeId | null;
  /** Null on the serving machine itself, where nobody has signed in. */
  readonly by: AccountId | null;
}

/** A link with which an account's owner starts anew; every sign-in ends now, the rest when the link is used. */
export async function recoverAccount(
  deps: Pick<Deps, 'store' | 'clock' | 'random'>,
  id: AccountId,
  { committeeId, by }: Recovering,
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
    // It is void once they chair (usableLink), as every link into the account of a teller without a seat.
    by === null ? undefined : { id: uuid(deps.random), by },
  );
  // First: a link that is there and sign-ins that were not ended would be the worse half.
  await deps.store.noting().accounts.endSignIns(id);
  await invitations.add([invitation]);
  return accept(link);
}
