import type { LocalText } from './local-text.ts';

/** How many subjects of one result the rules attach one consequence to; tier 0 is those whom none concerns. */
interface ReachedTier {
  readonly tier: number;
  readonly article: LocalText | null;
  readonly consequence: LocalText;
  readonly count: number;
}

/** One published result in a roll-up. */
export interface RolledUpSession {
  readonly sessionId: string;
  /** As it was called on the day of the vote. */
  readonly committee: string;
  readonly committeeLevel: string;
  readonly title: string;
  /** ISO date. */
  readonly heldOn: string;
  readonly form: string;
  readonly formTitle: LocalText;
  readonly annulled: boolean;
  readonly tiers: readonly ReachedTier[];
}

export interface RolledUpPerson<Figures extends { readonly sessionId: string; readonly tier: number }> {
  /** One result for each session, newest conference first. */
  readonly results: readonly Figures[];
}

/** Everything that is left out stands for all; both days belong to the period. */
export interface RollUpFilter {
  readonly form?: string | undefined;
  readonly level?: string | undefined;
  readonly from?: string | undefined;
  readonly to?: string | undefined;
  readonly tier?: number | undefined;
}

/**
 * The results that fit, and of people what they had in those. A tier leaves the people who were in it at least once, with
 * all they had in the results that fit, so that a person's development stays whole; results and their counts it leaves alone.
 */
export function filterRollUp<
  Session extends RolledUpSession,
  Figures extends { readonly sessionId: string; readonly tier: number },
  Person extends RolledUpPerson<Figures>,
>(
  all: { readonly sessions: readonly Session[]; readonly people: readonly (Person & RolledUpPerson<Figures>)[] },
  { form, level, from, to, tier }: RollUpFilter,
) {
  const sessions = all.sessions.filter(
    (one) =>
      (form === undefined || one.form === form) &&
      (level === undefined || one.committeeLevel === level) &&
      (from === undefined || one.heldOn >= from) &&
      (to === undefined || one.heldOn <= to),
  );
  const kept = new Set(sessions.map(({ sessionId }) => sessionId));
  const people = all.people
    .map((person) => ({ ...person, results: person.results.filter(({ sessionId }) => kept.has(sessionId)) }))
    .filter(({ results }) => results.some((one) => tier === undefined || one.tier === tier));
  return { sessions, people };
}

export interface TierCount extends ReachedTier {
  readonly form: string;
  readonly formTitle: LocalText;
}

/** How many subjects each form's rules attach which consequence to. An annulled result is shown, and counts nowhere. */
export function countTiers(sessions: readonly RolledUpSession[]): TierCount[] {
  const counts = new Map<string, TierCount>();
  for (const { form, formTitle, tiers } of inForce(sessions)) {
    for (const reached of tiers) {
      const key = `${form} ${reached.tier}`;
      const before = counts.get(key)?.count ?? 0;
      counts.set(key, { form, formTitle, ...reached, count: before + reached.count });
    }
  }
  return [...counts.values()].sort((a, b) => a.form.localeCompare(b.form) || a.tier - b.tier);
}

export interface LevelCount {
  /** Of the committee. */
  readonly level: string;
  readonly results: number;
  /** Results of single people or organisations. */
  readonly subjects: number;
  /** Of those: how many some consequence is attached to. */
  readonly concerned: number;
}

/** The same by the level of the committee. */
export function countLevels(sessions: readonly RolledUpSession[]): LevelCount[] {
  const counts = new Map<string, LevelCount>();
  for (const { committeeLevel: level, tiers } of inForce(sessions)) {
    const before = counts.get(level) ?? { level, results: 0, subjects: 0, concerned: 0 };
    const sum = (of: readonly ReachedTier[]) => of.reduce((total, { count }) => total + count, 0);
    counts.set(level, {
      ...{ level, results: before.results + 1, subjects: before.subjects + sum(tiers) },
      concerned: before.concerned + sum(tiers.filter(({ tier }) => tier > 0)),
    });
  }
  return [...counts.values()].sort((a, b) => a.level.localeCompare(b.level));
}

const inForce = (sessions: readonly RolledUpSession[]) => sessions.filter(({ annulled }) => !annulled);
