import type { CommitteeId } from '../committee/committee.ts';
import { isPersonName, type PersonId } from '../roster/person.ts';
import { mayBeSame } from '../roster/same-person.ts';
import { namesakeProblems } from '../roster/spellings.ts';
import { accept, type Ruling, refuse } from '../ruling.ts';

/** One of those summoned to a term's congress (docs/rules.md). */
export interface Summoned {
  readonly id: string;
  /** Null for somebody known by name only: they vote with a sheet. */
  readonly personId: PersonId | null;
  readonly name: string;
  readonly position: string;
  /** Of somebody known by name only, where the list had it: tells people of one name apart, is never shown. */
  readonly code?: string | null;
  readonly birthYear?: number | null;
  /** Key cadres were not delegates and are added. */
  readonly standing: 'delegate' | 'key-cadre';
  readonly votes: boolean;
  /** Why somebody no longer takes part, and from which ISO day; nobody comes in their place. */
  readonly struck: { readonly reason: string; readonly on: string } | null;
}

/** Who is summoned in one committee for one congress term. */
export interface SummonedList {
  readonly committeeId: CommitteeId;
  /** For example `2025–2030`. */
  readonly term: string;
  readonly people: readonly Summoned[];
}

/**
 * Enters the congress's delegates, or enters them anew while nothing else has happened to the list: once somebody was
 * struck out or added, a delegate who is missing is not replaced.
 */
export function decideEnterDelegates(
  known: SummonedList | undefined,
  entered: SummonedList,
): Ruling<SummonedList, 'summoned-list-settled'> {
  const isSettled = known?.people.some(({ standing, struck }) => standing === 'key-cadre' || struck !== null) ?? false;
  return isSettled ? refuse('summoned-list-settled') : accept(entered);
}

/**
 * Adds a key cadre who was not a delegate, with or without a vote. Whoever has the name and position of somebody on the
 * list is taken for them unless codes or years of birth differ: one too many would go unseen, a refusal does not.
 */
export function decideAddCadre(
  known: SummonedList | undefined,
  cadre: Summoned,
): Ruling<SummonedList, 'no-summoned-list' | 'already-summoned' | 'bad-name'> {
  if (known === undefined) return refuse('no-summoned-list');
  if (!isPersonName(cadre.name)) return refuse('bad-name');
  const there = known.people.find((one) => mayBeSame(one, cadre));
  return there !== undefined
    ? refuse('already-summoned', namesakeProblems('already-summoned', cadre, there))
    : accept({ ...known, people: [...known.people, cadre] });
}

/** Strikes somebody out who is no longer eligible, or with null takes back what was a mistake. */
export function decideStrike(
  known: SummonedList | undefined,
  id: string,
  struck: Summoned['struck'],
): Ruling<SummonedList, 'no-summoned-list' | 'unknown-summoned'> {
  if (known === undefined) return refuse('no-summoned-list');
  if (!known.people.some((one) => one.id === id)) return refuse('unknown-summoned');
  return accept({ ...known, people: known.people.map((one) => (one.id === id ? { ...one, struck } : one)) });
}

/** Those who take part in a conference on the ISO day, with or without a vote. */
export function summonedOn({ people }: SummonedList, day: string): readonly Summoned[] {
  return people.filter(({ struck }) => struck === null || day < struck.on);
}
