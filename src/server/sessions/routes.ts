import * as contract from '../../contract/session/sessions.ts';
import { readTellerView as readTellerViewOperation } from '../../contract/session/teller-view.ts';
import { accept, refuse } from '../../domain/ruling.ts';
import type { RouteContext } from '../http/gate.ts';
import { route } from '../http/route.ts';
import type { ShownBoxes } from '../meeting/shown-box.ts';
import { createSession } from './create-session.ts';
import { listLocked, listSessions } from './list-sessions.ts';
import { preparationRoutes } from './preparation-routes.ts';
import { readSession } from './read-session.ts';
import { readTellerView } from './read-teller-view.ts';
import { shownSessions } from './shown-sessions.ts';
import { summaryOf } from './views.ts';

/** Sessions: drawn up, found, and everything that a console or a teller's page shows of one. */
export function sessionRoutes(context: RouteContext, boxes: ShownBoxes): void {
  const { deps } = context;
  const { view } = shownSessions(deps);

  route(context, contract.listForms, async () => accept([...deps.forms.values()]));
  route(context, contract.createSession, async ({ params, body, caller, about }) => {
    const created = await createSession(deps, params.committeeId, body, caller, about);
    if (!created.ok) return created;
    const state = await deps.store.sessions.findWithPapers(created.value.id);
    return state === undefined ? refuse('not-found') : accept(await view(state));
  });
  route(context, contract.listSessions, async ({ caller }) => {
    const sessions = await listSessions(deps, caller);
    return accept(sessions.map(({ session, held }) => ({ ...summaryOf(session), mine: [...held] })));
  });
  route(context, contract.listLockedSessions, async ({ caller }) => accept(await listLocked(deps, caller)));
  route(context, contract.readSession, (call) => readSession(deps, call));
  route(context, readTellerViewOperation, (call) => readTellerView(deps, boxes, call));

  preparationRoutes(context);
}
