import type { Account } from '../../domain/account/account.ts';
import type { Invitation } from '../../domain/account/invitation.ts';
import type { Deps } from '../deps.ts';

/** The account that a link recovers, or that has come to its person by another slip and gets its roles. */
export async function accountOf(
  { store }: Pick<Deps, 'store'>,
  { accountId, personId, grants }: Pick<Invitation, 'accountId' | 'personId' | 'grants'>,
): Promise<Account | undefined> {
  if (accountId !== null) return store.accounts.find(accountId);
  if (personId === null || grants.length === 0) return undefined;
  return (await store.accounts.findByPeople([personId]))[0];
}
