import { fileKinds } from '../../contract/documents/file-name.ts';
import type * as contract from '../../contract/half-term/half-term.ts';
import { targetsTable } from '../../print/targets-table.ts';
import type { Deps } from '../deps.ts';
import type { Call } from '../http/route.ts';
import { tableAnswer } from '../http/table-answer.ts';
import { findReview } from './find-review.ts';

export async function readTargetsTable(
  deps: Deps,
  { params, query: { term, language, format } }: Call<typeof contract.readTargetsTable>,
) {
  const review = await findReview(deps, params.committeeId, term);
  if (!review.ok) return review;
  const committee = (await deps.store.committees.find(params.committeeId))?.name ?? null;
  const name = { kind: fileKinds.targets, language, about: term, committee } as const;
  return tableAnswer(deps, [targetsTable(review.value.targets, language, format)], format, name);
}
