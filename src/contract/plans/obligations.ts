import { z } from 'zod';
import { committeeId } from '../../domain/committee/committee.ts';
import { planId } from '../../domain/plan/plan-id.ts';
import { planProgresses } from '../../domain/plan/plan-progress.ts';
import { ref } from '../kit/session-values.ts';
import { operation } from '../operation.ts';

// Apart from the plans themselves: everybody's first page shows what is owed, and loads nothing of how a plan is written.

const day = z.iso.date();
const provisionsView = z.object({
  number: z.string().nullable(),
  date: day,
  term: z.string(),
  title: z.string(),
  formId: z.string(),
  participants: z.enum(['seats', 'summoned']),
});
export const planSummary = provisionsView
  .extend({ id: planId, issuerId: committeeId, issuerName: z.string(), state: z.enum(['draft', 'issued']) })
  .meta({ id: 'PlanSummary' });

/** How far a committee is with what a plan asks of it. */
export const standing = {
  progress: z.enum(planProgresses),
  by: day,
  reportBy: day.nullable(),
  pilot: z.boolean(),
  dueOn: day.nullable(),
  /** Negative when it is past. */
  daysLeft: z.int().nullable(),
  late: z.boolean(),
  heldOn: day.nullable(),
};

export const obligationView = z
  .object({ committeeId, committeeName: z.string(), plan: planSummary, ...standing, sessionId: ref.nullable() })
  .meta({ id: 'Obligation' });
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
