import type { AuditEntryView } from '../../contract/audit.ts';
import { operations } from '../../contract/operations.ts';
import type { AccountId } from '../../domain/account.ts';
import { type AuditEntry, securityEvents } from '../../domain/audit.ts';
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

const columns = [
  'number',
  'at',
  'event',
  'accountId',
  'by',
  'committeeId',
  'sessionId',
  'aboutAccountId',
  'about',
  'hash',
] as const satisfies readonly (keyof AuditEntryView)[];

/** For a spreadsheet: a byte-order mark first, would-be formulas made text. */
export function auditCsv(views: readonly AuditEntryView[]): Uint8Array {
  const head = [...columns, 'vi', 'en'];
  const rows = views.map((view) => [...columns.map((column) => view[column] ?? ''), view.what.vi, view.what.en]);
  return new TextEncoder().encode(csvRows([head, ...rows]));
}
