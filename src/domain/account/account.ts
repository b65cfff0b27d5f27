import * as z from 'zod/mini';
import type { CommitteeId } from '../committee/committee.ts';
import type { PersonId } from '../roster/person.ts';
import { accept, type Ruling, refuse } from '../ruling.ts';

export const accountId = z.uuid().brand<'AccountId'>();
export type AccountId = z.infer<typeof accountId>;

export const signInId = z.uuid().brand<'SignInId'>();
export type SignInId = z.infer<typeof signInId>;

/** What somebody may be for one committee by appointment; seats, tellers and rolls follow from other data. */
// `secretary`: the committee's own (bí thư), who briefs the voters; called the briefer wherever people read it, since the
// one who keeps a meeting's minutes (thư ký) is a secretary too.
export const roles = ['chair', 'secretary', 'office'] as const;
export type Role = (typeof roles)[number];

export interface Grant {
  readonly role: Role;
  readonly committeeId: CommitteeId;
}

export interface Account {
  readonly id: AccountId;
  /** As typed, composed; two names that differ only in case are the same (`usernameKey`). */
  readonly username: string;
  readonly passwordHash: string;
  /** The person who uses the account, and no other one; null for one that nobody's seats hang on. */
  readonly personId: PersonId | null;
  /** Was a second one of a person, from when there could be two: without person, roles and sign-ins since. */
  readonly secondOf?: AccountId;
  readonly administrator: boolean;
  readonly grants: readonly Grant[];
  /** The authenticator app of the account; null where there is none. */
  readonly secondFactor: SecondFactor | null;
}

/** What the service keeps of an authenticator app (RFC 6238). */
export interface SecondFactor {
  /** Sealed under a key that is not in the database. */
  readonly secret: string;
  /** Whether a first code has shown that the app has the secret; until then it is not asked for. */
  readonly confirmed: boolean;
  /** Number of the 30-second step of the last code that was taken: each is taken once. */
  readonly lastStep: number;
  /** Keyed hashes of the recovery codes that were not used. */
  readonly recovery: readonly string[];
}

/** A signed-in browser or program: a token names it, and ends with it. */
export interface SignIn {
  readonly id: SignInId;
  readonly accountId: AccountId;
  /** ISO instant, on the hour: the exact time would say when a member came to receive a paper (promise 1). */
  readonly expiresAt: string;
  /** Browser and system in two words; null where they are not known. */
  readonly device: string | null;
  /** ISO days. */
  readonly begunOn: string;
  readonly lastUsedOn: string;
}

/** Failures to sign in under one name, whether such an account exists or not. */
export interface SignInFailures {
  readonly count: number;
  /** ISO instants. */
  readonly lastAt: string;
  readonly lockedUntil: string | null;
}

export const signInRules = {
  /** So many failures in a row lock the name. */
  failuresAllowed: 5,
  /** The first lock in seconds; each further failure doubles it. */
  firstLockSeconds: 30,
  longestLockSeconds: 900,
  /** Seconds without a failure after which they are forgotten. */
  forgottenAfterSeconds: 3600,
  /** Hours a sign-in lasts, to the end of the last one. */
  hours: 12,
} as const;

/** Under which a username is unique and found again. */
export function usernameKey(username: string): string {
  return username.normalize('NFC').trim().toLocaleLowerCase('vi');
}

/**
 * Whether a name may try now, and if so what is remembered while it tries: the attempt counts as a failure until the
 * password has proved right. Counted per name, never per address: a hall shares one (promise 7).
 */
export function decideAttempt(
  failures: SignInFailures | undefined,
  now: Date,
): Ruling<SignInFailures, 'sign-in-locked'> {
  if (isLocked(failures, now)) return refuse('sign-in-locked');
  const forgotten = failures === undefined || secondsApart(failures.lastAt, now) > signInRules.forgottenAfterSeconds;
  const count = forgotten ? 1 : failures.count + 1;
  const beyond = count - signInRules.failuresAllowed;
  const seconds = Math.min(signInRules.longestLockSeconds, signInRules.firstLockSeconds * 2 ** Math.max(0, beyond));
  const lockedUntil = beyond < 0 ? null : new Date(now.getTime() + seconds * 1000).toISOString();
  return accept({ count, lastAt: now.toISOString(), lockedUntil });
}

/** Whether a name is locked now. A lock that ends later than any could was set by another clock: it is over. */
export function isLocked(failures: SignInFailures | undefined, now: Date): boolean {
  if (!failures?.lockedUntil || failures.lockedUntil <= now.toISOString()) return false;
  return secondsApart(failures.lockedUntil, now) <= signInRules.longestLockSeconds;
}

/**
 * Whether a sign-in is in force. One whose end lies twice as far ahead as that of a new one was begun under a clock
 * that has been put back since (docs/decisions/clocks.md).
 */
export function isInForce({ expiresAt }: Pick<SignIn, 'expiresAt'>, now: Date): boolean {
  const longest = 2 * (signInRules.hours + 1) * 3600;
  return expiresAt > now.toISOString() && secondsApart(expiresAt, now) <= longest;
}

/**
 * Whether somebody has a duty beyond voting. Only of these the audit log notes when they come and go: beside the box it
 * would say about when a member voted (docs/decisions/audit-log.md).
 */
export function hasDuty({ administrator, grants }: Pick<Account, 'administrator' | 'grants'>): boolean {
  return administrator || grants.length > 0;
}

/** Whether a second factor protects the account. */
export function hasSecondFactor({ secondFactor }: Pick<Account, 'secondFactor'>): boolean {
  return secondFactor?.confirmed === true;
}

/** When a sign-in that begins now ends. */
export function signInExpiry(now: Date): string {
  const hour = 3_600_000;
  return new Date(Math.ceil(now.getTime() / hour) * hour + signInRules.hours * hour).toISOString();
}

/** Adds or takes a role; giving one twice or taking one that was not given changes nothing. */
export function withGrant(account: Account, grant: Grant, given: boolean): Account {
  const others = account.grants.filter((held) => held.role !== grant.role || held.committeeId !== grant.committeeId);
  return { ...account, grants: given ? [...others, grant] : others };
}

function secondsApart(instant: string, now: Date): number {
  return Math.abs(now.getTime() - Date.parse(instant)) / 1000;
}
