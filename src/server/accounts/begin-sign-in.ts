import { type Account, hasSecondFactor, type SignIn, usernameKey } from '../../domain/account/account.ts';
import { accept, type Ruling, refuse } from '../../domain/ruling.ts';
import type { Deps } from '../deps.ts';
import type { KnownDevice } from './known-device.ts';
import { takeCode } from './second-factor.ts';
import { addSignIn } from './signed-in.ts';
import { type Attempt, tryPassword } from './try-password.ts';

type SignInRefusal = 'wrong-sign-in' | 'sign-in-locked' | 'second-factor-asked' | 'wrong-code';

interface Given {
  readonly username: string;
  readonly password: string;
  readonly code?: string | undefined;
}

/**
 * Begins a sign-in, with the code of an authenticator app where the account has one. In a browser that the account knows
 * failures are counted apart: a stranger who locks a name keeps its owner out of no such browser.
 */
export async function beginSignIn(
  deps: Deps,
  { username, password, code }: Given,
  device: string | null,
  known: (account: Account | undefined) => KnownDevice | undefined,
): Promise<Ruling<{ signIn: SignIn; account: Account }, SignInRefusal>> {
  const { accounts } = deps.store;
  const key = usernameKey(username);
  const named = await accounts.findByName(key);
  const tried = await tryPassword(deps, known(named)?.key ?? key, named, password);
  if (!tried.ok) return tried;
  const { account } = tried.value;
  if (hasSecondFactor(account)) {
    const checked = await checkCode(deps, tried.value, code);
    if (!checked.ok) return checked;
  }
  await tried.value.forgive();
  const begun = await addSignIn(deps, account, device);
  return begun.ok ? accept({ signIn: begun.value, account }) : begun;
}

/** Without a code the attempt stays counted: a right password alone forgives nothing. */
async function checkCode(
  deps: Deps,
  attempt: Attempt,
  code: string | undefined,
): Promise<Ruling<Account, 'second-factor-asked' | 'wrong-code'>> {
  if (code === undefined) return refuse('second-factor-asked');
  const taken = await deps.store.accounts.update(attempt.account.id, (account) => {
    const secondFactor = takeCode(deps, account, code);
    return secondFactor.ok ? accept({ ...account, secondFactor: secondFactor.value }) : secondFactor;
  });
  if (taken.ok) return taken;
  await attempt.fail();
  return refuse('wrong-code');
}
