import * as contract from '../../contract/audit.ts';
import type { CommitteeId } from '../../domain/committee.ts';
import { accept } from '../../domain/decision.ts';
import type { Deps } from '../deps.ts';
import type { GateKeeper } from '../http/gate.ts';
import { route } from '../http/route.ts';
import { localDay } from '../local-time.ts';
import type { AuditPage, AuditScope } from '../store/audit-store.ts';
import { auditCsv, auditViews } from './views.ts';

/** More entries than a committee's log has in years. */
const everything: AuditPage = { before: null, limit: 100_000 };

const administration: AuditScope = { kind: 'administration' };

export function auditRoutes(keeper: GateKeeper): void {
  const { deps } = keeper;

  route(keeper, contract.listAudit, async ({ params, query }) =>
    accept(await readPage(deps, await scopeOf(deps, params.committeeId), query)),
  );
  route(keeper, contract.listAdministrationAudit, async ({ query }) =>
    accept(await readPage(deps, administration, query)),
  );
  route(keeper, contract.exportAudit, async ({ params }) =>
    accept(await readCsv(deps, await scopeOf(deps, params.committeeId))),
  );
  route(keeper, contract.exportAdministrationAudit, async () => accept(await readCsv(deps, administration)));
}

async function readPage(deps: Deps, scope: AuditScope, query: { before?: number | undefined; limit: number }) {
  const entries = await deps.store.audit.list(scope, { before: query.before ?? null, limit: query.limit });
  return {
    entries: await auditViews(deps, scope, entries),
    brokenAt: deps.auditBrokenAt,
    head: await deps.store.audit.head(),
  };
}

async function readCsv(deps: Deps, scope: AuditScope): Promise<Uint8Array> {
  const entries = await deps.store.audit.list(scope, everything);
  return auditCsv(entries, await auditViews(deps, scope, entries), await deps.store.audit.head());
}

/** A committee's entries, and what happened to the accounts of those who have a seat or a role in it today. */
async function scopeOf({ store, clock }: Deps, committeeId: CommitteeId): Promise<AuditScope> {
  const held = await store.committees.heldSeats(committeeId, localDay(clock()));
  const members = await store.accounts.findByPeople(held.map(({ person }) => person.id));
  const accounts = [...members, ...(await store.accounts.withRoleIn(committeeId))];
  const accountIds = [...new Set(accounts.map(({ id }) => id))];
  return { kind: 'committee', committeeId, accountIds };
}
