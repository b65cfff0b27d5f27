import * as z from 'zod/mini';
import { committeeId } from '../../domain/committee/committee.ts';
import { operation } from '../operation.ts';

/** Apart from the other operations of half-term reviews: pages that only lead there need no more. */
export const listReviewCommittees = operation({
  id: 'listReviewCommittees',
  method: 'GET',
  path: '/api/half-term/committees',
  tag: 'Half-term review',
  summary: {
    vi: 'Các cấp ủy của mình có bản sơ kết giữa nhiệm kỳ',
    en: 'My committees, whose half-term reviews I may read',
  },
  access: ['signed-in'],
  replies: {
    200: z.array(
      z.object({
        committeeId,
        name: z.string(),
        /** Whether I write its review, and whether I read those of the committees directly below. */
        writes: z.boolean(),
        readsBelow: z.boolean(),
      }),
    ),
  },
  refusals: [],
});
