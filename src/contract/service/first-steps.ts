import * as z from 'zod/mini';
import { operation } from '../operation.ts';

/** From the first administrator to the first session, in this order. */
export const firstSteps = ['committee', 'members', 'chair', 'session', 'phones'] as const;
export type FirstStep = (typeof firstSteps)[number];

export const readFirstSteps = operation({
  id: 'readFirstSteps',
  method: 'GET',
  path: '/api/service/first-steps',
  tag: 'Service',
  summary: {
    vi: 'Xem còn thiếu bước nào trước đợt lấy phiếu đầu tiên',
    en: 'See what is left to be done before the first session can be held',
  },
  access: ['administrator'],
  replies: {
    200: z
      .object({ left: z.array(z.enum(firstSteps)).check(z.maxLength(firstSteps.length)) })
      .register(z.globalRegistry, { id: 'FirstSteps' }),
  },
  refusals: [],
});
