import * as contract from '../../contract/committee/ranks.ts';
import { decideAddRank, decideChangeRank } from '../../domain/committee/committee-ranks.ts';
import { accept } from '../../domain/ruling.ts';
import type { RouteContext } from '../http/gate.ts';
import { route } from '../http/route.ts';

export function rankRoutes(context: RouteContext): void {
  const { committees } = context.deps.store;
  route(context, contract.listRanks, async () => accept([...(await committees.ranks())]));
  route(context, contract.addRank, async ({ body, about }) => {
    const decision = await committees.changeRanks((known) => {
      const added = decideAddRank(known, body);
      if (added.ok && added.value.ranks === known) about();
      return added;
    });
    return decision.ok ? accept(decision.value.rank) : decision;
  });
  route(context, contract.changeRank, async ({ params, body }) => {
    const changed = { id: params.rankId, ...body };
    const decision = await committees.changeRanks((known) => decideChangeRank(known, changed));
    return decision.ok ? accept(decision.value.rank) : decision;
  });
}
