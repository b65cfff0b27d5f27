import * as contract from '../../contract/box/box.ts';
import { readChain as readChainOperation } from '../../contract/box/chain.ts';
import { accept, refuse } from '../../domain/ruling.ts';
import type { RouteContext } from '../http/gate.ts';
import { route } from '../http/route.ts';
import { isProtected } from '../http/transport.ts';
import { paperGuard } from '../record/paper-guard.ts';
import { announceCount } from './announce-count.ts';
import { readBallotPage } from './ballot-page.ts';
import { castBallot } from './cast-ballot.ts';
import { castSheet, readSheet } from './cast-sheet.ts';
import { closeSession } from './close-session.ts';
import { listTrackers } from './list-trackers.ts';
import { readChain } from './read-chain.ts';
import { readRecord } from './read-record.ts';
import { shownBoxes } from './shown-box.ts';
import { shownNow, turnoutFeed, turnoutReader } from './turnout.ts';

/** From the ballot's page to the closed box. */
export function boxRoutes(keeper: RouteContext): void {
  const { deps } = keeper;
  const guard = paperGuard(deps);
  const boxes = shownBoxes(deps);
  const readTurnout = turnoutReader(deps, boxes);

  route(keeper, contract.readBallotPage, ({ params }) => readBallotPage(deps, params.sessionId));
  route(keeper, contract.castBallot, ({ params, body, request }) =>
    castBallot(deps, guard, boxes, params.sessionId, { ...body, plain: !isProtected(request) }),
  );
  route(keeper, contract.listTrackers, ({ params, held }) => listTrackers(deps, boxes, params.sessionId, held));
  route(keeper, readChainOperation, ({ params }) => readChain(deps, params.sessionId));
  route(keeper, contract.readTurnout, async ({ params }) => {
    const turnout = await readTurnout(params.sessionId);
    return turnout === undefined ? refuse('not-found') : accept(shownNow(deps, params.sessionId, turnout));
  });
  route(keeper, contract.watchTurnout, async ({ params }) => accept(turnoutFeed(readTurnout, deps, params.sessionId)));

  route(keeper, contract.announceCount, ({ params, body, caller }) =>
    announceCount(deps, params.sessionId, body, caller),
  );
  route(keeper, contract.readSheet, ({ params }) => readSheet(deps, params.sessionId, params.credential));
  route(keeper, contract.castSheet, ({ params, body }) => castSheet(deps, boxes, params.sessionId, body));
  route(keeper, contract.closeSession, ({ params }) => closeSession(deps, params.sessionId));
  route(keeper, contract.readRecord, ({ params, held }) => readRecord(deps, params.sessionId, held));
}
