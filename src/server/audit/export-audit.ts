import type * as contract from '../../contract/audit/audit.ts';
import { accept } from '../../domain/ruling.ts';
import type { Deps } from '../deps.ts';
import type { Call } from '../http/route.ts';
import { csvOf, scopeOf } from './read-audit.ts';

export async function exportAudit(deps: Deps, { params }: Call<typeof contract.exportAudit>) {
  return accept(csvOf(deps, await scopeOf(deps, params.committeeId)));
}
