import type * as contract from '../../contract/account/my-account.ts';
import { type Account, hasSecondFactor } from '../../domain/account/account.ts';
import { accept, type Ruling, refuse } from '../../domain/ruling.ts';
import type { Deps } from '../deps.ts';
import type { Call } from '../http/route.ts';
import { confirmPassword } from './confirm-password.ts';
import { newFactor } from './second-factor.ts';
import { withOwnAccount } from './with-own-account.ts';

/** A secret for an app; one that was begun and not confirmed is replaced. */
export function beginSecondFactor(deps: Deps, call: Call<typeof contract.beginSecondFactor>) {
  return withOwnAccount(deps, call, (own) => begin(deps, own, call.body.password));
}

async function begin(
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
