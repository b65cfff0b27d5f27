import type { Actor } from '../account/actor.ts';
import { accept, type Ruling, refuse } from '../ruling.ts';
import { survivingKeys } from './publication.ts';
import type { Session } from './session.ts';
import { overtakeProposals } from './sign-decision.ts';

/**
 * Ends, by joint decision, a session whose closed box cannot be opened: fewer key cards than the threshold survive. Its
 * ballots stay sealed for ever, neither valid nor invalid.
 */
export function decideUnopenable(
  session: Session,
  by: Actor,
  reason: string,
  now: Date,
): Ruling<Session, 'not-closed' | 'enough-keys-survive'> {
  if (session.state !== 'closed') return refuse('not-closed');
  if (survivingKeys(session) >= session.settings.threshold) return refuse('enough-keys-survive');
  return accept({
    ...overtakeProposals(session),
    state: 'unopenable',
    unopenable: { by, at: now.toISOString(), reason },
  });
}
