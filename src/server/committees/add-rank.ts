import type * as contract from '../../contract/committee/ranks.ts';
import { decideAddRank } from '../../domain/committee/committee-ranks.ts';
import { accept } from '../../domain/ruling.ts';
import type { Deps } from '../deps.ts';
import type { Call } from '../http/route.ts';

export async function addRank({ store }: Deps, { body, about }: Call<typeof contract.addRank>) {
  const decision = await store.committees.changeRanks((known) => {
    const added = decideAddRank(known, body);
    if (added.ok && added.value.ranks === known) about();
    return added;
  });
  return decision.ok ? accept(decision.value.rank) : decision;
}
