import type * as contract from '../../contract/half-term/half-term.ts';
import type { Deps } from '../deps.ts';
import type { Call } from '../http/route.ts';
import { reportFile } from './report-file.ts';

export function readReport(deps: Deps, { params, query }: Call<typeof contract.readReport>) {
  return reportFile(deps, params.committeeId, query.term, params);
}
