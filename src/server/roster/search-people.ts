import type { z } from 'zod';
import type { foundByName } from '../../contract/kit/found-by-name.ts';
import type { CommitteeId } from '../../domain/committee/committee.ts';
import { nameOrderKey } from '../../domain/roster/name-order-key.ts';
import { shownBirthYears } from '../../domain/roster/namesakes.ts';
import type { PersonId } from '../../domain/roster/person.ts';
import { isWithin } from '../../domain/roster/seat.ts';
import { placeInSearch, searchKey, searchWords } from '../../domain/text/search-key.ts';
import type { Deps } from '../deps.ts';
import { type AskedPart, type ListPart, partOf, placeAt } from '../kit/list-part.ts';
import { localDay } from '../kit/local-time.ts';

/** Somebody found by name, with where they sit today; never with their personal code. */
export interface PersonMatch {
  readonly id: PersonId;
  readonly name: string;
  /** Where another of the name was found too. */
  readonly birthYear?: number;
  /** With its superior's name, which tells two committees of one name apart. */
  readonly seats: { committeeId: CommitteeId; committeeName: string; superiorName: string | null; position: string }[];
}

/** A part of the people whose name answers the search; with `within`, of those who sit or sat there or below. */
export async function searchPeople(
  { store, clock }: Deps,
  asked: AskedPart & { readonly search: string },
  within?: CommitteeId,
): Promise<ListPart<PersonMatch>> {
  const { committees } = store;
  const words = searchWords(asked.search);
  const placeOf = (name: string) => {
    const key = searchKey(name);
    return placeInSearch(key, words, key, nameOrderKey(name));
  };
  const after = await placeAt(asked.after, async (id) => {
    const person = await committees.findPerson(id as PersonId);
    return person && placeOf(person.name);
  });
  const page = { words, after, limit: asked.limit + 1 };
  const found = await committees.searchPeople({ ...page, ...(within === undefined ? {} : { within }) });
  const { rows: shown, next } = partOf(found, asked.limit, ({ id, name }) => ({ key: placeOf(name), id }));
  const today = localDay(clock());
  const seats = (await committees.seatsOfPeople(shown.map(({ id }) => id))).filter((seat) => isWithin(seat, today));
  const named = await committees.findCommittees(seats.map((seat) => seat.committeeId));
  const above = await committees.findCommittees(named.flatMap(({ superiorId }) => superiorId ?? []));
  const names = new Map([...named, ...above].map((one) => [one.id, one.name]));
  const placeIn = (id: CommitteeId) => {
    const superiorId = named.find((one) => one.id === id)?.superiorId;
    return { committeeName: names.get(id) ?? '', superiorName: (superiorId && names.get(superiorId)) ?? null };
  };
  // Those of one name follow each other: who is first of the next part counts.
  const years = shownBirthYears(found);
  const rows = shown.map(({ id, name: fullName }) => ({
    id,
    name: fullName,
    ...yearOf(years.get(id)),
    seats: seats
      .filter((seat) => seat.personId === id)
      .map(({ committeeId, position }) => ({ committeeId, ...placeIn(committeeId), position })),
  }));
  return { rows, next };
}

function yearOf(birthYear: number | undefined): { birthYear?: number } {
  return birthYear === undefined ? {} : { birthYear };
}

/** As many as somebody chooses from. */
const mostFound = 20;

/** People of any committee whose name answers the search, to choose one of them for a list. */
export async function findByName(deps: Deps, search: string): Promise<z.infer<typeof foundByName>[]> {
  const { rows } = await searchPeople(deps, { search, limit: mostFound });
  return rows.map(({ id, name, birthYear, seats }) => ({
    personId: id,
    name,
    ...yearOf(birthYear),
    seats: seats.map(({ committeeName, superiorName, position }) => ({
      committeeName,
      superiorName,
      position,
    })),
  }));
}
