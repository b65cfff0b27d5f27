import { type Account, decideAttempt, type SignIn, signInId, signInRules, usernameKey } from '../../domain/account.ts';
import { accept, type Decision, refuse } from '../../domain/decision.ts';
import type { Deps } from '../deps.ts';
import { uuid } from '../uuid.ts';
import { isPassword } from './password.ts';

/** Begins a sign-in. A locked name is refused whatever the password, or the lock would tell when it is right. */
export async function signIn(
  deps: Deps,
  { username, password }: { username: string; password: string },
): Promise<Decision<{ signIn: SignIn; account: Account }, 'wrong-sign-in' | 'sign-in-locked'>> {
  const { accounts } = deps.store;
  const key = usernameKey(username);
  // Counted before the slow comparison and forgiven after it: attempts side by side cannot slip under the limit.
  const attempt = await accounts.updateFailures(key, (failures) => decideAttempt(failures, deps.clock()));
  if (!attempt.ok) return attempt;
  const account = await accounts.findByName(key);
  if (!(await isPassword(password, account?.passwordHash)) || account === undefined) return refuse('wrong-sign-in');
  await accounts.clearFailures(key);

  const expires = deps.clock().getTime() + signInRules.hours * 3_600_000;
  const begun: SignIn = {
    id: signInId.parse(uuid(deps.random)),
    accountId: account.id,
    expiresAt: new Date(expires).toISOString(),
  };
  await accounts.addSignIn(begun);
  return accept({ signIn: begun, account });
}
