import type * as contract from '../../contract/dossiers/dossiers.ts';
import { accept, type Ruling, refuse } from '../../domain/ruling.ts';
import type { Deps } from '../deps.ts';
import type { Call } from '../http/route.ts';
import type { SessionStep } from '../store/session-store.ts';
import { checkBeforeOpening } from './before-opening.ts';

type Refusal = 'not-before-opening' | 'unknown-dossier';

export async function removeDossier(deps: Deps, { params }: Call<typeof contract.removeDossier>) {
  const { sessionId, dossierId } = params;
  const asked = { papers: [], documents: true } as const;
  const removed = await deps.store.sessions.update(sessionId, asked, (state, seen): Ruling<SessionStep, Refusal> => {
    const early = checkBeforeOpening(state.session.state);
    if (!early.ok) return early;
    const found = seen.documents.find(({ id }) => id === dossierId);
    if (found?.kind !== 'dossier') return refuse('unknown-dossier');
    return accept({ after: state, documents: { remove: dossierId } });
  });
  return removed.ok ? accept(undefined) : removed;
}
