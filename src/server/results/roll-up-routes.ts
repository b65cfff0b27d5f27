import { listResults as listing } from '../../contract/results/result-list.ts';
import * as contract from '../../contract/results/roll-up.ts';
import { accept } from '../../domain/ruling.ts';
import type { RouteContext } from '../http/gate.ts';
import { relationsFor } from '../http/relations-for.ts';
import { route } from '../http/route.ts';
import { listResults } from './list-results.ts';
import { listRollUps } from './list-roll-ups.ts';
import { readPersonResults } from './read-person-results.ts';
import { readRollUp } from './read-roll-up.ts';
import { readRollUpTable } from './read-roll-up-table.ts';

/** All that subordinate committees have published to a committee, exactly within the reader's scope. */
export function rollUpRoutes(context: RouteContext): void {
  route(context, listing, async (deps, { caller, query, request }) =>
    accept(await listResults(deps, caller, relationsFor(context, request), query)),
  );
  route(context, contract.listRollUps, (_, call) => listRollUps(context, call));
  route(context, contract.readRollUp, async (deps, { params, query, request }) =>
    accept(await readRollUp(deps, params.committeeId, relationsFor(context, request), query)),
  );
  route(context, contract.readPersonResults, (deps, { params, request }) =>
    readPersonResults(deps, params.personId, relationsFor(context, request)),
  );

  route(context, contract.readRollUpTable, (_, call) => readRollUpTable(context, call));
}
