import type { z } from 'zod';
import type {
  PersonsResultView,
  RollUpPerson,
  RollUpResult,
  RollUpView,
  readPersonResults,
} from '../../contract/results/roll-up.ts';
import type { Principal } from '../../domain/account/relations.ts';
import type { CommitteeId } from '../../domain/committee/committee.ts';
import {
  attachedBy,
  choicesOf,
  countRanks,
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
} from '../../domain/result/roll-up.ts';
import type { PersonId } from '../../domain/roster/person.ts';
import { accept, type Ruling, refuse } from '../../domain/ruling.ts';
import type { PublishedResult } from '../../domain/session/published-result.ts';
import { fitsSearch, searchKey, searchWords } from '../../domain/text/search-key.ts';
import type { Deps } from '../deps.ts';
import type { RelationsTo } from '../http/relations-for.ts';
import { seatedIn } from '../roster/seated-in.ts';
import type { SessionFilter } from '../store/session-store.ts';
import { readableResults, showLockedResults } from './readable-results.ts';

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
  const [own] = await deps.store.committees.findCommittees([committeeId]);
  const { results: all, locked } = await publishedTo(deps, committeeId, relationsTo);
  const results = fittingResults(all, filter);
  const people = peopleOf(results, filter);
  return {
    committeeName: own?.name ?? '',
    choices: choicesOf(all),
    tiers: countTiers(results),
    committeeRanks: countRanks(results),
    results: { total: results.length, rows: onPage(results, page, size).map(resultRow) },
    people: { total: people.length, rows: onPage(people, peoplePage, size).map(personRow) },
    locked,
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
    ({ committeeName, title }) => words.length === 0 || fitsSearch(searchKey(`${committeeName} ${title}`), words),
  );
  const locked = await lockedAmong(deps, asked, relationsTo);
  return { choices: choicesOf(all), total: found.length, rows: onPage(found, page, size).map(headOf), locked };
}

async function lockedAmong(deps: Deps, filter: SessionFilter, relationsTo: RelationsTo) {
  return showLockedResults(deps, await deps.store.sessions.locked(filter), relationsTo);
}

/** Where the person sits today and something was published to from below, and how much of it. */
export async function rollUpsFor(deps: Deps, personId: PersonId, relationsTo: RelationsTo) {
  const found = await deps.store.committees.findCommittees(await seatedIn(deps, personId));
  const counted = await Promise.all(
    found.map(async ({ id, name }) => {
      const { results, locked } = await publishedTo(deps, id, relationsTo);
      return { committeeId: id, name, results: results.length, isLocked: locked.length > 0 };
    }),
  );
  // Where all that was published is locked, the roll-up is there to say so.
  const told = counted.filter(({ results, isLocked }) => results > 0 || isLocked);
  return told.map(({ isLocked: _isLocked, ...one }) => one).sort((a, b) => a.name.localeCompare(b.name, 'vi'));
}

/** Newest conference first, of those that the caller could open; and those that are left out since they are locked. */
export async function publishedTo(deps: Deps, committeeId: CommitteeId, relationsTo: RelationsTo) {
  const { committees, sessions } = deps.store;
  const filter = { superiorIds: await committees.withPredecessors([committeeId]) };
  const results = await readableResults(await sessions.published(filter), relationsTo);
  return { results, locked: await lockedAmong(deps, filter, relationsTo) };
}

/** One person in every committee that the caller may read, newest conference first. */
export async function personResults(
  deps: Deps,
  personId: PersonId,
  relationsTo: RelationsTo,
): Promise<Ruling<z.infer<(typeof readPersonResults.replies)[200]>, 'not-found'>> {
  const readable = await readableResults(await deps.store.sessions.published({ personId }), relationsTo);
  const found = peopleOf(readable, {}).find((one) => one.personId === personId);
  if (found === undefined) return refuse('not-found');
  const locked = await lockedAmong(deps, { personId }, relationsTo);
  return accept({ name: found.name, results: found.results.map(personsResultView), locked });
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

function headOf({ sessionId, committeeId, committeeName, committeeRank, title, heldOn, ...result }: PublishedResult) {
  const { form, base, annulled } = result;
  return {
    sessionId,
    committeeId,
    committeeName,
    committeeRank,
    title,
    heldOn,
    form: form.id,
    formTitle: form.title,
    base,
    annulled,
  };
}
