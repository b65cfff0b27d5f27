import * as contract from '../../contract/tally/tally.ts';
import type { RouteContext } from '../http/gate.ts';
import { route } from '../http/route.ts';
import { findSession } from '../meeting/session-call.ts';
import { shownTally } from '../meeting/tally-view.ts';
import { finishTally } from './finish-tally.ts';
import { proveCard } from './prove-card.ts';
import { reportLostKey } from './report-lost-key.ts';
import { sendShare } from './send-share.ts';

/** Opening the totals. */
export function tallyRoutes(context: RouteContext): void {
  route(context, contract.readTally, (deps, { params }) => shownTally(findSession(deps, params.sessionId)));
  route(context, contract.sendShare, (deps, { params, body, caller }) =>
    shownTally(sendShare(deps, params.sessionId, caller, body)),
  );
  route(context, contract.finishTally, (deps, { params, body }) =>
    shownTally(finishTally(deps, params.sessionId, body.missing)),
  );
  route(context, contract.reportLostKey, reportLostKey);
  route(context, contract.proveCard, proveCard);
}
