import type { AccountView } from '../../contract/account/accounts.ts';
import type * as contract from '../../contract/account/my-account.ts';
import { type Account, hasSecondFactor, type SignInId } from '../../domain/account/account.ts';
import { accept, type Ruling, refuse } from '../../domain/ruling.ts';
import type { Deps } from '../deps.ts';
import type { Call } from '../http/route.ts';
import { changeByCode } from './change-by-code.ts';
import { recoveryCodes, takeCode } from './second-factor.ts';
import { accountView } from './views.ts';
import { withOwnAccount } from './with-own-account.ts';

/** Puts the second factor in force; sign-ins without it end, this one has just shown it. */
export function confirmSecondFactor(deps: Deps, call: Call<typeof contract.confirmSecondFactor>) {
  return withOwnAccount(deps, call, (own, signIn) => confirm(deps, own, signIn, call.body.code));
}

async function confirm(
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
