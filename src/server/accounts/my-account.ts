import type { z } from 'zod';
import type { AccountView } from '../../contract/account/accounts.ts';
import type { changePassword as changeContract } from '../../contract/account/my-account.ts';
import { type Account, hasSecondFactor, type SignInId } from '../../domain/account/account.ts';
import { accept, type Ruling, refuse } from '../../domain/ruling.ts';
import type { Deps } from '../deps.ts';
import { countGuess, ownKey } from './count-guess.ts';
import { hashPassword } from './password.ts';
import { newFactor, recoveryCodes, takeCode } from './second-factor.ts';
import { tryPassword } from './try-password.ts';
import { accountView, knownOf, ownView } from './views.ts';
import { isWeakPassword } from './weak-password.ts';

/**
 * Tries the signed-in account's own password. Failures lock as at the door, but count apart from those there: a stranger
 * who tries the name cannot keep its signed-in owner from anything.
 */
async function confirmPassword(
  deps: Deps,
  account: Account,
  password: string,
): Promise<Ruling<Account, 'wrong-password' | 'sign-in-locked'>> {
  const tried = await tryPassword(deps, ownKey('password', account.id), account, password);
  if (!tried.ok) return refuse(tried.refusal === 'sign-in-locked' ? 'sign-in-locked' : 'wrong-password');
  await tried.value.forgive();
  return accept(account);
}

/**
 * Changes an account by a code that has to be right. Wrong ones lock like wrong passwords: with a million codes in all,
 * and some good at any moment, whoever found a signed-in browser would soon have guessed one.
 */
async function changeByCode<Refusal extends string>(
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

/** Changes the password and ends every sign-in but this one. */
export async function changePassword(
  deps: Deps,
  account: Account,
  signIn: SignInId,
  { current, next }: z.infer<typeof changeContract.body>,
): Promise<Ruling<undefined, 'wrong-password' | 'sign-in-locked' | 'weak-password' | 'unknown-account'>> {
  const { accounts } = deps.store;
  const confirmed = await confirmPassword(deps, account, current);
  if (!confirmed.ok) return confirmed;
  if (isWeakPassword(next, await knownOf(deps, account))) return refuse('weak-password');
  const passwordHash = await hashPassword(next);
  // Hashing took time, in which a recovery link or another sign-in may have given it another password.
  const changed = await accounts.update<'wrong-password'>(account.id, (now) =>
    now.passwordHash === account.passwordHash ? accept({ ...now, passwordHash }) : refuse('wrong-password'),
  );
  if (!changed.ok) return changed;
  await accounts.endSignIns(account.id, signIn);
  return accept(undefined);
}

/** A secret for an app; one that was begun and not confirmed is replaced. */
export async function beginSecondFactor(
  deps: Deps,
  account: Account,
  password: string,
): Promise<
  Ruling<{ secret: string; uri: string }, 'second-factor-on' | 'wrong-password' | 'sign-in-locked' | 'unknown-account'>
> {
  const confirmed = await confirmPassword(deps, account, password);
  if (!confirmed.ok) return confirmed;
  const { factor, secret, uri } = newFactor(deps, account);
  const changed = await deps.store.accounts.update(account.id, (now) => {
    if (now.passwordHash !== account.passwordHash) return refuse('wrong-password');
    return hasSecondFactor(now) ? refuse('second-factor-on') : accept({ ...now, secondFactor: factor });
  });
  return changed.ok ? accept({ secret, uri }) : changed;
}

/** Puts the second factor in force; sign-ins without it end, this one has just shown it. */
export async function confirmSecondFactor(
  deps: Deps,
  account: Account,
  signIn: SignInId,
  code: string,
): Promise<
  Ruling<
    { recoveryCodes: string[]; account: AccountView },
    'no-second-factor' | 'second-factor-on' | 'wrong-code' | 'sign-in-locked' | 'unknown-account'
  >
> {
  if (hasSecondFactor(account)) return refuse('second-factor-on');
  if (account.secondFactor === null) return refuse('no-second-factor');
  const { codes, hashes } = recoveryCodes(deps, account);
  const changed = await changeByCode<'no-second-factor' | 'second-factor-on'>(deps, account, (now) => {
    if (now.secondFactor === null) return refuse('no-second-factor');
    if (hasSecondFactor(now)) return refuse('second-factor-on');
    const taken = takeCode(deps, now, code);
    if (!taken.ok) return taken;
    return accept({ ...now, secondFactor: { ...taken.value, confirmed: true, recovery: hashes } });
  });
  if (!changed.ok) return changed;
  await deps.store.accounts.endSignIns(account.id, signIn);
  return accept({ recoveryCodes: codes, account: accountView(changed.value, deps.config) });
}

/** Takes password and a code: whoever finds a signed-in browser cannot weaken the account. */
export async function removeSecondFactor(
  deps: Deps,
  account: Account,
  { password, code }: { password: string; code: string },
): Promise<
  Ruling<AccountView, 'no-second-factor' | 'wrong-password' | 'sign-in-locked' | 'wrong-code' | 'unknown-account'>
> {
  const confirmed = await confirmPassword(deps, account, password);
  if (!confirmed.ok) return confirmed;
  if (!hasSecondFactor(account)) return refuse('no-second-factor');
  const changed = await changeByCode<'no-second-factor'>(deps, account, (now) => {
    if (!hasSecondFactor(now)) return refuse('no-second-factor');
    const taken = takeCode(deps, now, code);
    return taken.ok ? accept({ ...now, secondFactor: null }) : taken;
  });
  return changed.ok ? accept(await ownView(deps, changed.value)) : changed;
}
