import type { PersonId } from '../roster/person.ts';
import type { FormConsequence, FormOfResult, PublishedResult, PublishedSubject } from '../session/published-result.ts';
import type { LocalText } from '../text/local-text.ts';
import { fitsSearch, searchWords } from '../text/search-key.ts';
import { percentOf } from './outcome.ts';

/** A vote of confidence, or the rating of a year: never summed up together. */
export type RoundKind = 'confidence' | 'rating';

/** What a result is one of. */
function kindOf({ form }: PublishedResult): RoundKind {
  return form.kind ?? 'confidence';
}

/** The form's tiers; none where it attaches no consequences: that nothing is attached need not be said there. */
export function attachedBy({ tiers }: FormOfResult): readonly FormConsequence[] {
  return tiers.some(({ tier }) => tier > 0) ? tiers : [];
}

/** Everything that is left out stands for all; both days belong to the period. */
export interface RollUpFilter {
  readonly kind?: RoundKind | undefined;
  readonly formId?: string | undefined;
  /** Of the committee, on the day of the vote. */
  readonly rank?: string | undefined;
  readonly planId?: string | undefined;
  readonly from?: string | undefined;
  readonly to?: string | undefined;
}

export function fittingResults<One extends PublishedResult>(
  results: readonly One[],
  { kind, formId, rank, planId, from, to }: RollUpFilter,
): One[] {
  return results.filter(
    (one) =>
      (kind === undefined || kindOf(one) === kind) &&
      (formId === undefined || one.form.id === formId) &&
      (rank === undefined || one.committeeRank === rank) &&
      (planId === undefined || one.planId === planId) &&
      (from === undefined || one.heldOn >= from) &&
      (to === undefined || one.heldOn <= to),
  );
}

/** What one person had in one result. */
export interface PersonsResult {
  readonly result: PublishedResult;
  readonly subject: PublishedSubject;
}

export interface RolledUpPerson {
  readonly personId: PersonId;
  /** As the newest of the results has it. */
  readonly name: string;
  readonly orderKey: string;
  /** In the order of the results. */
  readonly results: readonly PersonsResult[];
}

export interface PeopleFilter {
  /** People who were in this tier at least once. */
  readonly tier?: number | undefined;
  /** Beginnings of words of the name, with or without diacritics. */
  readonly search?: string | undefined;
}

/**
 * The people of these results in order of their names, each once, with all they had in these results, so that a person's
 * development stays whole. Organisations are left out: nothing says that two of one name are the same.
 */
export function peopleOf(results: readonly PublishedResult[], { tier, search }: PeopleFilter): RolledUpPerson[] {
  const words = searchWords(search ?? '');
  const people = new Map<PersonId, { readonly first: PublishedSubject; readonly results: PersonsResult[] }>();
  for (const result of results) {
    for (const subject of result.subjects) {
      if (subject.personId === null) continue;
      const known = people.get(subject.personId);
      if (known === undefined) people.set(subject.personId, { first: subject, results: [{ result, subject }] });
      else known.results.push({ result, subject });
    }
  }
  return [...people]
    .flatMap(([personId, { first, results: all }]): RolledUpPerson[] => {
      const { name, key, orderKey } = first;
      const reached = tier === undefined || all.some(({ subject }) => subject.tier === tier);
      return reached && fitsSearch(key, words) ? [{ personId, name, orderKey, results: all }] : [];
    })
    .sort(byName);
}

function byName(a: RolledUpPerson, b: RolledUpPerson): number {
  if (a.orderKey !== b.orderKey) return a.orderKey < b.orderKey ? -1 : 1;
  return a.personId < b.personId ? -1 : 1;
}

/** Figures of one subject as `readResult` gives them; percentages with two decimals. */
export function figuresOf({ result: { form, collected, base }, subject: { counts } }: PersonsResult) {
  const valid = counts.reduce((sum, count) => sum + count, 0);
  const levels = form.levels.map(({ id }, index) => {
    const count = counts[index] ?? 0;
    return [id, { count, percent: percentOf(count, base.value) }] as const;
  });
  return { collected, valid, invalid: collected - valid, levels: Object.fromEntries(levels) };
}

/** What the form attaches to this subject's result. */
export function reachedBy({ result: { form }, subject: { tier } }: PersonsResult): FormConsequence {
  const reached = form.tiers.find((one) => one.tier === tier);
  if (reached === undefined) throw new Error(`the form ${form.id} has no tier ${tier}`);
  return reached;
}

export interface CountedTier extends FormConsequence {
  readonly count: number;
}

/** How many subjects of one result are in each tier that its form attaches; those whom nothing concerns come first. */
export function tiersOf({ form, subjects }: PublishedResult): CountedTier[] {
  return attachedBy(form).map((one) => ({ ...one, count: subjects.filter(({ tier }) => tier === one.tier).length }));
}

export interface TierCount extends CountedTier {
  readonly formId: string;
  readonly formTitle: LocalText;
}

/** How many subjects each form's rules attach which consequence to. An annulled result is shown, and counts nowhere. */
export function countTiers(results: readonly PublishedResult[]): TierCount[] {
  const counts = new Map<string, TierCount>();
  for (const result of inForce(results)) {
    const { id: formId, title: formTitle } = result.form;
    for (const reached of tiersOf(result)) {
      const key = `${formId} ${reached.tier}`;
      const before = counts.get(key)?.count ?? 0;
      counts.set(key, { formId, formTitle, ...reached, count: before + reached.count });
    }
  }
  return [...counts.values()].sort((a, b) => a.formId.localeCompare(b.formId) || a.tier - b.tier);
}

export interface RankCount {
  /** Of the committee. */
  readonly rank: string;
  readonly results: number;
  /** Results of single people or organisations. */
  readonly subjects: number;
  /** Of those: how many some consequence is attached to. */
  readonly concerned: number;
}

/** The same by the rank of the committee. */
export function countRanks(results: readonly PublishedResult[]): RankCount[] {
  const counts = new Map<string, RankCount>();
  for (const { committeeRank: rank, subjects } of inForce(results)) {
    const before = counts.get(rank) ?? { rank, results: 0, subjects: 0, concerned: 0 };
    counts.set(rank, {
      rank,
      results: before.results + 1,
      subjects: before.subjects + subjects.length,
      concerned: before.concerned + subjects.filter(({ tier }) => tier > 0).length,
    });
  }
  return [...counts.values()].sort((a, b) => a.rank.localeCompare(b.rank));
}

const inForce = (results: readonly PublishedResult[]) => results.filter(({ annulled }) => !annulled);

/** What a reader can narrow these results by. */
export function choicesOf(results: readonly PublishedResult[]) {
  const forms = new Map(results.map(({ form: { id, title } }) => [id, { id, title }]));
  const plans = new Map(
    results.flatMap(({ planId, plan }) => (planId === null ? [] : [[planId, { id: planId, number: plan ?? '' }]])),
  );
  const tiers = new Map(
    [...new Map(results.map(({ form }) => [form.id, form])).values()]
      .flatMap(attachedBy)
      .map((one) => [`${one.tier} ${one.consequence.vi}`, { tier: one.tier, consequence: one.consequence }]),
  );
  return {
    kinds: [...new Set(results.map(kindOf))],
    forms: [...forms.values()],
    ranks: [...new Set(results.map(({ committeeRank }) => committeeRank))],
    plans: [...plans.values()],
    years: [...new Set(results.map(({ heldOn }) => heldOn.slice(0, 4)))].sort().reverse(),
    tiers: [...tiers.values()].sort((a, b) => a.tier - b.tier),
  };
}
