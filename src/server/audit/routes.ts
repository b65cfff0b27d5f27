import * as contract from '../../contract/audit/audit.ts';
import { fileKinds, fileName } from '../../contract/documents/file-name.ts';
import { accept } from '../../domain/ruling.ts';
import { attachment } from '../http/attachment.ts';
import type { RouteContext } from '../http/gate.ts';
import { route } from '../http/route.ts';
import { localDay } from '../kit/local-time.ts';
import { exportAudit } from './export-audit.ts';
import { administration, csvOf, readPart, scopeOf } from './read-audit.ts';

export function auditRoutes(context: RouteContext): void {
  route(context, contract.listAudit, async (deps, { params, query }) =>
    accept(await readPart(deps, await scopeOf(deps, params.committeeId), query)),
  );
  route(context, contract.listAdministrationAudit, async (deps, { query }) =>
    accept(await readPart(deps, administration, query)),
  );
  route(context, contract.exportAudit, exportAudit);
  route(context, contract.exportAdministrationAudit, async (deps) =>
    attachment(
      csvOf(deps, administration),
      fileName({ kind: fileKinds.administrationLog, day: localDay(deps.clock()), ending: 'csv' }),
    ),
  );
}
