import type { z } from 'zod';
import type { CommitteeView } from '../../contract/committee/committees.ts';
import type { mergeCommittees } from '../../contract/committee/tree.ts';
import { type CommitteeId, committeeId } from '../../domain/committee/committee.ts';
import {
  decideDissolve,
  decideMerge,
  decideMove,
  findMerger,
  type Merger,
  type ReorganisationRefusal,
} from '../../domain/committee/reorganise.ts';
import type { PersonId } from '../../domain/roster/person.ts';
import { seatId } from '../../domain/roster/seat.ts';
import { accept, type Ruling } from '../../domain/ruling.ts';
import type { Deps } from '../deps.ts';
import { localDay } from '../kit/local-time.ts';
import { uuid } from '../kit/uuid.ts';
import type { About } from '../store/audit-intent.ts';
import { changeRoster } from './change-roster.ts';
import { committeeView } from './views.ts';

type Reorganised = Promise<Ruling<CommitteeView, ReorganisationRefusal>>;

/** Puts a committee under another superior; a vote under way keeps the one that was fixed at its opening. */
export async function move(
  { store, clock }: Deps,
  id: CommitteeId,
  change: { from: CommitteeId | null; to: CommitteeId | null; on?: string | undefined },
): Reorganised {
  const today = localDay(clock());
  return first(
    await changeRoster(store, (known) => decideMove(known, { id, ...change, on: change.on ?? today }, today)),
  );
}

export async function dissolve(deps: Deps, id: CommitteeId, on: string): Reorganised {
  return first(await changeRoster(deps.store, (known) => decideDissolve(known, id, on, localDay(deps.clock()))));
}

/** Every committee that ends in it finds it in its own audit log, as their successor does. */
export async function merge(
  deps: Deps,
  body: z.infer<typeof mergeCommittees.body>,
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
  const newSeatId = () => seatId.parse(uuid(deps.random));
  const today = localDay(deps.clock());
  const ranks = await deps.store.committees.ranks();
  const merged = await changeRoster(deps.store, (known) => {
    const made = findMerger(known.committees, merger);
    if (!made.ok) return made;
    if (made.value === undefined) return decideMerge(known, ranks, merger, today, newSeatId);
    about();
    return accept({ committees: [made.value] });
  });
  return first(merged);
}

/** The committee that was asked about stands first among those that changed. */
function first<Refusal extends string>(
  decision: Ruling<{ readonly committees: readonly Parameters<typeof committeeView>[0][] }, Refusal>,
): Ruling<CommitteeView, Refusal> {
  if (!decision.ok) return decision;
  const [committee] = decision.value.committees;
  if (committee === undefined) throw new Error('a reorganisation that changes no committee');
  return accept(committeeView(committee));
}
