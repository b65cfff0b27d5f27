import type { AuditChain, AuditHead, LinkedEntry } from '../domain/audit.ts';
import type { LocalText } from '../domain/text/local-text.ts';
import { csvLines, csvRows } from './csv.ts';

/** Of an exported log. `previous`: the hash before the entry's, with which each entry can be checked alone. */
export const auditColumns = [
  ...(['number', 'at', 'vi', 'en', 'username', 'name', 'committeeName', 'planTitle', 'sessionTitle'] as const),
  ...(['aboutUsername', 'personName'] as const),
  ...(['event', 'accountId', 'committeeId', 'sessionId', 'aboutAccountId', 'planId', 'personId', 'role'] as const),
  ...(['chain', 'seal', 'previous', 'hash'] as const),
] as const;
type AuditColumn = (typeof auditColumns)[number];

/** An entry as it is shown, with the hash that it follows; undefined for one that cannot be read. */
export interface AuditLine
  extends Readonly<Record<Exclude<AuditColumn, 'number' | 'vi' | 'en' | 'previous'>, string | null>> {
  readonly number: number;
  readonly what: LocalText;
  readonly previous: LinkedEntry['previous'] | undefined;
}

type Cells = { readonly [Column in AuditColumn]?: string | number | null | undefined };

const utf8 = new TextEncoder();

/**
 * The beginning of a file for a spreadsheet: a byte-order mark, titles, and where the service's chain ends, and the
 * committee's, said in words.
 */
export function beginAuditCsv(ends: readonly (AuditHead & { chain: AuditChain })[], words: LocalText): Uint8Array {
  const end: Cells[] = ends.map((head) => ({ ...head, event: 'logEnd', ...words }));
  return utf8.encode(csvRows([[...auditColumns], ...end.map(rowOf)]));
}

/** What follows; would-be formulas are made text. */
export function auditCsvLines(lines: readonly AuditLine[]): Uint8Array {
  return utf8.encode(csvLines(lines.map(({ what, ...line }) => rowOf({ ...line, ...what }))));
}

function rowOf(cells: Cells): (string | number)[] {
  return auditColumns.map((column) => cells[column] ?? '');
}
