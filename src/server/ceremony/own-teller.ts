import type { Principal } from '../../domain/account/relations.ts';
import { accept, type Ruling, refuse } from '../../domain/ruling.ts';
import { findTeller, type Session, type SessionId, type Teller } from '../../domain/session/session.ts';
import type { Deps } from '../deps.ts';
import { ceremonyView } from '../meeting/ceremony-view.ts';
import { findSession, personIdOf, tellerOf } from '../meeting/session-call.ts';

export function indexOf(session: Session, caller: Principal): number | null {
  return findTeller(session, personIdOf(caller))?.index ?? null;
}

export function view(session: Session, caller: Principal) {
  const { ceremony } = session;
  return ceremony === null
    ? refuse('ceremony-not-running')
    : accept(ceremonyView(session, ceremony, indexOf(session, caller)));
}

export async function findOwnTeller(
  deps: Deps,
  id: SessionId,
  caller: Principal,
): Promise<Ruling<Teller, 'not-found'>> {
  const found = await findSession(deps, id);
  return found.ok ? tellerOf(found.value, caller) : found;
}
