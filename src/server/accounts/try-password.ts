import { type Account, decideAttempt, hasDuty, type SignInFailures } from '../../domain/account.ts';
import { noObject } from '../../domain/audit.ts';
import { accept, type Decision, refuse } from '../../domain/decision.ts';
import type { Deps } from '../deps.ts';
import { withAuditEntry } from '../with-audit-entry.ts';
import { isPassword } from './password.ts';

/** An attempt under a name that counts as a failure until it is forgiven. */
export interface Attempt {
  readonly account: Account;
  /** The password was right, but something else was wrong. */
  fail(): Promise<void>;
  forgive(): Promise<void>;
}

/**
 * Tries a password under a name. A locked name is refused whatever the password, or the lock would tell when it is
 * right. Counted before the slow comparison: attempts side by side cannot slip under the limit.
 */
export async function tryPassword(
  deps: Deps,
  key: string,
  account: Account | undefined,
  password: string,
): Promise<Decision<Attempt, 'wrong-sign-in' | 'sign-in-locked'>> {
  const { accounts } = deps.store;
  const attempt = await accounts.updateFailures(key, (failures) => decideAttempt(failures, deps.clock()));
  if (!attempt.ok) return attempt;
  const isRight = await isPassword(password, account?.passwordHash);
  if (!isRight || account === undefined) {
    await noteFailure(deps, key, account, attempt.value);
    return refuse('wrong-sign-in');
  }
  return accept({
    account,
    fail: () => noteFailure(deps, key, account, attempt.value),
    forgive: () => accounts.clearFailures(key),
  });
}

/**
 * Notes a failure in the audit log, where there is such an account: of a member's only the one that locks the name. A
 * name without an account costs a write as well, so that time does not tell which names there are.
 */
async function noteFailure(deps: Deps, key: string, account: Account | undefined, failures: SignInFailures) {
  const rewrite = () => deps.store.accounts.updateFailures<never>(key, (now) => accept(now ?? failures));
  const isLocked = failures.lockedUntil !== null;
  if (account === undefined || !(isLocked || hasDuty(account))) return void (await rewrite());
  const event = isLocked ? 'signInLocked' : 'signInFailed';
  await withAuditEntry(deps, { ...noObject, event, accountId: null, aboutAccountId: account.id }, rewrite);
}
