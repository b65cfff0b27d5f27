import { fileKinds, fileName } from '../../contract/documents/file-name.ts';
import type * as contract from '../../contract/results/results.ts';
import type { Deps } from '../deps.ts';
import { attachment } from '../http/attachment.ts';
import type { Call } from '../http/route.ts';
import { chairPosition } from '../meeting/chair-position.ts';
import { fileOf } from '../meeting/file-of.ts';
import { extractFor } from './extract.ts';
import { findResult } from './find-result.ts';

export async function readExtract(deps: Deps, { params, held }: Call<typeof contract.readExtract>) {
  const result = await findResult(deps, params.sessionId, held);
  if (!result.ok) return result;
  const chairRole = await chairPosition(deps, result.value.state.session);
  const extract = extractFor(result.value, params.subjectId, chairRole);
  if (!extract.ok) return extract;
  const info = { language: 'vi', createdAt: deps.clock() } as const;
  const bytes = await deps.pool.run('writeDocuments', { documents: [extract.value], info });
  const about = result.value.view.subjects.find(({ id }) => id === params.subjectId)?.name ?? '';
  const of = fileOf(result.value.state.session);
  return attachment(bytes, fileName({ kind: fileKinds.extract, about, ...of, ending: 'pdf' }));
}
