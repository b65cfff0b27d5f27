import * as z from 'zod/mini';
import { sessionId } from '../../domain/session/session.ts';
import { credential, hash, headView, protocolText, sessionParams } from '../kit/session-values.ts';
import { lineOfText } from '../kit/text.ts';
import { operation } from '../operation.ts';

const tag = 'Tellers';
const ofSession = { tag, params: sessionParams } as const;
const tellers = ['teller'] as const;
const watching = ['chair', 'teller'] as const;

const round = z.enum(['certificates', 'spoken-code', 'commitments', 'polynomials', 'outputs', 'done', 'failed']);

/** What a teller's program sees; messages of a round are shown once everybody has sent theirs. */
export const ceremonyView = z
  .object({
    run: z.int(),
    size: z.int(),
    threshold: z.int(),
    round,
    /** The caller's own index, null for a chair who watches. */
    me: z.nullable(z.int()),
    tellers: z.array(
      z.object({
        index: z.int(),
        name: z.string(),
        /** Has done what the present round asks for. */
        done: z.boolean(),
      }),
    ),
    certificates: z.nullable(z.array(z.string())),
    commitments: z.nullable(z.array(z.string())),
    polynomials: z.nullable(z.array(z.string())),
    /** The caller's own output: holds the encrypted decryption key that only the own seed opens. */
    myOutput: z.nullable(z.string()),
    trustees: z.nullable(z.string()),
    complaint: z.nullable(z.object({ by: z.int(), against: z.nullable(z.int()), reason: z.string() })),
  })
  .register(z.globalRegistry, { id: 'Ceremony' });

export const startCeremony = operation({
  ...ofSession,
  id: 'startCeremony',
  method: 'POST',
  path: '/api/sessions/:sessionId/ceremony',
  summary: { vi: 'Bắt đầu (lại) việc tạo khóa', en: 'Start the key ceremony, or start it again' },
  access: ['chair'],
  replies: { 201: ceremonyView },
  refusals: ['ceremony-not-possible'],
});

export const readCeremony = operation({
  ...ofSession,
  id: 'readCeremony',
  method: 'GET',
  path: '/api/sessions/:sessionId/ceremony',
  summary: { vi: 'Diễn biến việc tạo khóa', en: 'How far the key ceremony is' },
  access: watching,
  replies: { 200: ceremonyView },
  refusals: ['ceremony-not-running'],
});

const message = z.discriminatedUnion('round', [
  z.strictObject({ round: z.literal('certificates'), certificate: protocolText(4000) }),
  z.strictObject({ round: z.literal('spoken-code') }),
  z.strictObject({ round: z.literal('commitments'), commitment: hash }),
  z.strictObject({ round: z.literal('polynomials'), polynomial: protocolText(100_000) }),
  z.strictObject({ round: z.literal('outputs'), output: protocolText(10_000) }),
]);

export const sendCeremonyMessage = operation({
  ...ofSession,
  id: 'sendCeremonyMessage',
  method: 'POST',
  path: '/api/sessions/:sessionId/ceremony/messages',
  summary: { vi: 'Gửi bước của mình trong việc tạo khóa', en: 'Send one’s own message of the present round' },
  access: tellers,
  body: z.strictObject({ run: z.int(), message }),
  replies: { 200: ceremonyView },
  refusals: [
    'ceremony-not-running',
    'ceremony-other-run',
    'ceremony-other-round',
    'ceremony-message-differs',
    'ceremony-message-invalid',
  ],
});

export const complainInCeremony = operation({
  ...ofSession,
  id: 'complainInCeremony',
  method: 'POST',
  path: '/api/sessions/:sessionId/ceremony/complaint',
  summary: {
    vi: 'Dừng việc tạo khóa và nêu nội dung không đúng',
    en: 'Stop the ceremony and name whose message does not fit',
  },
  access: tellers,
  body: z.strictObject({ run: z.int(), against: z.nullable(z.int()), reason: lineOfText(200) }),
  replies: { 200: ceremonyView },
  refusals: ['ceremony-not-running', 'ceremony-other-run'],
});

export const rehearsalView = z
  .object({
    electionId: sessionId,
    state: z.enum(['open', 'closed', 'passed']),
    ballots: z.int(),
    /** The rehearsal's election, byte for byte as its record holds it. */
    election: z.string(),
    head: headView,
    sharesOf: z.array(z.int()),
    result: z.nullable(z.array(z.array(z.int()))),
  })
  .register(z.globalRegistry, { id: 'Rehearsal' });
export type RehearsalView = z.infer<typeof rehearsalView>;

export const startRehearsal = operation({
  ...ofSession,
  id: 'startRehearsal',
  method: 'POST',
  path: '/api/sessions/:sessionId/rehearsal',
  summary: {
    vi: 'Bắt đầu bỏ phiếu thử',
    en: 'Start a rehearsal: its uuid and credentials were made by the caller’s program',
  },
  access: watching,
  body: z.strictObject({
    electionId: sessionId,
    credentials: z.array(credential).check(z.minLength(1), z.maxLength(50)),
  }),
  replies: { 201: rehearsalView },
  refusals: ['rehearsal-needs-keys', 'invalid-credential', 'credential-already-registered'],
});

export const readRehearsal = operation({
  ...ofSession,
  id: 'readRehearsal',
  method: 'GET',
  path: '/api/sessions/:sessionId/rehearsal',
  summary: { vi: 'Diễn biến bỏ phiếu thử', en: 'How far the rehearsal is' },
  access: watching,
  replies: { 200: rehearsalView },
  refusals: ['rehearsal-not-running'],
});

