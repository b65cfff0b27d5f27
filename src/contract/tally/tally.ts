import * as z from 'zod/mini';
import { shareBody } from '../ceremony/ceremony.ts';
import { count, hash, protocolText, sessionParams, state } from '../kit/session-values.ts';
import { operation } from '../operation.ts';

const ofSession = { params: sessionParams } as const;

/** How far opening the totals is; no share and no total in it. */
export const tallyView = z
  .object({
    state,
    announced: count,
    counted: count,
    encryptedTally: hash,
    sharesOf: z.array(z.int()),
    awaited: z.array(z.object({ index: z.int(), name: z.string() })),
    threshold: z.int(),
    /** How many more keys may be lost. */
    sparable: z.int(),
  })
  .register(z.globalRegistry, { id: 'Tally' });

export const readTally = operation({
  ...ofSession,
  id: 'readTally',
  tag: 'Tally',
  method: 'GET',
  path: '/api/sessions/:sessionId/tally',
  summary: { vi: 'Diễn biến mở kết quả', en: 'Whose share is still awaited' },
  access: ['chair', 'teller'],
  replies: { 200: tallyView },
  refusals: ['not-closed'],
});

export const sendShare = operation({
  ...ofSession,
  id: 'sendShare',
  tag: 'Tally',
  method: 'POST',
  path: '/api/sessions/:sessionId/shares',
  summary: { vi: 'Gửi phần giải mã của mình', en: 'Send one’s partial decryption; the last one opens the totals' },
  access: ['teller'],
  body: z.extend(shareBody, { collected: count }),
  bodyLimit: 4 * 1024 * 1024,
  replies: { 200: tallyView },
  refusals: [
    'not-closed',
    'share-already-sent',
    'share-invalid',
    'announced-number-differs',
    'shares-inconsistent',
    'box-changed',
  ],
});

export const reportLostKey = operation({
  ...ofSession,
  id: 'reportLostKey',
  tag: 'Tally',
  method: 'POST',
  path: '/api/sessions/:sessionId/lost-key',
  summary: { vi: 'Báo mất thẻ khóa của mình', en: 'Report one’s own key card lost' },
  access: ['teller'],
  replies: { 204: z.undefined() },
  refusals: [],
});

export const proveCard = operation({
  ...ofSession,
  id: 'proveCard',
  tag: 'Tally',
  method: 'POST',
  path: '/api/sessions/:sessionId/card-reading',
  summary: {
    vi: 'Cho thấy thẻ khóa của mình còn đọc được, trong khi hòm phiếu đang mở',
    en: 'Show that one’s own key card can still be read, while the box is open: a proof, never the key',
  },
  access: ['teller'],
  body: z.strictObject({ proof: protocolText(1000) }),
  replies: { 204: z.undefined() },
  refusals: ['session-not-open', 'card-proof-invalid'],
});

export const finishTally = operation({
  ...ofSession,
  id: 'finishTally',
  tag: 'Tally',
  method: 'POST',
  path: '/api/sessions/:sessionId/tally/finish',
  summary: {
    vi: 'Mở kết quả khi thiếu một số thành viên, nêu rõ ai',
    en: 'Open the totals without some tellers, naming exactly who is missing',
  },
  access: ['chair'],
  body: z.strictObject({ missing: z.array(z.int()).check(z.maxLength(15)) }),
  replies: { 200: tallyView },
  refusals: ['not-closed', 'not-enough-shares', 'missing-tellers-differ', 'shares-inconsistent', 'box-changed'],
});

export const tallyOperations = [readTally, sendShare, reportLostKey, proveCard, finishTally] as const;
