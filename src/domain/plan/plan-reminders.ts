import type { Plan } from './plan.ts';
import type { Standing } from './plan-progress.ts';

/** A reminder of one duty: so many days before it is due, or once when it is past. */
export interface Reminder {
  /** ISO day; a deadline that was moved is reminded of anew. */
  readonly dueOn: string;
  /** `before-14`, `late`. */
  readonly kind: string;
}

/**
 * The reminder that fits a standing today; undefined while nothing is due soon. Of several steps that have been passed
 * only the last counts, so that a service that stood still does not send them all at once.
 */
export function reminderFor(
  { provisions }: Pick<Plan, 'provisions'>,
  { dueOn, daysLeft }: Standing,
): Reminder | undefined {
  if (dueOn === null || daysLeft === null) return undefined;
  if (daysLeft < 0) return { dueOn, kind: 'late' };
  const step = Math.min(...provisions.remindDays.filter((days) => daysLeft <= days));
  return Number.isFinite(step) ? { dueOn, kind: `before-${step}` } : undefined;
}
