import type * as contract from '../../contract/papers/papers.ts';
import { decideMarkUnused } from '../../domain/session/unused-sheets.ts';
import type { Deps } from '../deps.ts';
import type { Call } from '../http/route.ts';
import { changeSessionAndPapers } from '../meeting/session-call.ts';
import { withoutValue } from '../meeting/without-value.ts';
import { credentialsOf } from './find-sheet.ts';

export function markUnused(deps: Deps, { params, body }: Call<typeof contract.markUnused>) {
  return withoutValue(
    changeSessionAndPapers(deps, params.sessionId, (state) =>
      decideMarkUnused(state, credentialsOf(state, body.sheets)),
    ),
  );
}
