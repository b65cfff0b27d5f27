import * as z from 'zod/mini';

export const planId = z.uuid().brand<'PlanId'>();

export type PlanId = z.infer<typeof planId>;
