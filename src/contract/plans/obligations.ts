import * as z from 'zod/mini';
import { committeeId } from '../../domain/committee/committee.ts';
import { planId } from '../../domain/plan/plan-id.ts';
import { planProgresses } from '../../domain/plan/plan-progress.ts';
import { ref } from '../kit/session-values.ts';
import { operation } from '../operation.ts';

// Apart from the plans themselves: everybody's first page shows what is owed, and loads nothing of how a plan is written.

const day = z.iso.date();
const provisionsView = z.object({
  number: z.nullable(z.string()),
  date: day,
  term: z.string(),
  title: z.string(),
  formId: z.string(),
  participants: z.enum(['seats', 'summoned']),
});
export const planSummary = z
  .extend(provisionsView, {
    id: planId,
    issuerId: committeeId,
    issuerName: z.string(),
    state: z.enum(['draft', 'issued']),
  })
  .register(z.globalRegistry, { id: 'PlanSummary' });

/** How far a committee is with what a plan asks of it. */
export const standing = {
  progress: z.enum(planProgresses),
  by: day,
  reportBy: z.nullable(day),
  pilot: z.boolean(),
  dueOn: z.nullable(day),
  /** Negative when it is past. */
  daysLeft: z.nullable(z.int()),
  late: z.boolean(),
  heldOn: z.nullable(day),
};

export const obligationView = z
  .object({ committeeId, committeeName: z.string(), plan: planSummary, ...standing, sessionId: z.nullable(ref) })
  .register(z.globalRegistry, { id: 'Obligation' });
export type ObligationView = z.infer<typeof obligationView>;

export const listReminders = operation({
  id: 'listReminders',
  method: 'GET',
  path: '/api/me/reminders',
  tag: 'Plans',
  summary: {
    vi: 'Việc sắp đến hạn hoặc quá hạn ở cấp ủy tôi chủ trì, phục vụ',
    en: 'What is due soon or late in committees that I chair or serve',
  },
  access: ['signed-in'],
  replies: { 200: z.array(obligationView) },
  refusals: [],
});
