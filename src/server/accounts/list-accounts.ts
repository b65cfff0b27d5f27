import type { ListedAccount } from '../../contract/account/accounts.ts';
import { type Account, usernameKey } from '../../domain/account/account.ts';
import { inNameOrder } from '../../domain/roster/people-order.ts';
import { searchWords } from '../../domain/text/search-key.ts';
import type { Deps } from '../deps.ts';
import { listedAccounts } from './views.ts';

/** Accounts whose user name contains the text or whose person's name fits it, by name; those of nobody last. */
export async function listAccounts(
  deps: Deps,
  { search = '', limit }: { search?: string | undefined; limit: number },
): Promise<ListedAccount[]> {
  const { accounts, committees } = deps.store;
  const found = new Map<string, Account>();
  for (const account of await accounts.search(usernameKey(search), limit)) found.set(account.id, account);
  const words = searchWords(search);
  if (words.length > 0) {
    const people = await committees.searchPeople({ words, limit });
    for (const account of await accounts.findByPeople(people.map(({ id }) => id))) found.set(account.id, account);
  }
  const listed = await listedAccounts(deps, [...found.values()]);
  const ofPeople = listed.flatMap((one) => (one.name === null ? [] : [{ ...one, name: one.name }]));
  const ofNobody = listed.filter(({ name }) => name === null);
  return [
    ...inNameOrder(ofPeople),
    ...ofNobody.sort((a, b) => (usernameKey(a.username) < usernameKey(b.username) ? -1 : 1)),
  ].slice(0, limit);
}
