import { missingForPreparation } from '../../domain/session/opening.ts';
import { credentialsForSetup, type SessionWithPapers } from '../../domain/session/papers.ts';
import { buildSetup, type ElectionSetup } from '../record/build-setup.ts';

export const nothingYet: ElectionSetup = { setupHash: '', election: '', trustees: '', credentials: '' };

/** The setup as it would be now; empty while the keys, and so the election, are not there. */
export function setupOf(state: SessionWithPapers): ElectionSetup {
  if (missingForPreparation(state).length > 0) return nothingYet;
  return buildSetup(state.session, credentialsForSetup(state));
}
