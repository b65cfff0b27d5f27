import * as contract from '../../contract/ceremony/ceremony.ts';
import type { Principal } from '../../domain/account/relations.ts';
import { accept, type Ruling, refuse } from '../../domain/ruling.ts';
import { decideComplain, decideStartCeremony } from '../../domain/session/ceremony.ts';
import { decideConfirmSetup } from '../../domain/session/opening.ts';
import { findTeller, type Session, type SessionId, type Teller } from '../../domain/session/session.ts';
import type { RouteContext } from '../http/gate.ts';
import { route } from '../http/route.ts';
import { changeSession, findSession, personIdOf, tellerOf } from '../meeting/session-call.ts';
import { confirmSetup, openSession, prepareOpening } from './open-session.ts';
import { sendMessage } from './send-message.ts';
import { ceremonyView, openingView } from './views.ts';

/** The key ceremony on the tellers' own devices, and opening the box with the keys it made. */
export function ceremonyRoutes(keeper: RouteContext): void {
  const { deps } = keeper;

  route(keeper, contract.startCeremony, async ({ params, caller }) => {
    const changed = await changeSession(deps, params.sessionId, decideStartCeremony);
    if (!changed.ok) return changed;
    const { session } = changed.value;
    return session.ceremony
      ? accept(ceremonyView(session, session.ceremony, indexOf(session, caller)))
      : refuse('ceremony-not-possible');
  });
  route(keeper, contract.readCeremony, async ({ params, caller }) => {
    const found = await findSession(deps, params.sessionId);
    return found.ok ? view(found.value, caller) : found;
  });
  route(keeper, contract.sendCeremonyMessage, async ({ params, body, caller }) => {
    const teller = await findOwnTeller(params.sessionId, caller);
    if (!teller.ok) return teller;
    const sent = await sendMessage(deps, params.sessionId, teller.value, body);
    return sent.ok ? view(sent.value, caller) : sent;
  });
  route(keeper, contract.complainInCeremony, async ({ params, body, caller }) => {
    const teller = await findOwnTeller(params.sessionId, caller);
    if (!teller.ok) return teller;
    const complaint = { by: teller.value.index, against: body.against, reason: body.reason };
    const changed = await changeSession(deps, params.sessionId, (session) =>
      decideComplain(session, body.run, complaint),
    );
    return changed.ok ? view(changed.value.session, caller) : changed;
  });

  route(keeper, contract.prepareOpening, async ({ params }) => {
    const prepared = await prepareOpening(deps, params.sessionId);
    return prepared.ok ? accept(openingView(prepared.value)) : prepared;
  });
  route(keeper, contract.readOpening, async ({ params }) => {
    const found = await findSession(deps, params.sessionId);
    if (!found.ok) return found;
    const { opening } = found.value;
    return opening === null ? refuse('no-opening-prepared') : accept(openingView(opening));
  });
  route(keeper, contract.confirmSetup, async ({ params, body, caller }) => {
    const teller = await findOwnTeller(params.sessionId, caller);
    if (!teller.ok) return teller;
    const confirmed = await confirmSetup(deps, params.sessionId, (session) =>
      decideConfirmSetup(session, teller.value.index, body.setupHash),
    );
    return confirmed.ok ? accept(openingView(confirmed.value)) : confirmed;
  });
  route(keeper, contract.openSession, ({ params }) => openSession(deps, params.sessionId));

  async function findOwnTeller(id: SessionId, caller: Principal): Promise<Ruling<Teller, 'not-found'>> {
    const found = await findSession(deps, id);
    return found.ok ? tellerOf(found.value, caller) : found;
  }
}

function indexOf(session: Session, caller: Principal): number | null {
  return findTeller(session, personIdOf(caller))?.index ?? null;
}

function view(session: Session, caller: Principal) {
  const { ceremony } = session;
  return ceremony === null
    ? refuse('ceremony-not-running')
    : accept(ceremonyView(session, ceremony, indexOf(session, caller)));
}
