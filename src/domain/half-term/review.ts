import type { CommitteeId } from '../committee/committee.ts';
import type { Instant } from '../instant.ts';
import { accept, type Ruling, refuse } from '../ruling.ts';
import type { SessionId } from '../session/session.ts';
import { textKey } from '../text/text-key.ts';
import type { ResolutionTarget } from './target.ts';

/** What the half term fell short in; causes and remedies say by its id which one they are about. */
export interface Weakness {
  readonly id: string;
  readonly text: string;
}

/** A cause of a weakness, or a remedy that answers it. */
export interface OfWeakness {
  readonly weaknessId: string;
  readonly text: string;
}

/** A group that discussed the reports. */
export interface DiscussionGroup {
  readonly name: string;
  readonly chair: string;
  readonly notes: string;
}

export interface Attendance {
  readonly summoned: number;
  readonly present: number;
}

export interface ReviewContent {
  /** The session held at the same conference: its voters read the review. Null while there is none. */
  readonly sessionId: SessionId | null;
  readonly targets: readonly ResolutionTarget[];
  readonly weaknesses: readonly Weakness[];
  readonly causes: readonly OfWeakness[];
  readonly remedies: readonly OfWeakness[];
  readonly groups: readonly DiscussionGroup[];
  /** The year-end part of the conference has its own, usual attendance (docs/rules.md). */
  readonly attendance: { readonly halfTerm: Attendance | null; readonly yearEnd: Attendance | null };
  readonly conference: {
    /** Length in days; null while it is not known. */
    readonly days: number | null;
    readonly agenda: readonly { readonly time: string; readonly item: string }[];
  };
}

/** A committee's review of its half term against the resolution's targets, one for each term. */
export interface HalfTermReview extends ReviewContent {
  readonly committeeId: CommitteeId;
  /** For example `2025–2030`. */
  readonly term: string;
  /** Counts the writings, so that nobody overwrites what they have not read; the first is 1, 0 before it. */
  readonly version: number;
  /** When the committee declared it finished, which the superior is told; null while it is being written. */
  readonly finishedAt: Instant | null;
}

/** A review before anybody has written it. */
export function unwrittenReview(committeeId: CommitteeId, term: string): HalfTermReview {
  return {
    committeeId,
    term,
    version: 0,
    finishedAt: null,
    sessionId: null,
    targets: [],
    weaknesses: [],
    causes: [],
    remedies: [],
    groups: [],
    attendance: { halfTerm: null, yearEnd: null },
    conference: { days: null, agenda: [] },
  };
}

export type WriteReviewRefusal =
  | 'review-changed-meanwhile'
  | 'target-named-twice'
  | 'weakness-named-twice'
  | 'remedy-without-weakness'
  | 'cause-without-weakness'
  | 'more-present-than-summoned';

/** Writes a review anew; it is not finished then. `version` is that of the one its writer has read. */
export function decideWriteReview(
  known: HalfTermReview | undefined,
  { committeeId, term, version, ...content }: Omit<HalfTermReview, 'finishedAt'>,
): Ruling<HalfTermReview, WriteReviewRefusal> {
  if ((known?.version ?? 0) !== version) return refuse('review-changed-meanwhile');
  const { targets, weaknesses, causes, remedies, attendance } = content;
  if (new Set(targets.map(({ name }) => textKey(name))).size !== targets.length) return refuse('target-named-twice');
  const ids = new Set(weaknesses.map(({ id }) => id));
  if (ids.size !== weaknesses.length) return refuse('weakness-named-twice');
  if (!remedies.every(({ weaknessId }) => ids.has(weaknessId))) return refuse('remedy-without-weakness');
  if (!causes.every(({ weaknessId }) => ids.has(weaknessId))) return refuse('cause-without-weakness');
  const parts = [attendance.halfTerm, attendance.yearEnd];
  if (parts.some((part) => part !== null && part.present > part.summoned)) return refuse('more-present-than-summoned');
  return accept({ committeeId, term, version: version + 1, finishedAt: null, ...content });
}

export type FinishReviewRefusal = 'no-half-term-review' | 'review-changed-meanwhile';

/** Declares the review finished, as its reader has seen it; a second time changes nothing. */
export function decideFinishReview(
  known: HalfTermReview | undefined,
  version: number,
  now: Date,
): Ruling<HalfTermReview, FinishReviewRefusal> {
  if (known === undefined) return refuse('no-half-term-review');
  if (known.version !== version) return refuse('review-changed-meanwhile');
  return accept({ ...known, finishedAt: known.finishedAt ?? now.toISOString() });
}

/** A report of it changes: what was declared finished is finished no longer. */
export function decideReopenReview(known: HalfTermReview | undefined): Ruling<HalfTermReview, 'no-half-term-review'> {
  return known === undefined ? refuse('no-half-term-review') : accept({ ...known, finishedAt: null });
}
