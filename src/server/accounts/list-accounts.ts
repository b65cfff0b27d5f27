import type { listAccounts as contract, ListedAccount } from '../../contract/account/accounts.ts';
import { type AccountId, usernameKey } from '../../domain/account/account.ts';
import { nameOrderKey } from '../../domain/roster/name-order-key.ts';
import { searchWords } from '../../domain/text/search-key.ts';
import type { Deps } from '../deps.ts';
import type { Call } from '../http/route.ts';
import { type ListPart, partOf, placeAt } from '../kit/list-part.ts';
import { listedAccounts } from './views.ts';

/** Accounts whose user name contains the text or whose person's name fits it. */
export async function listAccounts(
  deps: Deps,
  { search, after, limit }: Call<typeof contract>['query'],
): Promise<ListPart<ListedAccount>> {
  const behind = await placeAt(after, async (id) => {
    const account = await deps.store.accounts.find(id as AccountId);
    const [shown] = await listedAccounts(deps, account === undefined ? [] : [account]);
    return shown && placeOfAccount(shown);
  });
  const asked = { text: usernameKey(search), words: searchWords(search), after: behind, limit: limit + 1 };
  const found = await listedAccounts(deps, await deps.store.accounts.search(asked));
  return partOf(found, limit, (one) => ({ key: placeOfAccount(one), id: one.id }));
}

/** By the names of their people; those of nobody last, by user name. */
function placeOfAccount({ name, username }: Pick<ListedAccount, 'name' | 'username'>): string {
  return name === null ? `1${usernameKey(username)}` : `0${nameOrderKey(name)}`;
}
