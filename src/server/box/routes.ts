import * as contract from '../../contract/box/box.ts';
import { readChain as readChainOperation } from '../../contract/box/chain.ts';
import { accept } from '../../domain/ruling.ts';
import type { RouteContext } from '../http/gate.ts';
import { route } from '../http/route.ts';
import { isProtected } from '../http/transport.ts';
import type { ShownBoxes } from '../meeting/shown-box.ts';
import { paperGuard } from '../record/paper-guard.ts';
import { announceCount } from './announce-count.ts';
import { readBallotPage } from './ballot-page.ts';
import { castBallot } from './cast-ballot.ts';
import { castSheet } from './cast-sheet.ts';
import { closeSession } from './close-session.ts';
import { listTrackers } from './list-trackers.ts';
import { readChain } from './read-chain.ts';
import { readHints, readRecord } from './read-record.ts';
import { readSheet } from './read-sheet.ts';
import { turnoutOf, turnoutReader } from './turnout.ts';
import { turnoutWatch } from './watch-turnout.ts';

/** From the ballot's page to the closed box. */
export function boxRoutes(context: RouteContext, boxes: ShownBoxes): void {
  const guard = paperGuard(context.deps);
  const readTurnout = turnoutReader(context.deps, boxes);
  const watchTurnout = turnoutWatch(context.deps, boxes, readTurnout);

  route(context, contract.readBallotPage, (deps, { params }) => readBallotPage(deps, params.sessionId));
  route(context, contract.castBallot, (deps, { params, body, request }) =>
    castBallot(deps, guard, boxes, params.sessionId, { ...body, plain: !isProtected(request) }),
  );
  route(context, contract.listTrackers, (deps, { params, held }) => listTrackers(deps, boxes, params.sessionId, held));
  route(context, readChainOperation, (deps, { params }) => readChain(deps, params.sessionId));
  route(context, contract.readTurnout, (deps, { params }) => turnoutOf(readTurnout, deps, params.sessionId));
  route(context, contract.watchTurnout, async (_deps, { params }) => accept(watchTurnout(params.sessionId)));

  route(context, contract.announceCount, (deps, { params, body, caller }) =>
    announceCount(deps, params.sessionId, body, caller),
  );
  route(context, contract.readSheet, (deps, { params }) => readSheet(deps, params.sessionId, params.credential));
  route(context, contract.castSheet, (deps, { params, body }) => castSheet(deps, boxes, params.sessionId, body));
  route(context, contract.closeSession, (deps, { params }) => closeSession(deps, params.sessionId));
  route(context, contract.readRecord, (deps, { params, held }) => readRecord(deps, params.sessionId, held));
  route(context, contract.readHints, (deps, { params, held }) => readHints(deps, params.sessionId, held));
}
