import type * as contract from '../../contract/results/results.ts';
import { accept, refuse } from '../../domain/ruling.ts';
import type { Deps } from '../deps.ts';
import type { Call } from '../http/route.ts';
import { beforeOpening, checkBeforeOpening } from './before-opening.ts';

export async function removeDossier(deps: Deps, { params }: Call<typeof contract.removeDossier>) {
  const session = await beforeOpening(deps, params.sessionId);
  if (!session.ok) return session;
  const found = await deps.store.documents.read(params.sessionId, params.dossierId);
  if (found?.document.kind !== 'dossier') return refuse('unknown-dossier');
  const removed = await deps.store.documents.remove(params.sessionId, params.dossierId, checkBeforeOpening);
  return removed.ok ? accept(undefined) : removed;
}
