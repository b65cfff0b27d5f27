import { type AuditEntryView, auditColumns } from '../../contract/audit.ts';
import { operations } from '../../contract/operations.ts';
import type { AccountId } from '../../domain/account.ts';
import { type AuditEntry, type AuditHead, type LinkedEntry, securityEvents } from '../../domain/audit.ts';
import type { LocalText } from '../../domain/local-text.ts';
import { csvRows } from '../../print/csv.ts';
import type { Deps } from '../deps.ts';

/** In the words of the API; an event of an older version, which nothing describes any more, by its name. */
const words = new Map<string, LocalText>([
  ...operations.map(({ id, summary }) => [id, summary] as const),
  ...Object.entries(securityEvents),
]);

/** Entries with the user names that accounts have now. */
export async function auditViews(deps: Deps, entries: readonly AuditEntry[]): Promise<AuditEntryView[]> {
  const ids = new Set(entries.flatMap(({ accountId, aboutAccountId }) => [accountId, aboutAccountId]));
  const names = await usernames(
    deps,
    [...ids].filter((id) => id !== null),
  );
  const nameOf = (id: AccountId | null) => (id === null ? null : (names.get(id) ?? null));
  return entries.map((entry) => ({
    ...entry,
    what: { ...(words.get(entry.event) ?? { vi: entry.event, en: entry.event }) },
    by: nameOf(entry.accountId),
    about: nameOf(entry.aboutAccountId),
  }));
}

async function usernames({ store }: Deps, ids: readonly AccountId[]): Promise<ReadonlyMap<AccountId, string>> {
  const found = await Promise.all(ids.map((id) => store.accounts.find(id)));
  return new Map(found.flatMap((account) => (account === undefined ? [] : [[account.id, account.username] as const])));
}

type Fields = { readonly [Column in (typeof auditColumns)[number]]?: string | number | null | undefined };

/** For a spreadsheet: a byte-order mark first, would-be formulas made text; `head` is where the whole log ends. */
export function auditCsv(
  entries: readonly LinkedEntry[],
  views: readonly AuditEntryView[],
  head: AuditHead | null,
): Uint8Array {
  const end: Fields[] = head === null ? [] : [{ ...head, event: 'logEnd', ...securityEvents.logEnd }];
  const noted: Fields[] = views.map((view, at) => ({ ...view, ...view.what, previous: entries[at]?.previous }));
  const rows = [...end, ...noted].map((fields) => auditColumns.map((column) => fields[column] ?? ''));
  return new TextEncoder().encode(csvRows([[...auditColumns], ...rows]));
}
