import type { z } from 'zod';
import type { planBody } from '../../contract/plans/plans.ts';
import type { CommitteeId } from '../../domain/committee/committee.ts';
import type { AmendableProvisions } from '../../domain/plan/plan.ts';
import type { PlanContext } from '../../domain/plan/plan-decisions.ts';
import { byId, followersOf } from '../../domain/plan/plan-scope.ts';
import { shownBirthYears } from '../../domain/roster/namesakes.ts';
import { knownParts } from '../../domain/roster/same-person.ts';
import { accept, type Ruling, refuse } from '../../domain/ruling.ts';
import type { Deps } from '../deps.ts';
import { localDay } from '../kit/local-time.ts';

/** What the provisions of a plan of this issuer are held against today. */
export async function planContextOf({ store, clock }: Deps, issuer: CommitteeId): Promise<PlanContext> {
  const known = byId(await store.committees.followers(issuer));
  const seats = await store.committees.heldSeats(issuer, localDay(clock()));
  return {
    ranks: await store.committees.ranks(),
    followers: new Map([...followersOf(known, issuer)].map((id) => [id, known.get(id)?.name ?? id])),
    members: new Set(seats.map(({ person }) => person.id)),
  };
}

type WrittenProvisions = Pick<z.output<typeof planBody>, keyof AmendableProvisions>;

/** The provisions with the names of the people in them, as the service knows them. */
export async function withNames(
  { store }: Deps,
  { steering, attending, ...provisions }: WrittenProvisions,
): Promise<Ruling<AmendableProvisions, 'unknown-person'>> {
  const ids = [...steering, ...attending].map(({ personId }) => personId);
  const found = await store.committees.findPeople(ids);
  const people = new Map(found.map(({ id, name }) => [id, name]));
  if (ids.some((id) => !people.has(id))) return refuse('unknown-person');
  const years = shownBirthYears(found);
  const named = <One extends { readonly personId: (typeof ids)[number] }>(one: One) => ({
    ...one,
    name: people.get(one.personId) ?? '',
    ...knownParts({ birthYear: years.get(one.personId) }),
  });
  const remindDays = [...new Set(provisions.remindDays)].sort((a, b) => b - a);
  return accept({ ...provisions, remindDays, steering: steering.map(named), attending: attending.map(named) });
}
