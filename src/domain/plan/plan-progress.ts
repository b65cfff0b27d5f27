import type { SessionState } from '../session/session.ts';
import type { Deadline } from './plan-deadline.ts';

/** How far a committee is with what it owes under a plan; says nothing of any result. */
export const planProgresses = ['not-begun', 'in-preparation', 'open', 'tallied', 'published'] as const;
export type PlanProgress = (typeof planProgresses)[number];

const progressOfState: Record<SessionState, PlanProgress> = {
  draft: 'in-preparation',
  issued: 'in-preparation',
  open: 'open',
  counting: 'open',
  closed: 'open',
  tallied: 'tallied',
  published: 'published',
  cancelled: 'not-begun',
  unopenable: 'not-begun',
};

/** A session of the committee under the plan, as far as a board may know it. */
export interface SessionUnderPlan {
  readonly sessionId: string;
  readonly committeeId: string;
  readonly state: SessionState;
  /** Day of the conference, ISO. */
  readonly heldOn: string;
}

export interface Standing {
  readonly progress: PlanProgress;
  /** The session that has come furthest; null when none has begun. */
  readonly session: SessionUnderPlan | null;
  /** What is due next, ISO day; null when nothing is left to do. */
  readonly dueOn: string | null;
  /** Days until then, negative when it is past. */
  readonly daysLeft: number | null;
  readonly late: boolean;
}

/** Where a committee stands on an ISO day. A session that was cancelled or whose box cannot be opened leaves the duty as it was. */
export function standingOf(deadline: Deadline, sessions: readonly SessionUnderPlan[], today: string): Standing {
  let progress: PlanProgress = 'not-begun';
  let session: SessionUnderPlan | null = null;
  for (const one of sessions) {
    const reached = progressOfState[one.state];
    if (planProgresses.indexOf(reached) <= planProgresses.indexOf(progress)) continue;
    progress = reached;
    session = one;
  }
  const dueOn = dueDay(progress, deadline);
  const daysLeft = dueOn === null ? null : daysBetween(today, dueOn);
  return { progress, session, dueOn, daysLeft, late: daysLeft !== null && daysLeft < 0 };
}

/** The conference is due until its ballots are counted, the report until the result is published. */
function dueDay(progress: PlanProgress, { by, reportBy }: Deadline): string | null {
  if (progress === 'published') return null;
  return progress === 'tallied' ? (reportBy ?? by) : by;
}

/** Whole days from one ISO day to another. */
export function daysBetween(from: string, to: string): number {
  return Math.round((Date.parse(`${to}T00:00:00Z`) - Date.parse(`${from}T00:00:00Z`)) / 86_400_000);
}
