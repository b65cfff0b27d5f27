import type { Account, AccountId, SignIn, SignInFailures, SignInId } from '../../domain/account/account.ts';
import type { CommitteeId } from '../../domain/committee/committee.ts';
import type { PersonId } from '../../domain/roster/person.ts';
import type { Ruling } from '../../domain/ruling.ts';

export interface AccountSearch {
  /** Stands somewhere in the `usernameKey`. */
  readonly text: string;
  /** Or each begins a word of the person's name; none finds nobody by name. */
  readonly words: readonly string[];
  /** The last one that was shown: `0` and its person's `nameOrderKey`, or `1` and its `usernameKey`; and its id. */
  readonly after?: { readonly key: string; readonly id: string } | undefined;
  readonly limit: number;
}

export interface AccountStore {
  /** Whether the service was set up. */
  any(): Promise<boolean>;
  list(): Promise<readonly Account[]>;
  find(id: AccountId): Promise<Account | undefined>;
  /** `key` as `usernameKey` makes it. */
  findByName(key: string): Promise<Account | undefined>;
  /** Accounts whose user name or whose person's name is as it is searched, by their people's names; those of nobody last, by user name. */
  search(search: AccountSearch): Promise<readonly Account[]>;
  /** The accounts of these people, in any order. */
  findByPeople(people: readonly PersonId[]): Promise<readonly Account[]>;
  /** Accounts with a role in the committee, in any order. */
  withRoleIn(committeeId: CommitteeId): Promise<readonly Account[]>;
  create(account: Account): Promise<Ruling<Account, 'id-in-use' | 'username-taken' | 'has-account'>>;
  /** Creates only when there is no account at all. */
  createFirst(account: Account): Promise<Ruling<Account, 'already-set-up'>>;
  update<Refusal extends string>(
    id: AccountId,
    decide: (account: Account) => Ruling<Account, Refusal>,
  ): Promise<Ruling<Account, Refusal | 'unknown-account'>>;

  /** In one step with looking at the account as it is then. */
  addSignIn<Refusal extends string = never>(
    signIn: SignIn,
    check?: (account: Account | undefined) => Ruling<undefined, Refusal>,
  ): Promise<Ruling<undefined, Refusal>>;
  /** The account behind a sign-in that has neither ended nor expired at `now`. */
  findSignedIn(id: SignInId, now: Date): Promise<Account | undefined>;
  /** An account's sign-ins that have neither ended nor expired, in no order that says anything. */
  signInsOf(id: AccountId, now: Date): Promise<readonly SignIn[]>;
  /**
   * Of these sign-ins what decides what their owners may do, equal as long as nothing of it has changed; without those that
   * have ended. Whether one has expired is not looked at.
   */
  standings(ids: readonly SignInId[]): Promise<ReadonlyMap<SignInId, string>>;
  /** Notes that a sign-in was used on an ISO day. */
  markUsed(id: SignInId, day: string): Promise<void>;
  endSignIn(id: SignInId): Promise<void>;
  /** Ends all of an account, but one where that is named. */
  endSignIns(id: AccountId, except?: SignInId): Promise<void>;

  /** Counts a failure unless the decision refuses: one step, so that attempts side by side all count. */
  updateFailures<Refusal extends string>(
    key: string,
    decide: (failures: SignInFailures | undefined) => Ruling<SignInFailures, Refusal>,
  ): Promise<Ruling<SignInFailures, Refusal>>;
  findFailures(key: string): Promise<SignInFailures | undefined>;
  clearFailures(key: string): Promise<void>;
}
