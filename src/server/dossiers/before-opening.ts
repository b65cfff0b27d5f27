import { accept, type Ruling, refuse } from '../../domain/ruling.ts';
import type { SessionId, SessionState } from '../../domain/session/session.ts';
import type { Deps } from '../deps.ts';
import { findSession } from '../meeting/session-call.ts';

export function checkBeforeOpening(state: SessionState): Ruling<undefined, 'not-before-opening'> {
  return state === 'draft' || state === 'issued' ? accept(undefined) : refuse('not-before-opening');
}

export async function beforeOpening(deps: Deps, id: SessionId) {
  const found = await findSession(deps, id);
  if (!found.ok) return found;
  const early = checkBeforeOpening(found.value.state);
  return early.ok ? found : early;
}
