import type { BallotForm } from '../ballot-form.ts';
import type { CommitteeId } from '../committee/committee.ts';
import type { Instant } from '../instant.ts';
import type { PlanId } from '../plan/plan-id.ts';
import { nameOrderKey } from '../roster/name-order-key.ts';
import type { PersonId } from '../roster/person.ts';
import type { LocalText } from '../text/local-text.ts';
import { searchKey } from '../text/search-key.ts';
import { type Session, type SessionId, standingSubjects } from './session.ts';
import { outcomeOf } from './tally.ts';

/** What the rules attach to a result; tier 0: nothing. */
export interface FormConsequence {
  readonly tier: number;
  readonly article: LocalText | null;
  readonly consequence: LocalText;
}

/** Of a ballot form what a result cannot be read without. */
export interface FormOfResult extends Pick<BallotForm, 'id' | 'title' | 'levels' | 'kind'> {
  readonly tiers: readonly FormConsequence[];
}

/** What one subject had; everything else follows from these (`domain/result/roll-up.ts`). */
export interface PublishedSubject {
  /** Null for an organisation. */
  readonly personId: PersonId | null;
  readonly name: string;
  /** Under which the name is found (`searchKey`), and put in order (`nameOrderKey`). */
  readonly key: string;
  readonly orderKey: string;
  readonly position: string;
  /** One for each level of the form. */
  readonly counts: readonly number[];
  readonly tier: number;
}

/**
 * The totals of a published session without its roll, papers and record: small enough to read a province's together.
 * They change no more, but for being annulled.
 */
export interface PublishedResult {
  readonly sessionId: SessionId;
  readonly committeeId: CommitteeId;
  /** Name and rank on the day of the vote. */
  readonly committeeName: string;
  readonly committeeRank: string;
  readonly title: string;
  /** ISO date. */
  readonly heldOn: string;
  readonly planId: PlanId | null;
  /** Number of the plan, as the papers cite it. */
  readonly plan: string | null;
  readonly form: FormOfResult;
  readonly base: { readonly kind: BallotForm['base']; readonly value: number };
  readonly collected: number;
  readonly publishedAt: Instant;
  readonly annulled: boolean;
  readonly subjects: readonly PublishedSubject[];
}

/** Undefined for a session that is not published. */
export function publishedResult(session: Session): PublishedResult | undefined {
  if (session.state !== 'published') return undefined;
  const { settings, form, tally, publication } = session;
  const outcome = outcomeOf(session);
  if (outcome === undefined || tally === null || publication === null) {
    throw new Error(`the published session ${session.id} has no totals`);
  }
  return {
    sessionId: session.id,
    committeeId: session.committeeId,
    committeeName: session.committeeName,
    committeeRank: session.committeeRank,
    title: settings.title,
    heldOn: settings.heldOn,
    planId: session.planId,
    plan: settings.plan,
    form: formOfResult(form),
    base: outcome.base,
    collected: tally.counted,
    publishedAt: publication.at,
    annulled: publication.annulment !== null,
    subjects: standingSubjects(session).flatMap(({ personId, name, position }, index) => {
      const counted = outcome.subjects[index];
      if (counted === undefined) return [];
      const counts = counted.levels.map(({ count }) => count);
      const keys = { key: searchKey(name), orderKey: nameOrderKey(name) };
      return [{ personId, name, ...keys, position, counts, tier: counted.tier }];
    }),
  };
}

function formOfResult({ id, title, kind, levels, tiers, wording }: BallotForm): FormOfResult {
  const none = { tier: 0, article: null, consequence: wording.noTier };
  const reached = tiers.map(({ tier, article, consequence }) => ({ tier, article, consequence }));
  return { id, title, ...(kind && { kind }), levels, tiers: [none, ...reached] };
}
