import type * as contract from '../../contract/half-term/half-term.ts';
import { accept, refuse } from '../../domain/ruling.ts';
import type { Deps } from '../deps.ts';
import type { Call } from '../http/route.ts';

export async function readReport(deps: Deps, { params, query }: Call<typeof contract.readReport>) {
  const bytes = await deps.store.halfTerm.readReport(params.committeeId, query.term, params);
  return bytes === undefined ? refuse('unknown-report') : accept(bytes);
}
