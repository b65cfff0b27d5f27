import type { CommitteeId } from '../committee.ts';
import { accept, type Decision, refuse } from '../decision.ts';
import type { SessionId } from '../session/session.ts';
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
  /** The year-end part of the conference has its own, usual attendance (regulations.md, procedure 8). */
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
  /** Counts the writings, so that nobody overwrites what they have not read; the first is 1. */
  readonly version: number;
}

export type WriteReviewRefusal =
  | 'review-changed-meanwhile'
  | 'weakness-named-twice'
  | 'remedy-without-weakness'
  | 'cause-without-weakness'
  | 'more-present-than-summoned';

/** Writes a review anew. `version` is that of the one its writer has read, 0 where there was none. */
export function decideWriteReview(
  known: HalfTermReview | undefined,
  { committeeId, term, version, ...content }: HalfTermReview,
): Decision<HalfTermReview, WriteReviewRefusal> {
  if ((known?.version ?? 0) !== version) return refuse('review-changed-meanwhile');
  const { weaknesses, causes, remedies, attendance } = content;
  const ids = new Set(weaknesses.map(({ id }) => id));
  if (ids.size !== weaknesses.length) return refuse('weakness-named-twice');
  if (!remedies.every(({ weaknessId }) => ids.has(weaknessId))) return refuse('remedy-without-weakness');
  if (!causes.every(({ weaknessId }) => ids.has(weaknessId))) return refuse('cause-without-weakness');
  const parts = [attendance.halfTerm, attendance.yearEnd];
  if (parts.some((part) => part !== null && part.present > part.summoned)) return refuse('more-present-than-summoned');
  return accept({ committeeId, term, version: version + 1, ...content });
}
