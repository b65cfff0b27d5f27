import * as z from 'zod/mini';
import { ceremonyView, openingView, rehearsalView } from '../ceremony/ceremony.ts';
import { headView, sessionParams } from '../kit/session-values.ts';
import { operation } from '../operation.ts';
import { resultView } from '../results/results.ts';
import { tallyView } from '../tally/tally.ts';
import { sessionView } from './sessions.ts';

/** Everything that a teller's page shows, and what its programs begin with: all of one state of the session. */
export const tellerView = z
  .object({
    session: z
      .pick(sessionView, {
        id: true,
        committeeName: true,
        title: true,
        heldOn: true,
        state: true,
        threshold: true,
        subjects: true,
        tellers: true,
        lostKeys: true,
        cardsRead: true,
        decisions: true,
        cancellation: true,
        unopenable: true,
      })
      .register(z.globalRegistry, { id: 'SessionOfTeller' }),
    /** The caller's own index among the tellers, from 1. */
    me: z.int(),
    /** Null before the first one was started. */
    ceremony: z.nullable(ceremonyView),
    rehearsal: z.nullable(
      z
        .pick(rehearsalView, { electionId: true, state: true, sharesOf: true })
        .register(z.globalRegistry, { id: 'RehearsalOfTeller' }),
    ),
    /** Of the prepared setup; the setup itself is asked for by whoever checks it. */
    opening: z.nullable(
      z.pick(openingView, { setupHash: true, confirmedBy: true }).register(z.globalRegistry, { id: 'OpeningOfTeller' }),
    ),
    /** Of the election, once the box is open. */
    fingerprint: z.nullable(z.string()),
    /** Of the record as it is shown to everybody: until closing, as of the last renewal. Null before opening. */
    head: z.nullable(headView),
    /** From closing on. */
    tally: z.nullable(tallyView),
    /** Once the totals are open. */
    totals: z.nullable(
      z
        .pick(resultView, { issued: true, collected: true, invalid: true, levels: true, subjects: true })
        .register(z.globalRegistry, { id: 'TotalsOfTeller' }),
    ),
  })
  .register(z.globalRegistry, { id: 'TellerView' });
export type TellerView = z.infer<typeof tellerView>;
export type SessionOfTeller = TellerView['session'];

export const readTellerView = operation({
  tag: 'Tellers',
  params: sessionParams,
  id: 'readTellerView',
  method: 'GET',
  path: '/api/sessions/:sessionId/teller-view',
  summary: {
    vi: 'Mọi nội dung trang của thành viên ban kiểm phiếu cần biết, tại cùng một thời điểm',
    en: 'What a teller’s page shows: session, key ceremony, rehearsal, opening, tally and totals, all of one moment',
  },
  access: ['teller'],
  replies: { 200: tellerView },
  refusals: [],
});
