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

export function treeRoutes(keeper: RouteContext): void {
  const { deps } = keeper;
  const { committees } = deps.store;

  route(keeper, contract.searchCommittees, (call) => searchCommittees(deps, call));
  route(keeper, contract.listTop, (call) => listTop(keeper, call));
  route(keeper, contract.listSubordinates, async ({ params: { committeeId }, query: { after, limit, on } }) =>
    accept(
      treePart(await committees.subordinates(committeeId, { after: cursorOf(after), limit: limit + 1, on }), limit),
    ),
  );
  route(keeper, listEndedCommittees, async ({ caller }) => accept(await endedCommittees(deps, caller)));
  route(keeper, contract.readHistory, async ({ params }) => readHistory(deps.store, params.committeeId));
  route(keeper, contract.changeSuperior, async ({ params, body }) => move(deps, params.committeeId, body));
  route(keeper, contract.dissolveCommittee, async ({ params, body }) => dissolve(deps, params.committeeId, body.on));
  route(keeper, contract.mergeCommittees, async ({ body, caller, about }) => merge(deps, body, caller.personId, about));
  termRoutes(keeper);
}

function termRoutes(keeper: RouteContext): void {
  const { deps } = keeper;
  route(keeper, contract.listTerms, async ({ params }) =>
    accept([...(await deps.store.committees.terms(params.committeeId))]),
  );
  route(keeper, contract.addTerm, (call) => addTerm(deps, call));
  route(keeper, contract.changeTerm, (call) => changeTerm(deps, call));
}
