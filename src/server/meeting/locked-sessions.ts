import type { z } from 'zod';
import type { lockedSession } from '../../contract/kit/session-values.ts';
import type { CommitteeId } from '../../domain/committee/committee.ts';
import type { SessionId } from '../../domain/session/session.ts';
import type { Deps } from '../deps.ts';
import type { LockedRow } from '../store/session-store.ts';

type LockedView = z.infer<typeof lockedSession>;

/** Locked sessions by what is left of them: whose, and when; the newest conference first. */
export async function showLocked({ store }: Pick<Deps, 'store'>, rows: readonly LockedRow[]): Promise<LockedView[]> {
  if (rows.length === 0) return [];
  const committees = await store.committees.findCommittees([...new Set(rows.map(({ committeeId }) => committeeId))]);
  const names = new Map<CommitteeId, string>(committees.map(({ id, name }) => [id, name]));
  return rows
    .toSorted((a, b) => b.heldOn.localeCompare(a.heldOn))
    .map(({ id, committeeId, heldOn }) => ({
      sessionId: id as SessionId,
      committeeName: names.get(committeeId) ?? '',
      heldOn,
    }));
}
