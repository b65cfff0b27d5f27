import type { Principal } from '../../domain/account/relations.ts';
import { reminderFor } from '../../domain/plan/plan-reminders.ts';
import type { Deps } from '../deps.ts';
import { type Obligation, obligationsOf } from './obligations.ts';

/** What is due soon or late in the committees that somebody chairs or serves. */
export async function listReminders(deps: Deps, { grants }: Principal): Promise<readonly Obligation[]> {
  if (grants.length === 0) return [];
  const owed = await obligationsOf(
    deps,
    grants.map(({ committeeId }) => committeeId),
  );
  return owed.filter(({ plan, standing }) => reminderFor(plan, standing) !== undefined);
}
