import * as contract from '../../contract/session/sessions.ts';
import { accept, refuse } from '../../domain/ruling.ts';
import type { RouteContext } from '../http/gate.ts';
import { publicOrigin } from '../http/public-origin.ts';
import { route } from '../http/route.ts';
import { createSession } from './create-session.ts';
import { listLocked, listSessions } from './list-sessions.ts';
import { preparationRoutes } from './preparation-routes.ts';
import { shownSessions } from './shown-sessions.ts';
import { unreadyTellers } from './unready-tellers.ts';
import { summaryOf } from './views.ts';

/** States before tellers have made their key. */
const before: readonly string[] = ['draft', 'issued'];

/** States in which it matters to the people of a session when something happened. */
const running: readonly string[] = ['issued', 'open', 'counting', 'closed', 'tallied'];

/** Sessions: drawn up, found, and everything that a console shows of one. */
export function sessionRoutes(keeper: RouteContext): void {
  const { deps } = keeper;
  const { view } = shownSessions(deps);

  route(keeper, contract.listForms, async () => accept([...deps.forms.values()]));
  route(keeper, contract.createSession, async ({ params, body, caller, about }) => {
    const created = await createSession(deps, params.committeeId, body, caller, about);
    if (!created.ok) return created;
    const state = await deps.store.sessions.findWithPapers(created.value.id);
    return state === undefined ? refuse('not-found') : accept(await view(state));
  });
  route(keeper, contract.listSessions, async ({ caller }) => {
    const sessions = await listSessions(deps, caller);
    return accept(sessions.map(({ session, held }) => ({ ...summaryOf(session), mine: [...held] })));
  });
  route(keeper, contract.listLockedSessions, async ({ caller }) => accept(await listLocked(deps, caller)));
  route(keeper, contract.readSession, async ({ params, held, request }) => {
    const state = await deps.store.sessions.findWithPapers(params.sessionId);
    if (state === undefined) return refuse('not-found');
    const documents = await deps.store.documents.list(params.sessionId);
    const seesUnready = held.has('chair') || held.has('secretary') || held.has('office');
    const seesTotals = held.has('chair') || held.has('teller');
    return accept({
      ...(await view(state)),
      ...(seesTotals ? {} : { invalidSheets: {} }),
      unreadyTellers:
        seesUnready && before.includes(state.session.state) ? await unreadyTellers(deps, state.session) : [],
      clockMoved: running.includes(state.session.state) ? deps.clockWatch.lastMove() : null,
      serviceAddress: publicOrigin(deps, request),
      signedMinutes: documents.some(({ kind }) => kind === 'signed-minutes'),
    });
  });

  preparationRoutes(keeper);
}
