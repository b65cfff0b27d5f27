import type { z } from 'zod';
import type * as contract from '../../contract/account/my-account.ts';
import type { Account, SignInId } from '../../domain/account/account.ts';
import { accept, type Ruling, refuse } from '../../domain/ruling.ts';
import type { Deps } from '../deps.ts';
import type { Call } from '../http/route.ts';
import { confirmPassword } from './confirm-password.ts';
import { hashPassword } from './password.ts';
import { knownOf } from './views.ts';
import { isWeakPassword } from './weak-password.ts';
import { withOwnAccount } from './with-own-account.ts';

/** Changes the password and ends every sign-in but this one. */
export function changePassword(deps: Deps, call: Call<typeof contract.changePassword>) {
  return withOwnAccount(deps, call, (own, signIn) => change(deps, own, signIn, call.body));
}

async function change(
  deps: Deps,
  account: Account,
  signIn: SignInId,
  { current, next }: z.infer<typeof contract.changePassword.body>,
): Promise<Ruling<undefined, 'wrong-password' | 'sign-in-locked' | 'weak-password' | 'unknown-account'>> {
  const { accounts } = deps.store;
  const confirmed = await confirmPassword(deps, account, current);
  if (!confirmed.ok) return confirmed;
  if (await isWeakPassword(next, await knownOf(deps, account))) return refuse('weak-password');
  const passwordHash = await hashPassword(next);
  // Before as well: where the service dies in between, nobody stays who got in with the password that was to be changed.
  await deps.store.noting().accounts.endSignIns(account.id, signIn);
  // Hashing took time, in which a recovery link or another sign-in may have given it another password.
  const changed = await accounts.update<'wrong-password'>(account.id, (now) =>
    now.passwordHash === account.passwordHash ? accept({ ...now, passwordHash }) : refuse('wrong-password'),
  );
  if (!changed.ok) return changed;
  await accounts.endSignIns(account.id, signIn);
  return accept(undefined);
}
