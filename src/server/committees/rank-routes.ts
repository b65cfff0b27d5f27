import * as contract from '../../contract/committee/ranks.ts';
import { accept } from '../../domain/ruling.ts';
import type { RouteContext } from '../http/gate.ts';
import { route } from '../http/route.ts';
import { addRank } from './add-rank.ts';
import { changeRank } from './change-rank.ts';

export function rankRoutes(context: RouteContext): void {
  const { deps } = context;
  route(context, contract.listRanks, async () => accept([...(await deps.store.committees.ranks())]));
  route(context, contract.addRank, (call) => addRank(deps, call));
  route(context, contract.changeRank, (call) => changeRank(deps, call));
}
