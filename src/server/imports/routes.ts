import * as contract from '../../contract/imports/imports.ts';
import { accept } from '../../domain/ruling.ts';
import type { RouteContext } from '../http/gate.ts';
import { route } from '../http/route.ts';
import { delegatesOf, rosterOf } from './import-place.ts';
import { listImports } from './list-imports.ts';
import { takeBackDelegates } from './take-back-delegates.ts';
import { takeBackImport } from './take-back-import.ts';

/** Lists that were imported, and taking them back. Those of a session's roll are part of the session. */
export function importRoutes(context: RouteContext): void {
  route(context, contract.listImports, async (deps) => accept(await listImports(deps, null)));
  route(context, contract.takeBackImport, (deps, call) => takeBackImport(deps, call, null));
  route(context, contract.listRosterImports, async (deps, { params }) =>
    accept(await listImports(deps, rosterOf(params))),
  );
  route(context, contract.takeBackCommitteeRoster, (deps, call) => takeBackImport(deps, call, rosterOf(call.params)));
  route(context, contract.listDelegateImports, async (deps, { params }) =>
    accept(await listImports(deps, delegatesOf(params))),
  );
  route(context, contract.takeBackDelegates, takeBackDelegates);
}
