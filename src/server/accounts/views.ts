import type { AccountView, ListedAccount } from '../../contract/account/accounts.ts';
import { type Account, hasDuty, hasSecondFactor, isLocked, usernameKey } from '../../domain/account/account.ts';
import type { Session } from '../../domain/session/session.ts';
import type { Config } from '../config.ts';
import type { Deps } from '../deps.ts';

/** An account without its secrets. */
export function accountView(account: Account, config: Config): AccountView {
  const { id, username, personId, administrator, grants } = account;
  return { id, username, personId, administrator, grants: [...grants], secondFactor: factorOf(account, config) };
}

/** Whether a second factor is asked for, missing, or neither. */
export function factorOf(account: Account, config: Config): AccountView['secondFactor'] {
  if (hasSecondFactor(account)) return 'on';
  return config.secondFactor === 'required' && hasDuty(account) ? 'needed' : 'off';
}

/** As its owner sees it: whoever tells in a session that still runs needs a second factor too, and hears of it in time. */
export async function ownView(deps: Deps, account: Account): Promise<AccountView> {
  const view = accountView(account, deps.config);
  const mayNeed = deps.config.secondFactor === 'required' && view.secondFactor === 'off';
  if (!mayNeed || !(await isTeller(deps, account.personId))) return view;
  return { ...view, secondFactor: 'needed' };
}

async function isTeller({ store }: Deps, personId: Account['personId']): Promise<boolean> {
  if (personId === null) return false;
  const sessions = await store.sessions.list({ personIds: [personId] });
  return sessions.some(({ state, tellers }) => isRunning(state) && tellers.some((one) => one.personId === personId));
}

/** Whether a session still needs its tellers. */
export function isRunning(state: Session['state']): boolean {
  return state !== 'published' && state !== 'cancelled' && state !== 'unopenable';
}

/** Accounts with the names of their people, and whether failed sign-ins lock them now. */
export async function listedAccounts(deps: Deps, accounts: readonly Account[]): Promise<ListedAccount[]> {
  const people = await deps.store.committees.findPeople(accounts.flatMap(({ personId }) => personId ?? []));
  const names = new Map(people.map(({ id, name }) => [id, name]));
  return Promise.all(
    accounts.map(async (account) => ({
      ...accountView(account, deps.config),
      name: account.personId === null ? null : (names.get(account.personId) ?? null),
      lockedUntil: await lockedUntil(deps, account),
      secondOf: account.secondOf ? ((await deps.store.accounts.find(account.secondOf))?.username ?? null) : null,
    })),
  );
}

/** ISO instant until which failed sign-ins lock the name; null while it is open. */
export async function lockedUntil({ store, clock }: Deps, { username }: Account): Promise<string | null> {
  const failures = await store.accounts.findFailures(usernameKey(username));
  return isLocked(failures, clock()) ? (failures?.lockedUntil ?? null) : null;
}

/** What everybody knows of an account, which its password must not be made of. */
export async function knownOf({ store }: Deps, { username, personId }: Pick<Account, 'username' | 'personId'>) {
  const person = personId === null ? undefined : await store.committees.findPerson(personId);
  return [username, person?.name ?? ''];
}
