import * as contract from '../../contract/ceremony/ceremony.ts';
import { reachOf } from '../../domain/address.ts';
import type { RouteContext } from '../http/gate.ts';
import { publicOrigin } from '../http/public-origin.ts';
import { route } from '../http/route.ts';
import { complainInCeremony } from './complain-in-ceremony.ts';
import { confirmSetup } from './confirm-setup.ts';
import { openSession } from './open-session.ts';
import { prepareOpening } from './prepare-opening.ts';
import { readCeremony } from './read-ceremony.ts';
import { readOpening } from './read-opening.ts';
import { sendCeremonyMessage } from './send-ceremony-message.ts';
import { startCeremony } from './start-ceremony.ts';

/** The key ceremony on the tellers' own devices, and opening the box with the keys it made. */
export function ceremonyRoutes(context: RouteContext): void {
  const { deps } = context;
  route(context, contract.startCeremony, (call) => startCeremony(deps, call));
  route(context, contract.readCeremony, (call) => readCeremony(deps, call));
  route(context, contract.sendCeremonyMessage, (call) => sendCeremonyMessage(deps, call));
  route(context, contract.complainInCeremony, (call) => complainInCeremony(deps, call));

  route(context, contract.prepareOpening, (call) => prepareOpening(deps, call));
  route(context, contract.readOpening, (call) => readOpening(deps, call));
  route(context, contract.confirmSetup, (call) => confirmSetup(deps, call));
  route(context, contract.openSession, ({ params, request }) =>
    openSession(deps, params.sessionId, reachOf(publicOrigin(deps, request))),
  );
}
