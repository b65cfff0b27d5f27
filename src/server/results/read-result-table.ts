import { fileKinds } from '../../contract/documents/file-name.ts';
import type * as contract from '../../contract/results/results.ts';
import { resultsTables } from '../../print/results-tables.ts';
import type { Deps } from '../deps.ts';
import type { Call } from '../http/route.ts';
import { tableAnswer } from '../http/table-answer.ts';
import { fileOf } from '../meeting/file-of.ts';
import { findResult } from './find-result.ts';
import { resultsData } from './minutes-data.ts';

export async function readResultTable(
  deps: Deps,
  { params, query: { format }, held }: Call<typeof contract.readResultTable>,
) {
  const result = await findResult(deps, params.sessionId, held);
  if (!result.ok) return result;
  const name = { kind: fileKinds.result, ...fileOf(result.value.state.session) } as const;
  return tableAnswer(deps, resultsTables(resultsData(result.value)), format, name);
}
