import type * as contract from '../../contract/results/results.ts';
import { accept } from '../../domain/ruling.ts';
import { recordDocuments } from '../../domain/session/record-documents.ts';
import type { Deps } from '../deps.ts';
import type { Call } from '../http/route.ts';
import { findResult } from './find-result.ts';

export async function readRecordDocuments(deps: Deps, { params, held }: Call<typeof contract.readRecordDocuments>) {
  const result = await findResult(deps, params.sessionId, held);
  return result.ok ? accept({ ...recordDocuments(result.value.state.session) }) : result;
}
