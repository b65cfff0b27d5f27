import type { Account } from '../../domain/account/account.ts';
import { accept, type Ruling, refuse } from '../../domain/ruling.ts';
import type { Deps } from '../deps.ts';
import { ownKey } from './count-guess.ts';
import { tryPassword } from './try-password.ts';

/**
 * Tries the signed-in account's own password. Failures lock as at the door, but count apart from those there: a stranger
 * who tries the name cannot keep its signed-in owner from anything.
 */
export async function confirmPassword(
  deps: Deps,
  account: Account,
  password: string,
): Promise<Ruling<Account, 'wrong-password' | 'sign-in-locked'>> {
  const tried = await tryPassword(deps, ownKey('password', account.id), account, password);
  if (!tried.ok) return refuse(tried.refusal === 'sign-in-locked' ? 'sign-in-locked' : 'wrong-password');
  await tried.value.forgive();
  return accept(account);
}
