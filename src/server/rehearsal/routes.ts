import * as contract from '../../contract/ceremony/ceremony.ts';
import type { RouteContext } from '../http/gate.ts';
import { route } from '../http/route.ts';
import { paperGuard } from '../record/paper-guard.ts';
import { castRehearsalBallot } from './cast-rehearsal-ballot.ts';
import { closeRehearsal } from './close-rehearsal.ts';
import { finishRehearsal } from './finish-rehearsal.ts';
import { readRehearsal } from './read-rehearsal.ts';
import { readRehearsalRecord } from './read-rehearsal-record.ts';
import { sendRehearsalShare } from './send-rehearsal-share.ts';
import { startRehearsal } from './start-rehearsal.ts';
import { shownRehearsal } from './views.ts';

/** The rehearsal: a whole little vote with the keys of the ceremony, before the real box is opened. */
export function rehearsalRoutes(context: RouteContext): void {
  const guard = paperGuard(context.deps);
  route(context, contract.startRehearsal, (deps, { params, body }) =>
    shownRehearsal(deps, startRehearsal(deps, params.sessionId, body)),
  );
  route(context, contract.castRehearsalBallot, (deps, { params, body }) =>
    shownRehearsal(deps, castRehearsalBallot(deps, guard, params.sessionId, body.ballot)),
  );
  route(context, contract.closeRehearsal, (deps, { params }) =>
    shownRehearsal(deps, closeRehearsal(deps, params.sessionId)),
  );
  route(context, contract.sendRehearsalShare, (deps, { params, body, caller }) =>
    shownRehearsal(deps, sendRehearsalShare(deps, params.sessionId, caller, body)),
  );
  route(context, contract.finishRehearsal, (deps, { params, body }) =>
    shownRehearsal(deps, finishRehearsal(deps, params.sessionId, body.missing)),
  );
  route(context, contract.readRehearsal, readRehearsal);
  route(context, contract.readRehearsalRecord, readRehearsalRecord);
}
