import {
  type Account,
  type AccountId,
  decideAttempt,
  hasDuty,
  type SignIn,
  type SignInFailures,
  signInId,
  signInRules,
  usernameKey,
} from '../../domain/account.ts';
import { noObject } from '../../domain/audit.ts';
import { accept, type Decision, refuse } from '../../domain/decision.ts';
import type { Deps } from '../deps.ts';
import { uuid } from '../uuid.ts';
import { withAuditEntry } from '../with-audit-entry.ts';
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
  if (!(await isPassword(password, account?.passwordHash)) || account === undefined) {
    await noteFailure(deps, key, account, attempt.value);
    return refuse('wrong-sign-in');
  }
  await accounts.clearFailures(key);

  const expires = deps.clock().getTime() + signInRules.hours * 3_600_000;
  const begun: SignIn = {
    id: signInId.parse(uuid(deps.random)),
    accountId: account.id,
    expiresAt: new Date(expires).toISOString(),
  };
  const keep = async () => accept(await accounts.addSignIn(begun));
  await (hasDuty(account) ? withAuditEntry(deps, ownEvent('signIn', account.id), keep) : keep());
  return accept({ signIn: begun, account });
}

/** Ends the caller's sign-in. */
export async function signOut(deps: Deps, account: Account | undefined, id: SignIn['id']): Promise<void> {
  const end = async () => accept(await deps.store.accounts.endSignIn(id));
  await (account && hasDuty(account) ? withAuditEntry(deps, ownEvent('signOut', account.id), end) : end());
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

function ownEvent(event: string, accountId: AccountId) {
  return { ...noObject, event, accountId, aboutAccountId: accountId };
}
