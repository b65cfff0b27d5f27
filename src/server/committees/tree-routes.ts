import { listEndedCommittees } from '../../contract/committee/ended-committees.ts';
import * as contract from '../../contract/committee/tree.ts';
import { accept } from '../../domain/ruling.ts';
import type { RouteContext } from '../http/gate.ts';
import { route } from '../http/route.ts';
import { cursorOf } from '../kit/list-page.ts';
import { addTerm } from './add-term.ts';
import { changeTerm } from './change-term.ts';
import { endedCommittees } from './ended-committees.ts';
import { listTop } from './list-top.ts';
import { dissolve, merge, move } from './reorganise.ts';
import { searchCommittees } from './search-committees.ts';
import { readHistory, treePart } from './tree-part.ts';

export function treeRoutes(context: RouteContext): void {
  const { deps } = context;
  const { committees } = deps.store;

  route(context, contract.searchCommittees, (call) => searchCommittees(deps, call));
  route(context, contract.listTop, (call) => listTop(context, call));
  route(context, contract.listSubordinates, async ({ params: { committeeId }, query: { after, limit, on } }) =>
    accept(
      treePart(await committees.subordinates(committeeId, { after: cursorOf(after), limit: limit + 1, on }), limit),
    ),
  );
  route(context, listEndedCommittees, async ({ caller }) => accept(await endedCommittees(deps, caller)));
  route(context, contract.readHistory, async ({ params }) => readHistory(deps.store, params.committeeId));
  route(context, contract.changeSuperior, async ({ params, body }) => move(deps, params.committeeId, body));
  route(context, contract.dissolveCommittee, async ({ params, body }) => dissolve(deps, params.committeeId, body.on));
  route(context, contract.mergeCommittees, async ({ body, caller, about }) =>
    merge(deps, body, caller.personId, about),
  );
  termRoutes(context);
}

function termRoutes(context: RouteContext): void {
  const { deps } = context;
  route(context, contract.listTerms, async ({ params }) =>
    accept([...(await deps.store.committees.terms(params.committeeId))]),
  );
  route(context, contract.addTerm, (call) => addTerm(deps, call));
  route(context, contract.changeTerm, (call) => changeTerm(deps, call));
}
