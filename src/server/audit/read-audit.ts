import { auditWords } from '../../contract/audit/audit-words.ts';
import type { AuditHead, LinkedEntry } from '../../domain/audit.ts';
import { type CommitteeId, committeeId as idOfCommittee } from '../../domain/committee/committee.ts';
import { auditCsvLines, beginAuditCsv } from '../../print/audit-table.ts';
import type { Deps } from '../deps.ts';
import type { AskedPart } from '../kit/list-part.ts';
import { localDay } from '../kit/local-time.ts';
import type { AuditPosition, AuditScope } from '../store/audit-store.ts';
import { auditViews } from './views.ts';

/** So many are in memory at once. */
const entriesAtOnce = 500;

export const administration: AuditScope = { kind: 'administration' };

export async function readPart(deps: Deps, scope: AuditScope, { after, limit }: AskedPart) {
  const found = await deps.store.audit.list(scope, { after: readCursor(after), limit: limit + 1 });
  const entries = found.slice(0, limit);
  const last = entries.at(-1);
  return {
    rows: await auditViews(deps, scope, entries),
    next: found.length > limit && last !== undefined ? cursorOf(last) : null,
    brokenAt: await brokenView(deps),
    clockMoved: deps.clockWatch.lastMove(),
    ...(await headsOf(deps, scope)),
  };
}

function cursorOf({ at, chain, number }: AuditPosition): string {
  return `${at} ${number} ${chain ?? ''}`;
}

/** Null, the beginning, for what was never given out. */
function readCursor(text = ''): AuditPosition | null {
  const [, at, number, id] = /^(\S{1,40}) (\d{1,15}) (\S*)$/.exec(text) ?? [];
  if (at === undefined) return null;
  const chain = idOfCommittee.safeParse(id);
  return { at, number: Number(number), chain: chain.success ? chain.data : null };
}

async function brokenView({ auditBrokenAt, store }: Deps) {
  if (auditBrokenAt === null) return null;
  const { chain } = auditBrokenAt;
  const committee = chain === null ? undefined : await store.committees.find(chain);
  return { ...auditBrokenAt, committeeName: committee?.name ?? null };
}

async function headsOf({ store: { audit } }: Deps, scope: AuditScope) {
  const committeeHead = scope.kind === 'committee' ? await audit.head(scope.committeeId) : null;
  return { head: await audit.head(), committeeHead };
}

/** All entries of the scope up to where the log stands now, newest first, part by part. */
export async function* csvOf(deps: Deps, scope: AuditScope): AsyncGenerator<Uint8Array, void> {
  const heads = await headsOf(deps, scope);
  const own = scope.kind === 'committee' ? scope.committeeId : null;
  const ends = [
    ...(heads.head === null ? [] : [{ chain: null, ...heads.head }]),
    ...(heads.committeeHead === null ? [] : [{ chain: own, ...heads.committeeHead }]),
  ];
  yield beginAuditCsv(ends, auditWords({ event: 'logEnd', role: null }));
  for (let after: AuditPosition | null = null; ; ) {
    const found: readonly LinkedEntry[] = await deps.store.audit.list(scope, { after, limit: entriesAtOnce });
    const last = found.at(-1);
    if (last === undefined) return;
    const entries = found.filter((entry) => isUpTo(entry, heads));
    const views = await auditViews(deps, scope, entries);
    yield auditCsvLines(views.map((view, at) => ({ ...view, previous: entries[at]?.previous })));
    after = last;
  }
}

/** Whether it was there when the ends were read. */
function isUpTo(
  { chain, number }: LinkedEntry,
  { head, committeeHead }: { readonly head: AuditHead | null; readonly committeeHead: AuditHead | null },
): boolean {
  const end = chain === null ? head : committeeHead;
  return end === null || number <= end.number;
}

/** A committee's entries, and what happened to the accounts of those who have a seat or a role in it today. */
export async function scopeOf({ store, clock }: Deps, committeeId: CommitteeId): Promise<AuditScope> {
  const held = await store.committees.heldSeats(committeeId, localDay(clock()));
  const members = await store.accounts.findByPeople(held.map(({ person }) => person.id));
  const accounts = [...members, ...(await store.accounts.withRoleIn(committeeId))];
  const accountIds = [...new Set(accounts.map(({ id }) => id))];
  return { kind: 'committee', committeeId, accountIds };
}
