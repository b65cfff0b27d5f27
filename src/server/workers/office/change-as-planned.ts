import type { WholeRoster } from '../../../domain/roster/roster-changes.ts';
import type { CommitteeStore, RosterStep } from '../../store/committee-store.ts';

/**
 * Changes the roster by a plan that takes long: it is made before the step, so that nobody who writes waits for it, and the
 * step only looks whether the roster is still what it was made on. Where it is not, it is made anew within the step.
 */
export async function changeAsPlanned<Result extends RosterStep>(
  committees: CommitteeStore,
  plan: (known: WholeRoster) => Result,
): Promise<Result> {
  const before = await committees.wholeRoster();
  const planned = plan(before);
  if (!planned.ok) return planned;
  return committees.changeRoster((known) => {
    if (known.revision === before.revision) return planned;
    // Each list once, however often it is looked at.
    const { committees: all, people, seats, revision } = known;
    return plan({ committees: all, people, seats, revision });
  });
}
