import {
  type Account,
  type AccountId,
  type SignIn,
  type SignInFailures,
  usernameKey,
} from '../../../domain/account.ts';
import { accept, refuse } from '../../../domain/decision.ts';
import type { AccountStore } from '../account-store.ts';

export function memoryAccounts(): AccountStore {
  const accounts = new Map<AccountId, Account>();
  const signIns = new Map<string, SignIn>();
  const failures = new Map<string, SignInFailures>();
  const findByName = (key: string) => [...accounts.values()].find((account) => usernameKey(account.username) === key);
  const keep = (account: Account) => {
    accounts.set(account.id, structuredClone(account));
    return accept(account);
  };

  return {
    any: async () => accounts.size > 0,
    list: async () =>
      [...accounts.values()].sort((a, b) => (usernameKey(a.username) < usernameKey(b.username) ? -1 : 1)),
    find: async (id) => accounts.get(id),
    findByName: async (key) => findByName(key),
    idsOf: async (committeeId, people) =>
      [...accounts.values()]
        .filter(
          ({ personId, grants }) =>
            (personId !== null && people.includes(personId)) || grants.some((held) => held.committeeId === committeeId),
        )
        .map(({ id }) => id),
    create: async (account) => (findByName(usernameKey(account.username)) ? refuse('username-taken') : keep(account)),
    createFirst: async (account) => (accounts.size > 0 ? refuse('already-set-up') : keep(account)),
    update: async (id, decide) => {
      const account = accounts.get(id);
      if (account === undefined) return refuse('unknown-account');
      const decision = decide(account);
      return decision.ok ? keep(decision.value) : decision;
    },
    addSignIn: async (signIn) => {
      signIns.set(signIn.id, signIn);
    },
    findSignedIn: async (id, now) => {
      const signIn = signIns.get(id);
      return signIn && signIn.expiresAt > now.toISOString() ? accounts.get(signIn.accountId) : undefined;
    },
    endSignIn: async (id) => {
      signIns.delete(id);
    },
    updateFailures: async (key, decide) => {
      const decision = decide(failures.get(key));
      if (decision.ok) failures.set(key, decision.value);
      return decision;
    },
    clearFailures: async (key) => {
      failures.delete(key);
    },
  };
}
