import {
  type Account,
  type AccountId,
  decideAttempt,
  hasDuty,
  type SignInFailures,
} from '../../domain/account/account.ts';
import { noObject } from '../../domain/audit.ts';
import { accept, type Ruling } from '../../domain/ruling.ts';
import type { Deps } from '../deps.ts';
import { withAuditEntry } from '../http/with-audit-entry.ts';

/** A guess at a secret, which counts as a failure until it is forgiven. */
export interface Guess {
  /** It was wrong; of whom it was, where that is known. */
  fail(account: Account | undefined): Promise<void>;
  /** It was right: the failures before it are forgotten. */
  forgive(): Promise<void>;
}

/**
 * Counts a guess under a key before the secret is looked at, in one step: guesses side by side cannot slip under the
 * limit. A locked key is refused whatever is guessed, or the lock would tell when it is right. Counting is not what the
 * call is about: its note in the audit log stays for the change that a right guess allows.
 */
export async function countGuess(deps: Deps, key: string): Promise<Ruling<Guess, 'sign-in-locked'>> {
  const apart = { ...deps, store: deps.store.noting() };
  const { accounts } = apart.store;
  const counted = await accounts.updateFailures(key, (failures) => decideAttempt(failures, deps.clock()));
  if (!counted.ok) return counted;
  return accept({
    fail: (account) => noteFailure(apart, key, account, counted.value),
    forgive: () => accounts.clearFailures(key),
  });
}

/**
 * Under what the owner of an account who is signed in guesses: apart from strangers at the door, and each secret for
 * itself, since a right password must not forgive wrong codes. No user name begins with a space, so that nobody at the
 * door can lock it.
 */
export function ownKey(secret: 'password' | 'code', id: AccountId): string {
  return ` own ${secret}:${id}`;
}

/**
 * Notes a failure in the audit log, where there is such an account: of a member's only the one that locks the name. A
 * name without an account costs a write as well, so that time does not tell which names there are.
 */
async function noteFailure(deps: Deps, key: string, account: Account | undefined, failures: SignInFailures) {
  const rewrite = ({ store }: Deps) => store.accounts.updateFailures<never>(key, (now) => accept(now ?? failures));
  const isLocked = failures.lockedUntil !== null;
  if (account === undefined || !(isLocked || hasDuty(account))) return void (await rewrite(deps));
  const event = isLocked ? 'signInLocked' : 'signInFailed';
  await withAuditEntry(deps, { ...noObject, event, accountId: null, aboutAccountId: account.id }, rewrite);
}
