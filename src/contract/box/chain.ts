import * as z from 'zod/mini';
import { hash, sessionParams } from '../kit/session-values.ts';
import { operation } from '../operation.ts';

/** Enough to compute every head that the box has gone through, and nothing of the totals. */
export const chainView = z
  .object({
    events: z.array(
      z.object({ type: z.enum(['Setup', 'Ballot', 'EndBallots', 'EncryptedTally']), payload: z.nullable(hash) }),
    ),
  })
  .register(z.globalRegistry, { id: 'Chain' });

/** Before closing the order of the events would tell the order of the ballots; what follows them, something of totals. */
export const readChain = operation({
  tag: 'Box',
  params: sessionParams,
  id: 'readChain',
  method: 'GET',
  path: '/api/sessions/:sessionId/chain',
  summary: {
    vi: 'Chuỗi sự kiện của hòm phiếu đã đóng, để đối chiếu mã cuối chuỗi đã nhận',
    en: 'The events of a closed box up to its encrypted tally, to compare with heads that were given before',
  },
  access: ['read-key', 'voter', 'seat-holder', 'superior-seat-holder', 'chair', 'secretary', 'office', 'teller'],
  replies: { 200: chainView },
  refusals: ['box-not-closed'],
  quiet: true,
});
