import type { z } from 'zod';
import type { CommitteeView } from '../../contract/committee/committees.ts';
import type { mergeCommittees as contract } from '../../contract/committee/tree.ts';
import { committeeId } from '../../domain/committee/committee.ts';
import { decideMerge, findMerger, type Merger, type ReorganisationRefusal } from '../../domain/committee/reorganise.ts';
import type { PersonId } from '../../domain/roster/person.ts';
import { seatId } from '../../domain/roster/seat.ts';
import { accept, type Ruling } from '../../domain/ruling.ts';
import type { Deps } from '../deps.ts';
import { localDay } from '../kit/local-time.ts';
import { uuid } from '../kit/uuid.ts';
import type { About } from '../store/audit-intent.ts';
import { firstOf } from './reorganised.ts';

/** Every committee that ends in it finds it in its own audit log, as their successor does. */
export async function mergeCommittees(
  deps: Deps,
  body: z.infer<typeof contract.body>,
  by: PersonId | null,
  about: About,
): Promise<Ruling<CommitteeView, ReorganisationRefusal | 'id-in-use'>> {
  const { committeeIds: ids, into, on, seats } = body;
  const id = committeeId.parse(into.id ?? uuid(deps.random));
  const merger: Merger = {
    ids,
    on,
    seats,
    by,
    into: !('name' in into) ? into.id : { ...into, id, superiorSince: null, from: on, to: null, successorId: null },
  };
  const successor = typeof merger.into === 'string' ? merger.into : id;
  about(...[...new Set([successor, ...ids])].map((committeeId) => ({ committeeId })));
  const named = 'name' in into ? [into.superiorId, into.directedById] : [];
  const asked = { around: [...ids, successor, ...named], code: 'name' in into ? into.code : null };
  const newSeatId = () => seatId.parse(uuid(deps.random));
  const today = localDay(deps.clock());
  const ranks = await deps.store.committees.ranks();
  const merged = await deps.store.committees.reorganise(asked, (known) => {
    const made = findMerger(known.committees, merger);
    if (!made.ok) return made;
    if (made.value === undefined) return decideMerge(known, ranks, merger, today, newSeatId);
    about();
    return accept({ committees: [made.value] });
  });
  return firstOf(merged);
}
