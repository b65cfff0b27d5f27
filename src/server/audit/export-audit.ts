import type * as contract from '../../contract/audit/audit.ts';
import { fileKinds, fileName } from '../../contract/documents/file-name.ts';
import type { Deps } from '../deps.ts';
import { attachment } from '../http/attachment.ts';
import type { Call } from '../http/route.ts';
import { localDay } from '../kit/local-time.ts';
import { csvOf, scopeOf } from './read-audit.ts';

export async function exportAudit(deps: Deps, { params }: Call<typeof contract.exportAudit>) {
  const committee = (await deps.store.committees.find(params.committeeId))?.name ?? null;
  const name = fileName({ kind: fileKinds.auditLog, committee, day: localDay(deps.clock()), ending: 'csv' });
  return attachment(csvOf(deps, await scopeOf(deps, params.committeeId)), name);
}
