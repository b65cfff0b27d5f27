import type { SessionView } from '../../contract/session/sessions.ts';
import { deadlineFor } from '../../domain/plan/plan-deadline.ts';
import type { Session } from '../../domain/session/session.ts';
import type { Deps } from '../deps.ts';

/** What the session's plan asks of it, as the plan stands today: deadlines may have been amended since. */
export async function underPlanView({ store }: Deps, session: Session): Promise<SessionView['underPlan']> {
  if (session.planId === null) return null;
  const plan = await store.plans.find(session.planId);
  const committee = await store.committees.find(session.committeeId);
  if (plan === undefined || committee === undefined) return null;
  const { number, title, purpose, requirements } = plan.provisions;
  const deadline = deadlineFor(plan, committee) ?? { by: null, reportBy: null, pilot: false };
  const briefingDraft = `${purpose}\n\n${requirements}`;
  return { id: plan.id, issuerName: plan.issuerName, number, title, ...deadline, briefingDraft };
}
