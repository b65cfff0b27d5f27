import type { Actor } from '../account/actor.ts';
import type { CommitteeId } from '../committee/committee.ts';
import type { CommitteeRank } from '../committee/committee-ranks.ts';
import type { PersonId } from '../roster/person.ts';
import { accept, type Problem, type Ruling, refuse } from '../ruling.ts';
import { textKey } from '../text/text-key.ts';
import type { AmendableProvisions, Amendment, ExperienceNote, Plan, PlanProvisions } from './plan.ts';

/** What the provisions of a plan are held against. */
export interface PlanContext {
  readonly ranks: readonly CommitteeRank[];
  /** Names of the committees that follow the issuer, itself included. */
  readonly followers: ReadonlyMap<CommitteeId, string>;
  /** Who holds a seat in the issuer. */
  readonly members: ReadonlySet<PersonId>;
}

export type ProvisionsRefusal =
  | 'unknown-rank'
  | 'rank-named-twice'
  | 'deadline-before-plan'
  | 'report-before-deadline'
  | 'conference-length-reversed'
  | 'committee-does-not-follow'
  | 'committee-named-twice'
  | 'not-a-member';

/**
 * Why the provisions cannot stand, whether they are a draft's or an amendment's; the problems name the ranks and committees
 * whose lines are wrong.
 */
function refusalOfProvisions(
  { deadlines, pilots, attending }: AmendableProvisions,
  date: string,
  { ranks, followers, members }: PlanContext,
): Refused<ProvisionsRefusal> | undefined {
  const label = ({ rank }: { readonly rank: string }) => ranks.find(({ id }) => id === rank)?.label.vi ?? rank;
  const nameOf = ({ committeeId }: { readonly committeeId: CommitteeId }) => followers.get(committeeId) ?? committeeId;
  const tooEarly = ({ by }: { readonly by: string | null }) => by !== null && by < date;
  const isStrange = ({ committeeId }: { readonly committeeId: CommitteeId }) => !followers.has(committeeId);
  const twice = [
    ...repeated(pilots, ({ committeeId }) => committeeId),
    ...repeated(attending, ({ committeeId, personId }) => `${committeeId} ${personId}`),
  ];
  return (
    refusedFor('unknown-rank', deadlines.filter(({ rank }) => !ranks.some(({ id }) => id === rank)).map(label)) ??
    refusedFor('rank-named-twice', repeated(deadlines, ({ rank }) => rank).map(label)) ??
    refusedFor('deadline-before-plan', [
      ...deadlines.filter(tooEarly).map(label),
      ...pilots.filter(tooEarly).map(nameOf),
    ]) ??
    refusedFor(
      'report-before-deadline',
      deadlines.filter(({ by, reportBy }) => reportBy !== null && reportBy < by).map(label),
    ) ??
    refusedFor(
      'conference-length-reversed',
      deadlines.filter(({ conferenceDays: days }) => days && days.minimum > days.maximum).map(label),
    ) ??
    // Of a committee that does not follow the issuer may not even know the name.
    ([...pilots, ...attending].some(isStrange) ? refuse('committee-does-not-follow') : undefined) ??
    refusedFor('committee-named-twice', twice.map(nameOf)) ??
    refusedFor(
      'not-a-member',
      attending.filter(({ personId }) => !members.has(personId)).map(({ name }) => name),
    )
  );
}

type Refused<Refusal extends string> = Extract<Ruling<never, Refusal>, { readonly ok: false }>;

function refusedFor<Refusal extends string>(code: Refusal, about: readonly string[]): Refused<Refusal> | undefined {
  const each = [...new Set(about)].map((one) => ({ code, about: one }));
  return each.length === 0 ? undefined : { ok: false, refusal: code, problems: each };
}

export type DraftRefusal = ProvisionsRefusal | 'plan-number-taken' | 'plan-already-issued';

/** Keeps a draft, new or changed. `others` are the issuer's plans, of which none may bear this number in this year. */
export function decideDraft(plan: Plan, others: readonly Plan[], context: PlanContext): Ruling<Plan, DraftRefusal> {
  const known = others.find(({ id }) => id === plan.id);
  if (known !== undefined && known.issued !== null) return refuse('plan-already-issued');
  const refused = refusalOfProvisions(plan.provisions, plan.provisions.date, context);
  if (refused !== undefined) return refused;
  return isNumberTaken(plan, others) ? refuse('plan-number-taken') : accept(plan);
}

