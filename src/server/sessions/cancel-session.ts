import type * as contract from '../../contract/session/sessions.ts';
import { accept } from '../../domain/ruling.ts';
import { decideCancelBeforeOpening } from '../../domain/session/cancellation.ts';
import type { Deps } from '../deps.ts';
import type { Call } from '../http/route.ts';
import { actorOf, changeSessionAndPapers } from '../meeting/session-call.ts';
import { shownSessions } from './shown-sessions.ts';

export async function cancelSession(deps: Deps, { params, body, caller }: Call<typeof contract.cancelSession>) {
  const { shown } = shownSessions(deps);
  const by = await actorOf(deps, caller);
  return shown(
    changeSessionAndPapers(deps, params.sessionId, (state) => {
      const cancelled = decideCancelBeforeOpening(state.session, by, body.reason, deps.clock());
      return cancelled.ok ? accept({ ...state, session: cancelled.value, phoneLinks: new Map() }) : cancelled;
    }),
  );
}
