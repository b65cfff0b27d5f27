import * as z from 'zod/mini';
import { type AuditEntryView, auditColumns, auditEntryView } from '../../contract/audit/audit.ts';
import { auditWords } from '../../contract/audit/audit-words.ts';
import type { AuditEntry, AuditHead, LinkedEntry } from '../../domain/audit.ts';
import type { Plan } from '../../domain/plan/plan.ts';
import { csvLines, csvRows } from '../../print/csv.ts';
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
  const by = get(accounts, entry.accountId);
  const about = get(accounts, entry.aboutAccountId);
  const plan = get(names.plans, entry.planId);
  return {
    ...entry,
    what: auditWords(entry),
    by: by?.username ?? null,
    byPerson: get(people, by?.personId) ?? null,
    committee: get(committees, entry.committeeId) ?? null,
    plan: plan && maySee(scope, plan) ? titleOf(plan) : null,
    session: get(sessions, entry.sessionId) ?? null,
    about: about?.username ?? null,
    aboutPerson: get(people, entry.personId ?? about?.personId) ?? null,
  };
}

/** In the place of an entry that somebody else wrote and nobody can read; the check of the chain says so too. */
function damagedView({ number, hash }: AuditEntry): AuditEntryView {
  const nobody = { accountId: null, by: null, byPerson: null, aboutAccountId: null, about: null, aboutPerson: null };
  const nothing = { committeeId: null, committee: null, planId: null, plan: null, sessionId: null, session: null };
  return {
    number,
    at: new Date(0).toISOString(),
    event: 'damaged',
    what: auditWords({ event: 'damaged', role: null }),
    ...nobody,
    ...nothing,
    personId: null,
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

type Fields = { readonly [Column in (typeof auditColumns)[number]]?: string | number | null | undefined };

const utf8 = new TextEncoder();

/** The beginning of a file for a spreadsheet: a byte-order mark, titles, and where the whole log ends. */
export function beginAuditCsv(head: AuditHead | null): Uint8Array {
  const end: Fields[] =
    head === null ? [] : [{ ...head, event: 'logEnd', ...auditWords({ event: 'logEnd', role: null }) }];
  return utf8.encode(csvRows([[...auditColumns], ...end.map(rowOf)]));
}

/** What follows; would-be formulas are made text. */
export function auditCsvLines(entries: readonly LinkedEntry[], views: readonly AuditEntryView[]): Uint8Array {
  const noted: Fields[] = views.map((view, at) => ({ ...view, ...view.what, previous: entries[at]?.previous }));
  return utf8.encode(csvLines(noted.map(rowOf)));
}

function rowOf(fields: Fields): (string | number)[] {
  return auditColumns.map((column) => fields[column] ?? '');
}
