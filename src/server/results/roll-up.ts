import type { PersonsResultView, RollUpPerson, RollUpResult, RollUpView } from '../../contract/roll-up.ts';
import type { CommitteeId } from '../../domain/committee.ts';
import { accept, type Decision, refuse } from '../../domain/decision.ts';
import type { PersonId } from '../../domain/person.ts';
import type { Principal } from '../../domain/relations.ts';
import {
  attachedBy,
  choicesOf,
  countLevels,
  countTiers,
  figuresOf,
  fittingResults,
  type PeopleFilter,
  type PersonsResult,
  peopleOf,
  type RolledUpPerson,
  type RollUpFilter,
  reachedBy,
  tiersOf,
} from '../../domain/roll-up.ts';
import { fitsSearch, searchKey, searchWords } from '../../domain/search-key.ts';
import type { PublishedResult } from '../../domain/session/published-result.ts';
import type { Deps } from '../deps.ts';
import type { RelationsTo } from '../http/relations-for.ts';
import { showLocked } from '../meeting/locked-sessions.ts';
import { seatedIn } from '../seated-in.ts';
import type { SessionFilter } from '../store/session-store.ts';
import { readableResults } from './readable-results.ts';

/** Pages count from 1. */
export interface AskedPages {
  readonly page: number;
  readonly peoplePage: number;
  readonly size: number;
}

/**
 * What was published to a committee from directly below, each result under the superior that it had at opening, as far as
 * it fits. Every number is one of `readResult`, or a sum over results that are all listed; the caller could open each.
 */
export async function rollUp(
  deps: Deps,
  committeeId: CommitteeId,
  relationsTo: RelationsTo,
  { page, peoplePage, size, ...filter }: RollUpFilter & PeopleFilter & AskedPages,
): Promise<RollUpView> {
  const { committees } = deps.store;
  const [own] = await committees.findCommittees([committeeId]);
  const all = await publishedTo(deps, committeeId, relationsTo);
  const results = fittingResults(all, filter);
  const people = peopleOf(results, filter);
  return {
    committee: own?.name ?? '',
    choices: choicesOf(all),
    ...{ tiers: countTiers(results), committeeLevels: countLevels(results) },
    results: { total: results.length, rows: onPage(results, page, size).map(resultRow) },
    people: { total: people.length, rows: onPage(people, peoplePage, size).map(personRow) },
    locked: await lockedAmong(deps, { superiorIds: await committees.withPredecessors([committeeId]) }, relationsTo),
  };
}

/** Every result that the caller may read, as far as it fits. */
export async function listResults(
  deps: Deps,
  { personId: given, grants }: Principal,
  relationsTo: RelationsTo,
  { page, size, search = '', ...filter }: RollUpFilter & { page: number; size: number; search?: string | undefined },
) {
  const { committees, sessions } = deps.store;
  const seatIn = await seatedIn(deps, given);
  const asked = {
    committeeIds: [...seatIn, ...grants.map(({ committeeId }) => committeeId)],
    superiorIds: await committees.withPredecessors(seatIn),
    ...(given === null ? {} : { personId: given }),
  };
  const all = await readableResults(await sessions.published(asked), relationsTo);
  const words = searchWords(search);
  const found = fittingResults(all, filter).filter(
    ({ committee, title }) => words.length === 0 || fitsSearch(searchKey(`${committee} ${title}`), words),
  );
  const locked = await lockedAmong(deps, asked, relationsTo);
  return { choices: choicesOf(all), total: found.length, rows: onPage(found, page, size).map(headOf), locked };
}

/** Published results that the caller could open if they were not locked. */
export async function lockedAmong(deps: Deps, filter: SessionFilter, relationsTo: RelationsTo) {
  const locked = await deps.store.sessions.locked(filter);
  const published = locked.filter(({ state }) => state === 'published').map((row) => ({ ...row, sessionId: row.id }));
  return showLocked(deps, await readableResults(published, relationsTo));
}

/** Where the person sits today and something was published to from below, and how much of it. */
export async function rollUpsFor(deps: Deps, personId: PersonId, relationsTo: RelationsTo) {
  const found = await deps.store.committees.findCommittees(await seatedIn(deps, personId));
  const counted = await Promise.all(
    found.map(async ({ id, name }) => {
      const results = await publishedTo(deps, id, relationsTo);
      return { committeeId: id, name, results: results.length };
    }),
  );
  return counted.filter(({ results }) => results > 0).sort((a, b) => a.name.localeCompare(b.name, 'vi'));
}

/** Newest conference first, of those that the caller could open. */
export async function publishedTo({ store }: Deps, committeeId: CommitteeId, relationsTo: RelationsTo) {
  const superiorIds = await store.committees.withPredecessors([committeeId]);
  return readableResults(await store.sessions.published({ superiorIds }), relationsTo);
}

/** One person in every committee that the caller may read, newest conference first. */
export async function personResults(
  { store }: Deps,
  personId: PersonId,
  relationsTo: RelationsTo,
): Promise<Decision<{ name: string; results: PersonsResultView[] }, 'not-found'>> {
  const readable = await readableResults(await store.sessions.published({ personId }), relationsTo);
  const found = peopleOf(readable, {}).find((one) => one.personId === personId);
  if (found === undefined) return refuse('not-found');
  return accept({ name: found.name, results: found.results.map(personsResultView) });
}

function onPage<One>(list: readonly One[], page: number, size: number): readonly One[] {
  return list.slice((page - 1) * size, page * size);
}

function resultRow(result: PublishedResult): RollUpResult {
  return { ...headOf(result), collected: result.collected, tiers: tiersOf(result) };
}

function personRow({ personId, name, results }: RolledUpPerson): RollUpPerson {
  const latest = results.find(({ result }) => !result.annulled) ?? results[0];
  if (latest === undefined) throw new Error('a person in a roll-up has a result');
  return { personId, name, results: results.length, latest: personsResultView(latest) };
}

function personsResultView(one: PersonsResult): PersonsResultView {
  const { levels: counts, ...figures } = figuresOf(one);
  const { position } = one.subject;
  const { form } = one.result;
  const attached = attachedBy(form).length > 0 ? reachedBy(one) : { tier: 0, article: null, consequence: null };
  return { ...headOf(one.result), ...figures, ...attached, position, counts, levels: form.levels };
}

function headOf({ sessionId, committeeId, committee, committeeLevel, title, heldOn, ...result }: PublishedResult) {
  const { form, base, annulled } = result;
  return {
    ...{ sessionId, committeeId, committee, committeeLevel, title, heldOn },
    ...{ form: form.id, formTitle: form.title, base, annulled },
  };
}
