import * as contract from '../../contract/ceremony/ceremony.ts';
import { accept } from '../../domain/ruling.ts';
import { decideConfirmSetup } from '../../domain/session/opening.ts';
import type { RouteContext } from '../http/gate.ts';
import { route } from '../http/route.ts';
import { complainInCeremony } from './complain-in-ceremony.ts';
import { confirmSetup, openSession, prepareOpening } from './open-session.ts';
import { findOwnTeller } from './own-teller.ts';
import { readCeremony } from './read-ceremony.ts';
import { readOpening } from './read-opening.ts';
import { sendCeremonyMessage } from './send-ceremony-message.ts';
import { startCeremony } from './start-ceremony.ts';
import { openingView } from './views.ts';

/** The key ceremony on the tellers' own devices, and opening the box with the keys it made. */
export function ceremonyRoutes(context: RouteContext): void {
  const { deps } = context;

  route(context, contract.startCeremony, (call) => startCeremony(deps, call));
  route(context, contract.readCeremony, (call) => readCeremony(deps, call));
  route(context, contract.sendCeremonyMessage, (call) => sendCeremonyMessage(deps, call));
  route(context, contract.complainInCeremony, (call) => complainInCeremony(deps, call));

  route(context, contract.prepareOpening, async ({ params }) => {
    const prepared = await prepareOpening(deps, params.sessionId);
    return prepared.ok ? accept(openingView(prepared.value)) : prepared;
  });
  route(context, contract.readOpening, (call) => readOpening(deps, call));
  route(context, contract.confirmSetup, async ({ params, body, caller }) => {
    const teller = await findOwnTeller(deps, params.sessionId, caller);
    if (!teller.ok) return teller;
    const confirmed = await confirmSetup(deps, params.sessionId, (session) =>
      decideConfirmSetup(session, teller.value.index, body.setupHash),
    );
    return confirmed.ok ? accept(openingView(confirmed.value)) : confirmed;
  });
  route(context, contract.openSession, ({ params }) => openSession(deps, params.sessionId));
}
