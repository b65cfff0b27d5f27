import type { CommitteeId } from '../../domain/committee/committee.ts';
import type { ReportPlace } from '../../domain/half-term/report.ts';
import type { HalfTermReview } from '../../domain/half-term/review.ts';
import type { Ruling } from '../../domain/ruling.ts';
import type { SessionId } from '../../domain/session/session.ts';

/** A report that was attached, without its file; `size` in bytes. */
export interface AttachedReport extends ReportPlace {
  readonly size: number;
}

/** What becomes of a review; a refusal keeps nothing. */
export type DecideReview<Refusal extends string> = (
  known: HalfTermReview | undefined,
) => Ruling<HalfTermReview, Refusal>;

/** Half-term reviews, one document for each committee and term, and the reports that belong to them. */
export interface HalfTermStore {
  /** Latest term first. */
  list(committee: CommitteeId): Promise<readonly HalfTermReview[]>;
  find(committee: CommitteeId, term: string): Promise<HalfTermReview | undefined>;
  /** The term of the review that belongs to a session, the latest if there are several. */
  termOf(committee: CommitteeId, session: SessionId): Promise<string | undefined>;
  /** Those of one term, in any order. */
  ofTerm(committees: readonly CommitteeId[], term: string): Promise<readonly HalfTermReview[]>;
  change<Refusal extends string>(
    committee: CommitteeId,
    term: string,
    decide: DecideReview<Refusal>,
  ): Promise<Ruling<HalfTermReview, Refusal>>;

  /** In order of period and kind. */
  reports(committee: CommitteeId, term: string): Promise<readonly AttachedReport[]>;
  /** Replaces the one that stands in its place, in one step with what that makes of the review. */
  putReport<Refusal extends string>(
    committee: CommitteeId,
    term: string,
    report: ReportPlace & { readonly bytes: Uint8Array },
    decide: DecideReview<Refusal>,
  ): Promise<Ruling<HalfTermReview, Refusal>>;
  readReport(committee: CommitteeId, term: string, place: ReportPlace): Promise<Uint8Array | undefined>;
  /** The same; where there is no such report nothing is decided. */
  removeReport<Refusal extends string>(
    committee: CommitteeId,
    term: string,
    place: ReportPlace,
    decide: DecideReview<Refusal>,
  ): Promise<Ruling<HalfTermReview, Refusal | 'unknown-report'>>;
}
