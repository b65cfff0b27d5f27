import type * as contract from '../../contract/committee/tree.ts';
import type { Committee, CommitteeId } from '../../domain/committee/committee.ts';
import { placeOfFound } from '../../domain/committee/committee-key.ts';
import { accept } from '../../domain/ruling.ts';
import { searchWords } from '../../domain/text/search-key.ts';
import type { Deps } from '../deps.ts';
import type { Call } from '../http/route.ts';
import { partOf, placeAt } from '../kit/list-part.ts';
import type { Store } from '../store/store.ts';
import { committeeView } from './views.ts';
import { mayFind } from './visible.ts';

export async function searchCommittees(
  deps: Deps,
  { query: { search, after, limit }, caller }: Call<typeof contract.searchCommittees>,
) {
  const among = await mayFind(deps, caller);
  const words = searchWords(search);
  const behind = await placeAt(after, async (id) => {
    const committee = await deps.store.committees.find(id as CommitteeId);
    return committee && placeOfFound(committee, words);
  });
  const page = { words, after: behind, limit: limit + 1 };
  const found = await deps.store.committees.search({ ...page, ...(among ? { among } : {}) });
  const { rows, next } = partOf(found, limit, (one) => ({ key: placeOfFound(one, words), id: one.id }));
  const ways = await waysTo(deps.store, rows);
  return accept({ rows: rows.map((one) => ({ ...committeeView(one), way: ways(one) })), next });
}

/** Names from the top down to each committee's superior. */
async function waysTo({ committees }: Store, shown: readonly Committee[]): Promise<(one: Committee) => string[]> {
  const above = new Map((await committees.above(shown.map(({ id }) => id))).map((one) => [one.id, one]));
  return (one) => {
    const names: string[] = [];
    for (let at = one.superiorId; at !== null; ) {
      const superior = above.get(at);
      names.unshift(superior?.name ?? '');
      at = superior?.superiorId ?? null;
    }
    return names;
  };
}
