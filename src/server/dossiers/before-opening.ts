import { accept, type Ruling, refuse } from '../../domain/ruling.ts';
import type { SessionState } from '../../domain/session/session.ts';

export function checkBeforeOpening(state: SessionState): Ruling<undefined, 'not-before-opening'> {
  return state === 'draft' || state === 'issued' ? accept(undefined) : refuse('not-before-opening');
}
