import { auditWords } from '../../contract/audit/audit-words.ts';
import type { CommitteeId } from '../../domain/committee/committee.ts';
import { auditCsvLines, beginAuditCsv } from '../../print/audit-table.ts';
import type { Deps } from '../deps.ts';
import { localDay } from '../kit/local-time.ts';
import type { AuditScope } from '../store/audit-store.ts';
import { auditViews } from './views.ts';

/** So many are in memory at once. */
const entriesAtOnce = 500;

export const administration: AuditScope = { kind: 'administration' };

export async function readPage(deps: Deps, scope: AuditScope, query: { before?: number | undefined; limit: number }) {
  const entries = await deps.store.audit.list(scope, { before: query.before ?? null, limit: query.limit });
  return {
    entries: await auditViews(deps, scope, entries),
    brokenAt: deps.auditBrokenAt,
    clockMoved: deps.clockWatch.lastMove(),
    head: await deps.store.audit.head(),
  };
}

/** All entries of the scope up to where the log stands now, newest first, part by part. */
export async function* csvOf(deps: Deps, scope: AuditScope): AsyncGenerator<Uint8Array, void> {
  const { audit } = deps.store;
  const head = await audit.head();
  yield beginAuditCsv(head, auditWords({ event: 'logEnd', role: null }));
  for (let before = (head?.number ?? 0) + 1; ; ) {
    const entries = await audit.list(scope, { before, limit: entriesAtOnce });
    const last = entries.at(-1);
    if (last === undefined) return;
    const views = await auditViews(deps, scope, entries);
    yield auditCsvLines(views.map((view, at) => ({ ...view, previous: entries[at]?.previous })));
    before = last.number;
  }
}

/** A committee's entries, and what happened to the accounts of those who have a seat or a role in it today. */
export async function scopeOf({ store, clock }: Deps, committeeId: CommitteeId): Promise<AuditScope> {
  const held = await store.committees.heldSeats(committeeId, localDay(clock()));
  const members = await store.accounts.findByPeople(held.map(({ person }) => person.id));
  const accounts = [...members, ...(await store.accounts.withRoleIn(committeeId))];
  const accountIds = [...new Set(accounts.map(({ id }) => id))];
  return { kind: 'committee', committeeId, accountIds };
}
