import { accept, type Ruling, refuse } from '../ruling.ts';
import { ledgerOf } from './counting.ts';
import { type SessionWithPapers, withoutTraces } from './papers.ts';

/**
 * Forgets of a session that was cancelled after opening which paper came over which channel, as cancelling itself does
 * since it does so; the ledger is written down before, as the papers give it.
 */
export function decideForgetCancelled(state: SessionWithPapers): Ruling<SessionWithPapers, 'nothing-to-forget'> {
  const { session, papers, phoneLinks } = state;
  const { cancellation, openedAt } = session;
  const isForgotten = phoneLinks.size === 0 && [...papers.values()].every(({ channel }) => channel === 'forgotten');
  if (session.state !== 'cancelled' || cancellation === null || openedAt === null || isForgotten) {
    return refuse('nothing-to-forget');
  }
  const ledger = ledgerOf(state);
  return accept({ session: { ...session, cancellation: { ...cancellation, ledger } }, ...withoutTraces(state) });
}
