import * as contract from '../../contract/session/sessions.ts';
import { readTellerView as readTellerViewOperation } from '../../contract/session/teller-view.ts';
import { accept } from '../../domain/ruling.ts';
import type { RouteContext } from '../http/gate.ts';
import { route } from '../http/route.ts';
import type { ShownBoxes } from '../meeting/shown-box.ts';
import { createSession } from './create-session.ts';
import { listLockedSessions } from './list-locked-sessions.ts';
import { listSessions } from './list-sessions.ts';
import { preparationRoutes } from './preparation-routes.ts';
import { readSession } from './read-session.ts';
import { readTellerView } from './read-teller-view.ts';

/** Sessions: drawn up, found, and everything that a console or a teller's page shows of one. */
export function sessionRoutes(context: RouteContext, boxes: ShownBoxes): void {
  route(context, contract.listForms, async (deps) => accept([...deps.forms.values()]));
  route(context, contract.createSession, createSession);
  route(context, contract.listSessions, async (deps, { caller }) => accept(await listSessions(deps, caller)));
  route(context, contract.listLockedSessions, async (deps, { caller }) =>
    accept(await listLockedSessions(deps, caller)),
  );
  route(context, contract.readSession, readSession);
  route(context, readTellerViewOperation, (deps, call) => readTellerView(deps, boxes, call));

  preparationRoutes(context);
}
