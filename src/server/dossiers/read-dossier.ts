import { fileKinds, fileName } from '../../contract/documents/file-name.ts';
import type * as contract from '../../contract/dossiers/dossiers.ts';
import { refuse } from '../../domain/ruling.ts';
import type { Deps } from '../deps.ts';
import { shownFile } from '../http/attachment.ts';
import type { Call } from '../http/route.ts';
import { fileOf } from '../meeting/file-of.ts';

export async function readDossier(deps: Deps, { params }: Call<typeof contract.readDossier>) {
  const found = await deps.store.documents.read(params.sessionId, params.dossierId);
  if (found?.document.kind !== 'dossier') return refuse('unknown-dossier');
  const session = await deps.store.sessions.find(params.sessionId);
  if (session === undefined) return refuse('unknown-dossier');
  const { title, subjectId } = found.document;
  const subject = session.subjects.find(({ id }) => id === subjectId);
  const about = subject === undefined ? title : `${title} ${subject.name}`;
  return shownFile(found.bytes, fileName({ kind: fileKinds.dossier, about, ...fileOf(session), ending: 'pdf' }));
}
