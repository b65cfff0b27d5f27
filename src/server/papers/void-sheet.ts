import type * as contract from '../../contract/papers/papers.ts';
import { decideVoidSheet } from '../../domain/session/papers.ts';
import type { Deps } from '../deps.ts';
import type { Call } from '../http/route.ts';
import { changeSessionAndPapers } from '../meeting/session-call.ts';
import { withoutValue } from '../meeting/without-value.ts';
import { credentialsOf } from './find-sheet.ts';

export function voidSheet(deps: Deps, { params, body }: Call<typeof contract.voidSheet>) {
  return withoutValue(
    changeSessionAndPapers(deps, params.sessionId, (state) =>
      decideVoidSheet(state, credentialsOf(state, [body])[0] ?? ''),
    ),
  );
}
