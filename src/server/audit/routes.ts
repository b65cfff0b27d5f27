import * as contract from '../../contract/audit/audit.ts';
import { accept } from '../../domain/ruling.ts';
import type { RouteContext } from '../http/gate.ts';
import { route } from '../http/route.ts';
import { exportAudit } from './export-audit.ts';
import { administration, csvOf, readPage, scopeOf } from './read-audit.ts';

export function auditRoutes(keeper: RouteContext): void {
  const { deps } = keeper;

  route(keeper, contract.listAudit, async ({ params, query }) =>
    accept(await readPage(deps, await scopeOf(deps, params.committeeId), query)),
  );
  route(keeper, contract.listAdministrationAudit, async ({ query }) =>
    accept(await readPage(deps, administration, query)),
  );
  route(keeper, contract.exportAudit, (call) => exportAudit(deps, call));
  route(keeper, contract.exportAdministrationAudit, async () => ({ ok: true, value: csvOf(deps, administration) }));
}
