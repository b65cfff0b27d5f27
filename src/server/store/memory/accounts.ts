import {
  type Account,
  isInForce,
  type SignIn,
  type SignInFailures,
  usernameKey,
} from '../../../domain/account/account.ts';
import { nameOrderKey } from '../../../domain/roster/name-order-key.ts';
import { accept, type Ruling, refuse } from '../../../domain/ruling.ts';
import type { AccountStore } from '../account-store.ts';
import type { CommitteeStore } from '../committee-store.ts';
import type { InvitationStore } from '../invitation-store.ts';
import { refuseGone } from './gone.ts';
import type { Data } from './imports.ts';
import { memoryInvitations } from './invitations.ts';

/** Accounts with the links that make or recover them. */
export function memoryAccounts(
  { accounts, invitations, gone }: Pick<Data, 'accounts' | 'invitations' | 'gone'>,
  { findPeople }: Pick<CommitteeStore, 'findPeople'>,
): { accounts: AccountStore; invitations: InvitationStore } {
  const signIns = new Map<string, SignIn>();
  const failures = new Map<string, SignInFailures>();
  const findByName = (key: string) => [...accounts.values()].find((account) => usernameKey(account.username) === key);
  const othersOf = ({ id, personId }: Account) =>
    personId !== null && [...accounts.values()].some((other) => other.personId === personId && other.id !== id);
  const keep = (account: Account) => {
    if (othersOf(account)) throw new Error('a person was about to get a second account');
    refuseGone(gone, [account.personId, ...account.grants.map(({ committeeId }) => committeeId)]);
    accounts.set(account.id, structuredClone(account));
    return accept(account);
  };

  const store: AccountStore = {
    any: async () => accounts.size > 0,
    list: async () =>
      [...accounts.values()].sort((a, b) => (usernameKey(a.username) < usernameKey(b.username) ? -1 : 1)),
    find: async (id) => accounts.get(id),
    findByName: async (key) => findByName(key),
    search: async (text, limit) => {
      const found = (await store.list()).filter(({ username }) => usernameKey(username).includes(text));
      const people = await findPeople(found.flatMap(({ personId }) => personId ?? []));
      const keys = new Map(people.map(({ id, fullName }) => [id, nameOrderKey(fullName)]));
      // After every key.
      const keyOf = ({ personId }: Account) => (personId && keys.get(personId)) ?? '\x7f';
      return found.sort((a, b) => Number(keyOf(a) > keyOf(b)) - Number(keyOf(a) < keyOf(b))).slice(0, limit);
    },
    findByPeople: async (people) =>
      [...accounts.values()].filter(({ personId }) => personId !== null && people.includes(personId)),
    withRoleIn: async (committeeId) =>
      [...accounts.values()].filter(({ grants }) => grants.some((held) => held.committeeId === committeeId)),
    create: async (account) => {
      if (findByName(usernameKey(account.username))) return refuse('username-taken');
      return othersOf(account) ? refuse('has-account') : keep(account);
    },
    createFirst: async (account) => (accounts.size > 0 ? refuse('already-set-up') : keep(account)),
    update: async (id, decide) => {
      const account = accounts.get(id);
      if (account === undefined) return refuse('unknown-account');
      const decision = decide(account);
      return decision.ok ? keep(decision.value) : decision;
    },
    addSignIn: async <Refusal extends string>(
      signIn: SignIn,
      check: (account: Account | undefined) => Ruling<undefined, Refusal> = () => accept(undefined),
    ) => {
      const checked = check(accounts.get(signIn.accountId));
      if (checked.ok) signIns.set(signIn.id, signIn);
      return checked;
    },
    findSignedIn: async (id, now) => {
      const signIn = signIns.get(id);
      return signIn && isInForce(signIn, now) ? accounts.get(signIn.accountId) : undefined;
    },
    signInsOf: async (id, now) =>
      [...signIns.values()]
        .filter((signIn) => signIn.accountId === id && isInForce(signIn, now))
        .sort((a, b) => (a.id < b.id ? -1 : 1)),
    markUsed: async (id, day) => {
      const signIn = signIns.get(id);
      if (signIn && signIn.lastUsedOn !== day) signIns.set(id, { ...signIn, lastUsedOn: day });
    },
    endSignIn: async (id) => {
      signIns.delete(id);
    },
    endSignIns: async (account, except) => {
      for (const { id, accountId } of [...signIns.values()]) {
        if (accountId === account && id !== except) signIns.delete(id);
      }
    },
    findFailures: async (key) => failures.get(key),
    updateFailures: async (key, decide) => {
      const decision = decide(failures.get(key));
      if (decision.ok) failures.set(key, decision.value);
      return decision;
    },
    clearFailures: async (key) => {
      failures.delete(key);
    },
  };
  return { accounts: store, invitations: memoryInvitations(store, { invitations, gone }, keep) };
}
