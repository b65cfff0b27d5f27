import type { Committee, CommitteeId, PastSuperior } from '../../../domain/committee/committee.ts';
import { keyOfCommittee, placeOfFound } from '../../../domain/committee/committee-key.ts';
import type { Term } from '../../../domain/committee/term.ts';
import { nameOrderKey } from '../../../domain/roster/name-order-key.ts';
import type { Person, PersonId } from '../../../domain/roster/person.ts';
import { isWithin, type Seat } from '../../../domain/roster/seat.ts';
import { fitsSearch, placeInSearch, searchKey } from '../../../domain/text/search-key.ts';
import type { CommitteeStore, PageOf } from '../committee-store.ts';

export interface KeptRoster {
  readonly committees: ReadonlyMap<CommitteeId, Committee>;
  readonly pastSuperiors: readonly PastSuperior[];
  readonly terms: ReadonlyMap<string, Term>;
  readonly people: ReadonlyMap<PersonId, Person>;
  readonly seats: ReadonlyMap<string, Seat>;
}

/** The tree of the store in memory: every list is looked through. */
export function memoryTree({ committees, pastSuperiors, terms, people, seats }: KeptRoster) {
  const all = () => [...committees.values()];
  const standingBelow = (id: CommitteeId | null, on?: string) =>
    all().filter((one) =>
      on === undefined
        ? one.superiorId === id && one.to === null
        : isWithin(one, on) && superiorOn(one, pastSuperiors, on) === id,
    );
  const isBelow = (id: CommitteeId, top: CommitteeId) =>
    id === top || way(committees, id).some((one) => one.id === top);
  return {
    search: async ({ among, ...page }) => {
      const named = (one: Committee) => [one, ...way(committees, one.id)].map(keyOfCommittee).join(' ');
      const found = all().filter(
        (one) => (among === undefined || among.includes(one.id)) && fitsSearch(named(one), page.words),
      );
      return partOf(found, (one) => placeOfFound(one, page.words), page);
    },
    subordinates: async (superiorId, page) =>
      partOf(standingBelow(superiorId, page.on), keyOfCommittee, page).map((committee) => ({
        committee,
        subordinates: standingBelow(committee.id, page.on).length,
      })),
    searchPeople: async ({ within, ...page }) => {
      const sits = ({ id }: Person) =>
        within === undefined ||
        [...seats.values()].some((seat) => seat.personId === id && isBelow(seat.committeeId, within));
      const keyOf = ({ fullName }: Person) => searchKey(fullName);
      const found = [...people.values()].filter((one) => fitsSearch(keyOf(one), page.words) && sits(one));
      const placeOf = (one: Person) => placeInSearch(keyOf(one), page.words, keyOf(one), nameOrderKey(one.fullName));
      return partOf(found, placeOf, page);
    },
    above: async (ids) => [...new Set(ids.flatMap((id) => way(committees, id)))],
    history: async (id) => ({
      superiors: pastSuperiors.filter((past) => past.committeeId === id),
      subordinates: pastSuperiors.filter((past) => past.superiorId === id),
      predecessors: all().filter((one) => one.successorId === id),
    }),
    withPredecessors: async (ids) => {
      const found = new Set(ids.filter((id) => committees.has(id)));
      for (const id of found) for (const one of all()) if (one.successorId === id) found.add(one.id);
      return [...found];
    },
    terms: async (id) =>
      [...terms.values()].filter((one) => one.committeeId === id).sort((a, b) => (a.from < b.from ? 1 : -1)),
  } satisfies Partial<CommitteeStore>;
}

/** Undefined: that day lies before what is known. */
function superiorOn(one: Committee, past: readonly PastSuperior[], on: string): CommitteeId | null | undefined {
  if (one.superiorSince === null || one.superiorSince <= on) return one.superiorId;
  return past.find((each) => each.committeeId === one.id && isWithin(each, on))?.superiorId;
}

function way(committees: ReadonlyMap<CommitteeId, Committee>, id: CommitteeId): Committee[] {
  const superiorId = committees.get(id)?.superiorId ?? null;
  const superior = superiorId === null ? undefined : committees.get(superiorId);
  return superior === undefined ? [] : [superior, ...way(committees, superior.id)];
}

function partOf<One extends { readonly id: string }>(
  all: readonly One[],
  keyOf: (one: One) => string,
  { after, limit }: PageOf,
): One[] {
  const place = (key: string, id: string) => `${key}\0${id}`;
  return all
    .map((one) => ({ one, at: place(keyOf(one), one.id) }))
    .filter(({ at }) => after === undefined || at > place(after.key, after.id))
    .sort((a, b) => (a.at < b.at ? -1 : 1))
    .slice(0, limit)
    .map(({ one }) => one);
}
