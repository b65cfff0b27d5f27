import type { AccountId } from '../../domain/account/account.ts';
import type { CommitteeId } from '../../domain/committee/committee.ts';
import type { PlanId } from '../../domain/plan/plan-id.ts';
import type { ImportCount } from '../../domain/roster/import-diff.ts';
import type { ImportId } from '../../domain/roster/import-id.ts';
import type { BuiltBefore, ImportImage, ImportKind, ListedImport } from '../../domain/roster/kept-import.ts';
import type { SessionId } from '../../domain/session/session.ts';
import { readRow } from './damaged-row.ts';
import { requireJson } from './json-text.ts';
import type { StoredTakingBack } from './stored-taking-back.ts';

/** What an import is listed by, without what it replaced. */
interface ListedRow {
  readonly id: string;
  readonly kind: ImportKind;
  readonly accountId: string;
  readonly at: string;
  readonly committeeId: string | null;
  readonly term: string | null;
  readonly committeeIds: readonly CommitteeId[];
  readonly counts: readonly ImportCount[];
  readonly takenBack: StoredTakingBack;
}

export function toListed(row: ListedRow): ListedImport {
  return readRow({ table: 'kept_import', row: row.id }, () => {
    requireJson(row.committeeIds, row.counts, row.takenBack);
    const { id, accountId, committeeId, takenBack } = row;
    const ids = {
      id: id as ImportId,
      accountId: accountId as AccountId,
      committeeId: committeeId as CommitteeId | null,
    };
    return { ...row, ...ids, takenBack: takenBack && { accountId: takenBack.by as AccountId, at: takenBack.at } };
  });
}

export function storedTakingBack(takenBack: ListedImport['takenBack']): StoredTakingBack {
  return takenBack && { by: takenBack.accountId, at: takenBack.at };
}

/** Null where what it replaced is no longer kept. */
export function toImage(id: ImportId, stored: string | null): ImportImage | null {
  return stored === null ? null : readRow({ table: 'kept_import', row: id }, () => JSON.parse(stored) as ImportImage);
}

/** @param sessions each with whether it has been opened */
export function storedBuilt(sessions: readonly (readonly [string, boolean])[], plans: readonly string[]): string {
  return JSON.stringify({ sessions, plans });
}

export function toBuiltBefore(text: string | null): BuiltBefore {
  const { sessions, plans } = JSON.parse(text ?? '{"sessions":[],"plans":[]}') as {
    readonly sessions: readonly (readonly [SessionId, boolean])[];
    readonly plans: readonly PlanId[];
  };
  return { sessions: new Map(sessions), plans: new Set(plans) };
}
