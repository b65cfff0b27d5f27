import * as contract from '../../contract/committee/levels.ts';
import { decideAddLevel, decideChangeLevel } from '../../domain/committee/committee-levels.ts';
import { accept } from '../../domain/ruling.ts';
import type { RouteContext } from '../http/gate.ts';
import { route } from '../http/route.ts';

export function levelRoutes(keeper: RouteContext): void {
  const { committees } = keeper.deps.store;
  route(keeper, contract.listLevels, async () => accept([...(await committees.levels())]));
  route(keeper, contract.addLevel, async ({ body }) => {
    const decision = await committees.changeLevels((known) => decideAddLevel(known, body));
    return decision.ok ? accept(decision.value.level) : decision;
  });
  route(keeper, contract.changeLevel, async ({ params, body }) => {
    const changed = { id: params.levelId, ...body };
    const decision = await committees.changeLevels((known) => decideChangeLevel(known, changed));
    return decision.ok ? accept(decision.value.level) : decision;
  });
}
