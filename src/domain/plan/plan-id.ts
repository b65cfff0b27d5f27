import { z } from 'zod';

export const planId = z.uuid().brand<'PlanId'>();

export type PlanId = z.infer<typeof planId>;
