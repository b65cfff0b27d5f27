import { listEndedCommittees } from '../../contract/committee/ended-committees.ts';
import * as contract from '../../contract/committee/tree.ts';
import { accept } from '../../domain/ruling.ts';
import type { RouteContext } from '../http/gate.ts';
import { route } from '../http/route.ts';
import { addTerm } from './add-term.ts';
import { changeSuperior } from './change-superior.ts';
import { changeTerm } from './change-term.ts';
import { dissolveCommittee } from './dissolve-committee.ts';
import { endedCommittees } from './ended-committees.ts';
import { listSubordinates } from './list-subordinates.ts';
import { listTop } from './list-top.ts';
import { mergeCommittees } from './merge-committees.ts';
import { readHistory } from './read-history.ts';
import { searchCommittees } from './search-committees.ts';

export function treeRoutes(context: RouteContext): void {
  const { deps } = context;

  route(context, contract.searchCommittees, (call) => searchCommittees(deps, call));
  route(context, contract.listTop, (call) => listTop(context, call));
  route(context, contract.listSubordinates, (call) => listSubordinates(deps, call));
  route(context, listEndedCommittees, async ({ caller }) => accept(await endedCommittees(deps, caller)));
  route(context, contract.readHistory, async ({ params }) => readHistory(deps.store, params.committeeId));
  route(context, contract.changeSuperior, async ({ params, body }) => changeSuperior(deps, params.committeeId, body));
  route(context, contract.dissolveCommittee, async ({ params, body }) =>
    dissolveCommittee(deps, params.committeeId, body.on),
  );
  route(context, contract.mergeCommittees, async ({ body, caller, about }) =>
    mergeCommittees(deps, body, caller.personId, about),
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
