import type { ReviewView } from '../../contract/half-term.ts';
import type { Committee } from '../../domain/committee.ts';
import {
  type ConferenceLength,
  conferenceLengthOf,
  isUnusualLength,
} from '../../domain/half-term/conference-length.ts';
import type { HalfTermReview } from '../../domain/half-term/review.ts';
import { countTargets, type ResolutionTarget, standingOf } from '../../domain/half-term/target.ts';
import type { AttachedReport } from '../store/half-term-store.ts';

interface Beside {
  readonly committee: Committee | undefined;
  /** What the plan sets for the committee's level. */
  readonly ofPlan: ConferenceLength | null;
  readonly reports: readonly AttachedReport[];
}

export function reviewView(review: HalfTermReview, { committee, ofPlan, reports }: Beside): ReviewView {
  const { committeeId, term, version, sessionId, weaknesses, causes, remedies, groups, attendance } = review;
  const { days, agenda } = review.conference;
  const answered = new Set(remedies.map(({ weaknessId }) => weaknessId));
  const usualLength = conferenceLengthOf(committee?.level ?? '', ofPlan);
  return {
    ...{ committeeId, committeeName: committee?.name ?? '', term, version, sessionId, attendance },
    ...{ targets: review.targets.map(targetView), counts: countTargets(review.targets) },
    ...{ weaknesses: [...weaknesses], causes: [...causes], remedies: [...remedies], groups: [...groups] },
    unanswered: weaknesses.map(({ id }) => id).filter((id) => !answered.has(id)),
    conference: { days, agenda: [...agenda] },
    ...{ usualLength, unusualLength: isUnusualLength(days, usualLength), reports: [...reports] },
  };
}

export function targetView(target: ResolutionTarget): ReviewView['targets'][number] {
  return { ...target, standing: standingOf(target) };
}
