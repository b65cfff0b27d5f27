import * as z from 'zod/mini';
import { type AuditEntryView, auditEntryView } from '../../contract/audit/audit.ts';
import { auditWords } from '../../contract/audit/audit-words.ts';
import type { AuditEntry } from '../../domain/audit.ts';
import type { Plan } from '../../domain/plan/plan.ts';
import type { Deps } from '../deps.ts';
import type { AuditScope } from '../store/audit-store.ts';
import { type AuditNames, auditNames } from './names.ts';

/** Entries with the names that everything in them has now. */
export async function auditViews(
  deps: Deps,
  scope: AuditScope,
  entries: readonly AuditEntry[],
): Promise<AuditEntryView[]> {
  const names = await auditNames(deps, entries);
  return entries.map((entry) => viewOf(names, scope, entry));
}

/** What is kept of an entry, as far as it is shown. */
const kept = z.pick(auditEntryView, {
  chain: true,
  number: true,
  at: true,
  event: true,
  role: true,
  seal: true,
  hash: true,
  accountId: true,
  committeeId: true,
  planId: true,
  sessionId: true,
  aboutAccountId: true,
  personId: true,
});

function viewOf(names: AuditNames, scope: AuditScope, entry: AuditEntry): AuditEntryView {
  if (!kept.safeParse(entry).success) return damagedView(entry);
  const { accounts, people, committees, sessions } = names;
  const account = get(accounts, entry.accountId);
  const about = get(accounts, entry.aboutAccountId);
  const plan = get(names.plans, entry.planId);
  return {
    ...entry,
    what: auditWords(entry),
    username: account?.username ?? null,
    name: get(people, account?.personId) ?? null,
    committeeName: get(committees, entry.committeeId) ?? null,
    planTitle: plan && maySee(scope, plan) ? titleOf(plan) : null,
    sessionTitle: get(sessions, entry.sessionId) ?? null,
    aboutUsername: about?.username ?? null,
    personName: get(people, entry.personId ?? about?.personId) ?? null,
  };
}

/** In the place of an entry that somebody else wrote and nobody can read; the check of the chain says so too. */
function damagedView({ chain, number, hash }: AuditEntry): AuditEntryView {
  const nobody = { accountId: null, username: null, name: null, aboutAccountId: null, aboutUsername: null };
  const nowhere = { committeeId: null, committeeName: null, sessionId: null, sessionTitle: null };
  return {
    chain,
    number,
    at: new Date(0).toISOString(),
    event: 'damaged',
    what: auditWords({ event: 'damaged', role: null }),
    ...nobody,
    ...nowhere,
    planId: null,
    planTitle: null,
    personId: null,
    personName: null,
    role: null,
    seal: null,
    hash: String(hash),
  };
}

function get<Id, Thing>(things: ReadonlyMap<Id, Thing>, id: Id | null | undefined): Thing | undefined {
  return id === null || id === undefined ? undefined : things.get(id);
}

/** A draft concerns nobody but the committee that writes it. */
function maySee(scope: AuditScope, { issued, issuerId }: Plan): boolean {
  return issued !== null || (scope.kind === 'committee' && scope.committeeId === issuerId);
}

function titleOf({ provisions: { number, title } }: Plan): string {
  return number === null ? title : `${number} – ${title}`;
}
