import { auditWords } from '../../contract/audit/audit-words.ts';
import type { CommitteeId } from '../../domain/committee/committee.ts';
import { auditCsvLines, beginAuditCsv } from '../../print/audit-table.ts';
import type { Deps } from '../deps.ts';
import type { AskedPart } from '../kit/list-part.ts';
import { localDay } from '../kit/local-time.ts';
import type { AuditScope } from '../store/audit-store.ts';
import { auditViews } from './views.ts';

/** So many are in memory at once. */
const entriesAtOnce = 500;

export const administration: AuditScope = { kind: 'administration' };

/** The cursor is the number of the last entry. */
export async function readPart(deps: Deps, scope: AuditScope, { after, limit }: AskedPart) {
  const before = /^\d{1,15}$/.test(after ?? '') ? Number(after) : null;
  const found = await deps.store.audit.list(scope, { before, limit: limit + 1 });
  const entries = found.slice(0, limit);
  return {
    rows: await auditViews(deps, scope, entries),
    next: found.length > limit ? String(entries.at(-1)?.number) : null,
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
