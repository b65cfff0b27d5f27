import type { Account } from '../../domain/account/account.ts';
import { accept, type Ruling, refuse } from '../../domain/ruling.ts';
import type { Deps } from '../deps.ts';
import { countGuess } from './count-guess.ts';
import { isPassword } from './password.ts';

/** An attempt under a name that counts as a failure until it is forgiven. */
export interface Attempt {
  readonly account: Account;
  /** The password was right, but something else was wrong. */
  fail(): Promise<void>;
  forgive(): Promise<void>;
}

/** Tries a password under a name, or under a key that the account's owner has to themselves. */
export async function tryPassword(
  deps: Deps,
  key: string,
  account: Account | undefined,
  password: string,
): Promise<Ruling<Attempt, 'wrong-sign-in' | 'sign-in-locked'>> {
  const guess = await countGuess(deps, key);
  if (!guess.ok) return guess;
  const isRight = await isPassword(password, account?.passwordHash);
  if (!isRight || account === undefined) {
    await guess.value.fail(account);
    return refuse('wrong-sign-in');
  }
  return accept({ account, fail: () => guess.value.fail(account), forgive: guess.value.forgive });
}
