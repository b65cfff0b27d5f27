import type { RollUpPerson, RollUpResult, RollUpView } from '../../contract/results/roll-up.ts';
import type { CommitteeId } from '../../domain/committee/committee.ts';
import {
  choicesOf,
  countRanks,
  countTiers,
  fittingResults,
  type PeopleFilter,
  peopleOf,
  type RolledUpPerson,
  type RollUpFilter,
  tiersOf,
} from '../../domain/result/roll-up.ts';
import type { PublishedResult } from '../../domain/session/published-result.ts';
import type { Deps } from '../deps.ts';
import type { RelationsTo } from '../http/relations-for.ts';
import { type AskedPart, partOfWhole } from '../kit/list-part.ts';
import { publishedTo } from './published-to.ts';
import { headOf, personsResultView } from './result-head.ts';

/** Of the results, and of the people. */
interface AskedParts extends AskedPart {
  readonly peopleAfter?: string | undefined;
}

/**
 * What was published to a committee from directly below, each result under the superior that it had at opening, as far as
 * it fits. Every number is one of `readResult`, or a sum over results that are all listed; the caller could open each.
 */
export async function readRollUp(
  deps: Deps,
  committeeId: CommitteeId,
  relationsTo: RelationsTo,
  { after, peopleAfter, limit, ...filter }: RollUpFilter & PeopleFilter & AskedParts,
): Promise<RollUpView> {
  const [own] = await deps.store.committees.findCommittees([committeeId]);
  const { results: all, locked } = await publishedTo(deps, committeeId, relationsTo);
  const results = fittingResults(all, filter);
  const people = peopleOf(results, filter);
  const part = partOfWhole(results, { after, limit }, ({ sessionId }) => sessionId);
  const peoplePart = partOfWhole(people, { after: peopleAfter, limit }, ({ personId }) => personId);
  return {
    committeeName: own?.name ?? '',
    choices: choicesOf(all),
    tiers: countTiers(results),
    committeeRanks: countRanks(results),
    results: { total: results.length, rows: part.rows.map(resultRow), next: part.next },
    people: { total: people.length, rows: peoplePart.rows.map(personRow), next: peoplePart.next },
    locked,
  };
}

function resultRow(result: PublishedResult): RollUpResult {
  return { ...headOf(result), collected: result.collected, tiers: tiersOf(result) };
}

function personRow({ personId, name, results }: RolledUpPerson): RollUpPerson {
  const latest = results.find(({ result }) => !result.annulled) ?? results[0];
  if (latest === undefined) throw new Error('a person in a roll-up has a result');
  return { personId, name, results: results.length, latest: personsResultView(latest) };
}
