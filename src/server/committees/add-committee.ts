import type * as contract from '../../contract/committee/committees.ts';
import {
  type Committee,
  type CommitteeRefusal,
  committeeId,
  decideAddCommittee,
} from '../../domain/committee/committee.ts';
import { sameContent } from '../../domain/creation.ts';
import { accept, type Ruling } from '../../domain/ruling.ts';
import type { Deps } from '../deps.ts';
import type { Call } from '../http/route.ts';
import { localDay } from '../kit/local-time.ts';
import { uuid } from '../kit/uuid.ts';
import { findMade } from '../meeting/find-made.ts';
import { ruledView } from './views.ts';

/** What a committee is added with. */
function saidOf({ name, rank, sector, superiorId, directedById, code, from }: Committee) {
  return [name, rank, sector, superiorId, directedById, code, from];
}

export async function addCommittee(deps: Deps, { body, about }: Call<typeof contract.addCommittee>) {
  const id = committeeId.parse(body.id ?? uuid(deps.random));
  const candidate = { ...body, id, superiorSince: null, to: null, successorId: null };
  about({ committeeId: id });
  const ranks = await deps.store.committees.ranks();
  const today = localDay(deps.clock());
  type Added = Ruling<Committee, CommitteeRefusal | 'id-in-use'>;
  const asked = { around: [id, candidate.superiorId, candidate.directedById], code: candidate.code };
  const added = await deps.store.committees.change(asked, (known): Added => {
    const there = known.find((one) => one.id === id);
    const made = findMade(about, there, (one) => sameContent(saidOf(one), saidOf(candidate)));
    if (!made.ok) return made;
    return made.value ? accept(made.value) : decideAddCommittee(known, ranks, candidate, today);
  });
  return ruledView(added);
}
