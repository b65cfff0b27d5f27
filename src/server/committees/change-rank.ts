import type * as contract from '../../contract/committee/ranks.ts';
import { decideChangeRank } from '../../domain/committee/committee-ranks.ts';
import { accept } from '../../domain/ruling.ts';
import type { Deps } from '../deps.ts';
import type { Call } from '../http/route.ts';

export async function changeRank({ store }: Deps, { params, body }: Call<typeof contract.changeRank>) {
  const changed = { id: params.rankId, ...body };
  const decision = await store.committees.changeRanks((known) => decideChangeRank(known, changed));
  return decision.ok ? accept(decision.value.rank) : decision;
}
