import { type CommitteeId, directorOf } from '../../domain/committee/committee.ts';
import type { KnownCommittees } from '../../domain/plan/plan-scope.ts';
import type { Store } from '../store/store.ts';

/**
 * These committees and everybody whose plans they follow, step by step upwards: a few rows, however large the province
 * is. Whoever is not there is left out.
 */
export async function withDirectors({ committees }: Store, ids: readonly CommitteeId[]): Promise<KnownCommittees> {
  const known = new Map<CommitteeId, Awaited<ReturnType<typeof committees.findCommittees>>[number]>();
  for (let wanted = [...new Set(ids)]; wanted.length > 0; ) {
    const found = await committees.findCommittees(wanted);
    for (const one of found) known.set(one.id, one);
    const above = found.flatMap((one) => directorOf(one) ?? []);
    wanted = [...new Set(above)].filter((id) => !known.has(id));
  }
  return known;
}
