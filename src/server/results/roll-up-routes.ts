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
export function rollUpRoutes(context: RouteContext): void {
  const { deps } = context;
  route(context, listing, async ({ caller, query, request }) =>
    accept(await listResults(deps, caller, relationsFor(context, request), query)),
  );
  route(context, contract.listRollUps, (call) => listRollUps(context, call));
  route(context, contract.readRollUp, async ({ params, query, request }) =>
    accept(await rollUp(deps, params.committeeId, relationsFor(context, request), query)),
  );
  route(context, contract.readPersonResults, ({ params, request }) =>
    personResults(deps, params.personId, relationsFor(context, request)),
  );

  route(context, contract.readRollUpTable, (call) => readRollUpTable(context, call));
}
