import * as z from 'zod/mini';
import { committeeId } from '../../domain/committee/committee.ts';
import { operation } from '../operation.ts';

/** Apart from the other operations of committees: the home page needs no more of them. */
export const listEndedCommittees = operation({
  id: 'listEndedCommittees',
  method: 'GET',
  path: '/api/me/ended-committees',
  tag: 'Committees',
  summary: {
    vi: 'Các cấp ủy đã kết thúc mà tôi còn được giao nhiệm vụ, và cấp ủy kế tục',
    en: 'Committees that have ended and in which I still hold a role, and who succeeded them',
  },
  access: ['signed-in'],
  replies: {
    200: z.array(
      z.object({
        committeeId,
        name: z.string(),
        /** The last day on which it existed. */
        endedOn: z.iso.date(),
        /** Name of the committee it was merged into; null for one that was dissolved. */
        successor: z.nullable(z.string()),
      }),
    ),
  },
  refusals: [],
});
