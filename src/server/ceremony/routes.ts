import * as contract from '../../contract/ceremony/ceremony.ts';
import type { RouteContext } from '../http/gate.ts';
import { servedAt } from '../http/public-origin.ts';
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
  route(context, contract.startCeremony, startCeremony);
  route(context, contract.readCeremony, readCeremony);
  route(context, contract.sendCeremonyMessage, sendCeremonyMessage);
  route(context, contract.complainInCeremony, complainInCeremony);

  route(context, contract.prepareOpening, prepareOpening);
  route(context, contract.readOpening, readOpening);
  route(context, contract.confirmSetup, confirmSetup);
  route(context, contract.openSession, (deps, { params, request }) =>
    openSession(deps, params.sessionId, servedAt(deps, request)),
  );
}
