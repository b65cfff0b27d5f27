import type * as contract from '../../contract/session/sessions.ts';
import { accept, refuse } from '../../domain/ruling.ts';
import { mayBrief } from '../../domain/session/briefing.ts';
import { missingConnection, standingPhoneUse } from '../../domain/session/phone-use.ts';
import type { Deps } from '../deps.ts';
import { servedAt } from '../http/public-origin.ts';
import type { Call } from '../http/route.ts';
import { briefersNamed, briefingCapacity } from './briefers.ts';
import { shownSessions } from './shown-sessions.ts';
import { unreadyTellers } from './unready-tellers.ts';

/** States before tellers have made their key. */
const before: readonly string[] = ['draft', 'issued'];

/** States in which it matters to the people of a session when something happened. */
const running: readonly string[] = ['issued', 'open', 'counting', 'closed', 'tallied'];

export async function readSession(deps: Deps, { params, held, caller, request }: Call<typeof contract.readSession>) {
  const { view } = shownSessions(deps);
  const state = await deps.store.sessions.findWithPapers(params.sessionId);
  if (state === undefined) return refuse('not-found');
  const documents = await deps.store.documents.list(params.sessionId);
  const seesUnready = held.has('chair') || held.has('secretary') || held.has('office');
  const seesTotals = held.has('chair') || held.has('teller');
  const served = servedAt(deps, request);
  const { session } = state;
  const shown = await view(state);
  const capacity = await briefingCapacity(deps, session, { caller, held });
  return accept({
    ...shown,
    // Only here: which address it is depends on the request that asks.
    missing: session.state === 'issued' ? [...missingConnection(session, served), ...shown.missing] : shown.missing,
    ...(seesTotals ? {} : { invalidSheets: {} }),
    unreadyTellers:
      seesUnready && before.includes(state.session.state) ? await unreadyTellers(deps, state.session) : [],
    briefers: await briefersNamed(deps, session),
    mayBrief: capacity !== undefined && mayBrief(session, capacity),
    clockMoved: running.includes(state.session.state) ? deps.clockWatch.lastMove() : null,
    phoneUse: standingPhoneUse(session, served.papers) === undefined ? null : shown.phoneUse,
    serviceAddress: served.papers,
    signInAddress: served.signIn,
    form: state.session.form,
    held: [...held],
    signedMinutes: documents.some(({ kind }) => kind === 'signed-minutes'),
  });
}
