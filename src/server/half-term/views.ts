import type { ReviewView } from '../../contract/half-term/half-term.ts';
import type { Committee } from '../../domain/committee/committee.ts';
import { isUnusualLength } from '../../domain/half-term/conference-length.ts';
import type { HalfTermReview } from '../../domain/half-term/review.ts';
import { countTargets, type ResolutionTarget, standingOf } from '../../domain/half-term/target.ts';
import type { AttachedReport } from '../store/half-term-store.ts';

interface Beside {
  readonly committee: Committee | undefined;
  readonly conferenceLength: ReviewView['conferenceLength'];
  readonly reports: readonly AttachedReport[];
}

export function reviewView(review: HalfTermReview, { committee, conferenceLength, reports }: Beside): ReviewView {
  const { committeeId, term, version, finishedAt, sessionId, weaknesses, causes, remedies, groups, attendance } =
    review;
  const { days, agenda } = review.conference;
  const answered = new Set(remedies.map(({ weaknessId }) => weaknessId));
  return {
    committeeId,
    committeeName: committee?.name ?? '',
    term,
    version,
    finishedAt,
    sessionId,
    attendance,
    targets: review.targets.map(targetView),
    counts: countTargets(review.targets),
    weaknesses: [...weaknesses],
    causes: [...causes],
    remedies: [...remedies],
    groups: [...groups],
    unanswered: weaknesses.map(({ id }) => id).filter((id) => !answered.has(id)),
    conference: { days, agenda: [...agenda] },
    conferenceLength,
    unusualLength: isUnusualLength(days, conferenceLength),
    reports: [...reports],
  };
}

export function targetView(target: ResolutionTarget): ReviewView['targets'][number] {
  return { ...target, standing: standingOf(target) };
}
