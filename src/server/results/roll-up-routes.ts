import { listResults as listing } from '../../contract/results/result-list.ts';
import * as contract from '../../contract/results/roll-up.ts';
import { accept } from '../../domain/ruling.ts';
import type { RouteContext } from '../http/gate.ts';
import { relationsFor } from '../http/relations-for.ts';
import { route } from '../http/route.ts';
import { listRollUps } from './list-roll-ups.ts';
import { readRollUpTable } from './read-roll-up-table.ts';
import { listResults, personResults, rollUp } from './roll-up.ts';

/** All that subordinate committees have published to a committee, exactly within the reader's scope. */
export function rollUpRoutes(keeper: RouteContext): void {
  const { deps } = keeper;
  route(keeper, listing, async ({ caller, query, request }) =>
    accept(await listResults(deps, caller, relationsFor(keeper, request), query)),
  );
  route(keeper, contract.listRollUps, (call) => listRollUps(keeper, call));
  route(keeper, contract.readRollUp, async ({ params, query, request }) =>
    accept(await rollUp(deps, params.committeeId, relationsFor(keeper, request), query)),
  );
  route(keeper, contract.readPersonResults, ({ params, request }) =>
    personResults(deps, params.personId, relationsFor(keeper, request)),
  );

  route(keeper, contract.readRollUpTable, (call) => readRollUpTable(keeper, call));
}
