import type { RehearsalView } from '../../contract/ceremony/ceremony.ts';
import * as contract from '../../contract/ceremony/ceremony.ts';
import type { Ruling } from '../../domain/ruling.ts';
import { refuse } from '../../domain/ruling.ts';
import type { Session } from '../../domain/session/session.ts';
import type { RouteContext } from '../http/gate.ts';
import { route } from '../http/route.ts';
import { findSession } from '../meeting/session-call.ts';
import { paperGuard } from '../record/paper-guard.ts';
import { recordFile } from '../record/record-file.ts';
import { castRehearsalBallot } from './cast-ballot.ts';
import { closeRehearsal } from './close-rehearsal.ts';
import { sendRehearsalShare } from './send-share.ts';
import { startRehearsal } from './start-rehearsal.ts';
import { rehearsalView } from './views.ts';

/** The rehearsal: a whole little vote with the keys of the ceremony, before the real box is opened. */
export function rehearsalRoutes(context: RouteContext): void {
  const { deps } = context;
  const guard = paperGuard(deps);
  /** A change always leaves a rehearsal behind, so that there is something to show. */
  const shown = async <Refusal extends string>(
    changing: Promise<Ruling<Session, Refusal>>,
  ): Promise<Ruling<RehearsalView, Refusal>> => {
    const changed = await changing;
    if (!changed.ok) return changed;
    const view = await rehearsalView(deps, changed.value);
    if (!view.ok) throw new TypeError('a rehearsal that is gone');
    return view;
  };

  route(context, contract.startRehearsal, ({ params, body }) => shown(startRehearsal(deps, params.sessionId, body)));
  route(context, contract.castRehearsalBallot, ({ params, body }) =>
    shown(castRehearsalBallot(deps, guard, params.sessionId, body.ballot)),
  );
  route(context, contract.closeRehearsal, ({ params }) => shown(closeRehearsal(deps, params.sessionId)));
  route(context, contract.sendRehearsalShare, ({ params, body, caller }) =>
    shown(sendRehearsalShare(deps, params.sessionId, caller, body)),
  );
  route(context, contract.readRehearsal, async ({ params }) => {
    const found = await findSession(deps, params.sessionId);
    return found.ok ? rehearsalView(deps, found.value) : found;
  });
  route(context, contract.readRehearsalRecord, async ({ params }) => {
    const found = await findSession(deps, params.sessionId);
    if (!found.ok) return found;
    const { rehearsal } = found.value;
    const file = rehearsal === null ? undefined : await recordFile(deps, rehearsal.electionId);
    return file ?? refuse('rehearsal-not-running');
  });
}