export type IssuePlanRefusal = DraftRefusal | 'plan-not-ready';

/** Issues a draft: number and wording are fixed from here on, and those who follow see it. */
export function decideIssuePlan(
  plan: Plan,
  others: readonly Plan[],
  context: PlanContext,
  by: Actor,
  now: Date,
): Ruling<Plan, IssuePlanRefusal> {
  const draft = decideDraft(plan, others, context);
  if (!draft.ok) return draft;
  const missing = missingForIssuingPlan(plan.provisions);
  if (missing.length > 0) return refuse('plan-not-ready', missing);
  return accept({ ...plan, issued: { by, at: now.toISOString() } });
}

/** What a draft still lacks. */
export function missingForIssuingPlan({
  number,
  purpose,
  requirements,
  deadlines,
}: PlanProvisions): readonly Problem[] {
  const missing: Problem[] = [];
  if (number === null) missing.push({ code: 'plan-number-missing' });
  if (purpose === '') missing.push({ code: 'purpose-missing' });
  if (requirements === '') missing.push({ code: 'requirements-missing' });
  if (deadlines.length === 0) missing.push({ code: 'no-deadlines' });
  return missing;
}

export type AmendRefusal = ProvisionsRefusal | 'plan-not-issued' | 'amendment-before-plan' | 'plan-not-ready';

/** Changes an issued plan; what stood there before stays readable. */
export function decideAmendPlan(
  plan: Plan,
  provisions: AmendableProvisions,
  amendment: Omit<Amendment, 'before'>,
  context: PlanContext,
): Ruling<Plan, AmendRefusal> {
  if (plan.issued === null) return refuse('plan-not-issued');
  if (amendment.date < plan.provisions.date) return refuse('amendment-before-plan');
  const refused = refusalOfProvisions(provisions, plan.provisions.date, context);
  if (refused !== undefined) return refused;
  const amended = { ...plan.provisions, ...amendableOf(provisions) };
  const missing = missingForIssuingPlan(amended);
  if (missing.length > 0) return refuse('plan-not-ready', missing);
  const before = amendableOf(plan.provisions);
  return accept({ ...plan, provisions: amended, amendments: [...plan.amendments, { ...amendment, before }] });
}

function amendableOf(provisions: AmendableProvisions): AmendableProvisions {
  const { purpose, requirements, deadlines, pilots, steering, attending, remindDays } = provisions;
  return { purpose, requirements, deadlines, pilots, steering, attending, remindDays };
}

/** A pilot committee puts down what it learnt, for those who follow. */
export function decideAddNote(plan: Plan, note: ExperienceNote): Ruling<Plan, 'plan-not-issued' | 'not-a-pilot'> {
  if (plan.issued === null) return refuse('plan-not-issued');
  const isPilot = plan.provisions.pilots.some(({ committeeId }) => committeeId === note.committeeId);
  return isPilot ? accept({ ...plan, notes: [...plan.notes, note] }) : refuse('not-a-pilot');
}

/** A number counts once a year for one issuer; drafts hold theirs already. */
function isNumberTaken({ id, provisions }: Plan, others: readonly Plan[]): boolean {
  const { number, date } = provisions;
  if (number === null) return false;
  const key = textKey(number);
  return others.some(
    (other) =>
      other.id !== id &&
      other.provisions.number !== null &&
      textKey(other.provisions.number) === key &&
      other.provisions.date.slice(0, 4) === date.slice(0, 4),
  );
}

/** Those whose key another before them has. */
function repeated<One>(all: readonly One[], keyOf: (one: One) => string): readonly One[] {
  const seen = new Set<string>();
  return all.filter((one) => seen.size === seen.add(keyOf(one)).size);
}

/** A draft can be thrown away; what was issued stays. */
export function decideDiscardPlan(plan: Plan): Ruling<Plan, 'plan-already-issued'> {
  return plan.issued === null ? accept(plan) : refuse('plan-already-issued');
}
