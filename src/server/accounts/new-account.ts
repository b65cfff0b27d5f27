import type { z } from 'zod';
import type { createAccount as contract } from '../../contract/account/accounts.ts';
import type { Account, AccountId } from '../../domain/account/account.ts';
import { hashPassword } from './password.ts';

export type NewAccount = Omit<z.infer<typeof contract.body>, 'id'>;

export async function newAccount(
  id: AccountId,
  { username, password, personId, administrator }: NewAccount,
): Promise<Account> {
  const passwordHash = await hashPassword(password);
  return { id, username, passwordHash, personId, administrator, grants: [], secondFactor: null };
}
