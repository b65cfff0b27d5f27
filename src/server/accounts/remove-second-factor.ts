import type { AccountView } from '../../contract/account/accounts.ts';
import type * as contract from '../../contract/account/my-account.ts';
import { type Account, hasSecondFactor } from '../../domain/account/account.ts';
import { accept, type Ruling, refuse } from '../../domain/ruling.ts';
import type { Deps } from '../deps.ts';
import type { Call } from '../http/route.ts';
import { changeByCode } from './change-by-code.ts';
import { confirmPassword } from './confirm-password.ts';
import { takeCode } from './second-factor.ts';
import { ownView } from './views.ts';
import { withOwnAccount } from './with-own-account.ts';

/** Takes password and a code: whoever finds a signed-in browser cannot weaken the account. */
export function removeSecondFactor(deps: Deps, call: Call<typeof contract.removeSecondFactor>) {
  return withOwnAccount(deps, call, (own) => remove(deps, own, call.body));
}

async function remove(
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