export const castRehearsalBallot = operation({
  ...ofSession,
  id: 'castRehearsalBallot',
  method: 'POST',
  path: '/api/sessions/:sessionId/rehearsal/ballots',
  summary: { vi: 'Bỏ một phiếu thử', en: 'Cast a ballot of the rehearsal' },
  access: watching,
  body: z.strictObject({ ballot: protocolText(400_000) }),
  bodyLimit: 512 * 1024,
  replies: { 200: rehearsalView },
  refusals: ['rehearsal-not-running', 'recast-pause', 'recast-limit', 'too-many-failing-ballots', 'ballot-invalid'],
});

export const closeRehearsal = operation({
  ...ofSession,
  id: 'closeRehearsal',
  method: 'POST',
  path: '/api/sessions/:sessionId/rehearsal/close',
  summary: { vi: 'Đóng hòm phiếu thử', en: 'Close the rehearsal’s box' },
  access: watching,
  replies: { 200: rehearsalView },
  refusals: ['rehearsal-not-running', 'rehearsal-without-ballots', 'box-changed'],
});

export const readRehearsalRecord = operation({
  ...ofSession,
  id: 'readRehearsalRecord',
  method: 'GET',
  path: '/api/sessions/:sessionId/rehearsal/record',
  summary: { vi: 'Hồ sơ bỏ phiếu thử', en: 'The record of the rehearsal' },
  access: watching,
  replies: { 200: { kind: 'bytes', types: ['application/x-tar'], maximum: 0 } },
  refusals: ['rehearsal-not-running'],
});

/** A partial decryption and its supplementary proof, as PROTOCOL §8 and §9 write them. */
export const shareBody = z.strictObject({ partialDecryption: protocolText(2_000_000), proof: protocolText(1000) });

export const sendRehearsalShare = operation({
  ...ofSession,
  id: 'sendRehearsalShare',
  method: 'POST',
  path: '/api/sessions/:sessionId/rehearsal/shares',
  summary: {
    vi: 'Gửi phần giải mã của phiếu thử',
    en: 'Send one’s share of the rehearsal; the last one opens it',
  },
  access: tellers,
  body: shareBody,
  bodyLimit: 4 * 1024 * 1024,
  replies: { 200: rehearsalView },
  refusals: ['rehearsal-not-closed', 'share-already-sent', 'share-invalid', 'rehearsal-invalid', 'box-changed'],
});

export const finishRehearsal = operation({
  ...ofSession,
  id: 'finishRehearsal',
  method: 'POST',
  path: '/api/sessions/:sessionId/rehearsal/finish',
  summary: {
    vi: 'Kết thúc bỏ phiếu thử khi thiếu một số thành viên, nêu rõ ai',
    en: 'Pass the rehearsal without some tellers, naming exactly whose card was not proven',
  },
  access: ['chair'],
  body: z.strictObject({ missing: z.array(z.int()).check(z.maxLength(15)) }),
  replies: { 200: rehearsalView },
  refusals: ['rehearsal-not-closed', 'not-enough-shares', 'missing-tellers-differ', 'rehearsal-invalid', 'box-changed'],
});

/** The setup of the election before it is opened: each teller's program looks for its own key in it (K11). */
export const openingView = z
  .object({
    setupHash: hash,
    election: z.string(),
    trustees: z.string(),
    credentials: z.string(),
    confirmedBy: z.array(z.int()),
  })
  .register(z.globalRegistry, { id: 'PreparedOpening' });

export const prepareOpening = operation({
  ...ofSession,
  id: 'prepareOpening',
  method: 'POST',
  path: '/api/sessions/:sessionId/opening',
  summary: { vi: 'Lập hồ sơ mở hòm phiếu', en: 'Draw up the setup for the tellers to confirm' },
  access: ['chair'],
  replies: { 201: openingView },
  refusals: ['not-before-opening', 'not-ready-to-open', 'no-opening-prepared'],
});

export const readOpening = operation({
  ...ofSession,
  id: 'readOpening',
  method: 'GET',
  path: '/api/sessions/:sessionId/opening',
  summary: { vi: 'Hồ sơ mở hòm phiếu', en: 'The setup that was drawn up' },
  access: watching,
  replies: { 200: openingView },
  refusals: ['no-opening-prepared'],
});

export const confirmSetup = operation({
  ...ofSession,
  id: 'confirmSetup',
  method: 'POST',
  path: '/api/sessions/:sessionId/opening/confirmation',
  summary: { vi: 'Xác nhận khóa của mình có trong hồ sơ', en: 'Confirm that one’s own key is in the setup' },
  access: tellers,
  body: z.strictObject({ setupHash: hash }),
  replies: { 200: openingView },
  refusals: ['no-opening-prepared', 'setup-changed'],
});

export const openSession = operation({
  ...ofSession,
  id: 'openSession',
  method: 'POST',
  path: '/api/sessions/:sessionId/open',
  summary: { vi: 'Mở hòm phiếu', en: 'Open the box' },
  access: ['chair'],
  replies: { 200: z.object({ fingerprint: z.string(), head: headView }) },
  refusals: ['not-before-opening', 'already-open', 'not-ready-to-open', 'setup-changed'],
});

export const ceremonyOperations = [
  startCeremony,
  readCeremony,
  sendCeremonyMessage,
  complainInCeremony,
  startRehearsal,
  readRehearsal,
  castRehearsalBallot,
  closeRehearsal,
  readRehearsalRecord,
  sendRehearsalShare,
  finishRehearsal,
  prepareOpening,
  readOpening,
  confirmSetup,
  openSession,
] as const;
