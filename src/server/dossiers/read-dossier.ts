import type * as contract from '../../contract/dossiers/dossiers.ts';
import { accept, refuse } from '../../domain/ruling.ts';
import type { Deps } from '../deps.ts';
import type { Call } from '../http/route.ts';

export async function readDossier(deps: Deps, { params }: Call<typeof contract.readDossier>) {
  const found = await deps.store.documents.read(params.sessionId, params.dossierId);
  return found?.document.kind === 'dossier' ? accept(found.bytes) : refuse('unknown-dossier');
}
