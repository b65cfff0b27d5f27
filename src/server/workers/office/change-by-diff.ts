import type { WholeRoster } from '../../../domain/roster/roster-changes.ts';
import type { CommitteeStore, RosterStep } from '../../store/committee-store.ts';

/**
 * Changes the roster by a diff that takes long: it is made before the step, so that nobody who writes waits for it, and the
 * step only looks whether the roster is still what it was made on. Where it is not, it is made anew within the step.
 */
export async function changeByDiff<Result extends RosterStep>(
  committees: CommitteeStore,
  diff: (known: WholeRoster) => Result,
): Promise<Result> {
  const before = await committees.wholeRoster();
  const compared = diff(before);
  if (!compared.ok) return compared;
  return committees.importRoster(before.revision, (changed) => (changed === undefined ? compared : diff(changed)));
}
