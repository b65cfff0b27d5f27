import * as contract from '../../contract/roll-up.ts';
import { accept } from '../../domain/decision.ts';
import type { GateKeeper } from '../http/gate.ts';
import { relationsFor } from '../http/relations-for.ts';
import { route } from '../http/route.ts';
import { rollUp, rollUpsFor } from './roll-up.ts';
import { rollUpCsv, rollUpXlsx } from './roll-up-file.ts';

/** All that subordinate committees have published to a committee, exactly within the reader's scope. */
export function rollUpRoutes(keeper: GateKeeper): void {
  const { deps } = keeper;
  route(keeper, contract.listRollUps, async ({ caller, request }) => {
    if (caller.personId === null) return accept([]);
    return accept(await rollUpsFor(deps, caller.personId, relationsFor(keeper, request)));
  });
  route(keeper, contract.readRollUp, async ({ params, query, request }) =>
    accept(await rollUp(deps, params.committeeId, relationsFor(keeper, request), query)),
  );
  route(keeper, contract.readRollUpXlsx, async ({ params, query: { language, ...filter }, request }) => {
    const view = await rollUp(deps, params.committeeId, relationsFor(keeper, request), filter);
    return {
      ...accept(await rollUpXlsx(view, await deps.store.committees.levels(), language)),
      headers: asAttachment('xlsx'),
    };
  });
  route(keeper, contract.readRollUpCsv, async ({ params, query: { language, ...filter }, request }) => {
    const view = await rollUp(deps, params.committeeId, relationsFor(keeper, request), filter);
    return { ...accept(rollUpCsv(view, await deps.store.committees.levels(), language)), headers: asAttachment('csv') };
  });
}

function asAttachment(extension: string): Readonly<Record<string, string>> {
  return { 'content-disposition': `attachment; filename="tong-hop-ket-qua.${extension}"` };
}
