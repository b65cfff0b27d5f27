import type { Account } from '../../domain/account/account.ts';
import type { Ruling } from '../../domain/ruling.ts';
import type { Deps } from '../deps.ts';
import { countGuess, ownKey } from './count-guess.ts';

/**
 * Changes an account by a code that has to be right. Wrong ones lock like wrong passwords: with a million codes in all,
 * and some good at any moment, whoever found a signed-in browser would soon have guessed one.
 */
export async function changeByCode<Refusal extends string>(
  deps: Deps,
  account: Account,
  decide: (now: Account) => Ruling<Account, Refusal | 'wrong-code'>,
): Promise<Ruling<Account, Refusal | 'wrong-code' | 'sign-in-locked' | 'unknown-account'>> {
  const guess = await countGuess(deps, ownKey('code', account.id));
  if (!guess.ok) return guess;
  const changed = await deps.store.accounts.update(account.id, decide);
  // Nothing else forgives: it would give back the guesses that were used up.
  if (changed.ok) await guess.value.forgive();
  else await guess.value.fail(account);
  return changed;
}
