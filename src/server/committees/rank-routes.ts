import * as contract from '../../contract/committee/ranks.ts';
import { accept } from '../../domain/ruling.ts';
import type { RouteContext } from '../http/gate.ts';
import { route } from '../http/route.ts';
import { addRank } from './add-rank.ts';
import { changeRank } from './change-rank.ts';

export function rankRoutes(context: RouteContext): void {
  route(context, contract.listRanks, async (deps) => accept([...(await deps.store.committees.ranks())]));
  route(context, contract.addRank, addRank);
  route(context, contract.changeRank, changeRank);
}
