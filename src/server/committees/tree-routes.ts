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
  route(context, contract.searchCommittees, searchCommittees);
  route(context, contract.listTop, (_, call) => listTop(context, call));
  route(context, contract.listSubordinates, listSubordinates);
  route(context, listEndedCommittees, async (deps, { caller }) => accept(await endedCommittees(deps, caller)));
  route(context, contract.readHistory, async (deps, { params }) => readHistory(deps.store, params.committeeId));
  route(context, contract.changeSuperior, async (deps, { params, body }) =>
    changeSuperior(deps, params.committeeId, body),
  );
  route(context, contract.dissolveCommittee, async (deps, { params, body }) =>
    dissolveCommittee(deps, params.committeeId, body.on),
  );
  route(context, contract.mergeCommittees, async (deps, { body, caller, about }) =>
    mergeCommittees(deps, body, caller.personId, about),
  );
  termRoutes(context);
}

function termRoutes(context: RouteContext): void {
  route(context, contract.listTerms, async (deps, { params }) =>
    accept([...(await deps.store.committees.terms(params.committeeId))]),
  );
  route(context, contract.addTerm, addTerm);
  route(context, contract.changeTerm, changeTerm);
}
