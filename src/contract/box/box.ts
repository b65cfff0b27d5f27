import * as z from 'zod/mini';
import { ballotForm } from '../../domain/ballot-form.ts';
import { resultReaders } from '../../domain/result/who-reads.ts';
import { sessionId, subjectId } from '../../domain/session/session.ts';
import {
  count,
  credential,
  headView,
  instant,
  ledgerView,
  protocolText,
  ref,
  sessionParams,
  state,
  tracker,
} from '../kit/session-values.ts';
import { events, operation } from '../operation.ts';

const tag = 'Box';
const ofSession = { tag, params: sessionParams } as const;
/**
 * Makes a ballot cheap to check (protocol.md §16), as base64url. One that is of no use is not refused: it is advice, and
 * the ballot is checked without it.
 */
const hint = z.optional(protocolText(400_000));
/** A ballot and its hint, at their longest. */
const ballotBodyLimit = 512 * 1024 + 400_000;
const watching = ['chair', 'secretary', 'office', 'teller'] as const;

/**
 * Milliseconds until phone voting ends, as this is sent; null while no countdown runs. Pages count down from it on their
 * own monotonic clock: `phoneVotingEndsAt` says when that is by the service's clock, which may be set meanwhile.
 */
const phoneVotingEndsIn = z.nullable(z.int().check(z.minimum(0), z.maximum(3_600_000)));

/** What the voting page shows; it is the same for every paper of the session. */
export const ballotPageView = z
  .object({
    sessionId,
    state,
    committeeName: z.string(),
    superiorName: z.nullable(z.string()),
    title: z.string(),
    place: z.string(),
    heldOn: z.string(),
    form: ballotForm,
    subjects: z.array(z.object({ id: subjectId, name: z.string(), position: z.string() })),
    /** Names of those who hold the key together: a voter sees whom the chair has named. */
    tellers: z.array(z.string()),
    briefing: z.nullable(z.string()),
    dossiers: z.array(z.object({ id: ref, title: z.string(), subjectId: z.nullable(subjectId) })),
    /** Read beside the dossiers; null where there is none. */
    halfTermReview: z.nullable(z.object({ term: z.string() })),
    /** The election as the record holds it, byte for byte, once the box is open. */
    election: z.nullable(z.string()),
    fingerprint: z.nullable(z.string()),
    now: instant,
    phoneVotingEndsAt: z.nullable(instant),
    phoneVotingEndsIn,
  })
  .register(z.globalRegistry, { id: 'BallotPage' });

export const readBallotPage = operation({
  ...ofSession,
  id: 'readBallotPage',
  method: 'GET',
  path: '/api/sessions/:sessionId/ballot',
  summary: { vi: 'Nội dung phiếu cho người cầm phiếu', en: 'The ballot as holders of a paper read it' },
  access: ['read-key', 'voter', ...watching],
  replies: { 200: ballotPageView },
  refusals: [],
  quiet: true,
});

/**
 * Answer to an accepted ballot, and to the same ballot sent again. The head is, as all that is shown of a box until it
 * is closed, of the last renewal; the record goes on from it, to this ballot if it is not there yet.
 */
export const receipt = z.object({ tracker, head: headView }).register(z.globalRegistry, { id: 'Receipt' });

export const phoneReceipt = z
  .extend(receipt, {
    /** Whether this phone voted first with the paper and so may cast again; no other one may. */
    mayRecast: z.boolean(),
  })
  .register(z.globalRegistry, { id: 'PhoneReceipt' });

export const castBallot = operation({
  ...ofSession,
  id: 'castBallot',
  method: 'POST',
  path: '/api/sessions/:sessionId/ballots',
  summary: { vi: 'Bỏ phiếu đã niêm phong', en: 'Cast a sealed ballot; acknowledged once it is on disk' },
  access: ['read-key'],
  body: z.strictObject({
    ballot: protocolText(400_000),
    hint,
    /** Made by the phone at its first cast and kept there: only this phone can cast again. */
    recastKey: z.string().check(z.regex(/^[0-9a-f]{32}$/)),
  }),
  bodyLimit: ballotBodyLimit,
  replies: { 200: phoneReceipt },
  refusals: [
    'session-not-open',
    'phone-voting-ended',
    'phones-do-not-vote',
    'unknown-paper',
    'void-paper',
    'unused-paper',
    'voter-absent',
    'replaced-by-sheet',
    'other-phone',
    'recast-pause',
    'recast-limit',
    'too-many-failing-ballots',
    'ballot-invalid',
  ],
  quiet: true,
});

/**
 * Until closing as of the same renewal as the turnout and in the order of their hashes, so that nothing tells whose
 * ballot has just come in: a ballot is in the list within 15 seconds. From closing on in the record's order, and
 * also for those who sit or vote here and show no paper.
 */
export const listTrackers = operation({
  ...ofSession,
  id: 'listTrackers',
  method: 'GET',
  path: '/api/sessions/:sessionId/trackers',
  summary: {
    vi: 'Mã tra cứu các phiếu trong hòm, đến lần cập nhật gần nhất (15 giây một lần)',
    en: 'Trackers of the ballots in the box and its head, as of the last renewal (every 15 seconds) until closing',
  },
  access: ['read-key', 'voter', 'seat-holder', 'superior-seat-holder', ...watching],
  replies: { 200: z.object({ state, head: z.nullable(headView), trackers: z.array(tracker) }) },
  refusals: ['box-not-closed'],
  quiet: true,
});

/** How many have voted; never how. Channels are hidden below five ballots. */
export const turnoutView = z
  .object({
    state,
    /** When it was counted. */
    at: instant,
    /** The service's clock as this is sent. */
    now: instant,
    summoned: count,
    present: count,
    issued: count,
    collected: count,
    channels: z.nullable(z.object({ phone: count, sheet: count })),
    phoneVotingEndsAt: z.nullable(instant),
    phoneVotingEndsIn,
    /** Of the record, as it was at this moment; null before opening. */
    head: z.nullable(headView),
  })
  .register(z.globalRegistry, { id: 'Turnout' });

export const readTurnout = operation({
  ...ofSession,
  id: 'readTurnout',
  method: 'GET',
  path: '/api/sessions/:sessionId/turnout',
  summary: { vi: 'Số phiếu đã bỏ', en: 'Turnout, renewed every 15 seconds; channels are hidden below five' },
  access: watching,
  replies: { 200: turnoutView },
  refusals: [],
});

/** Tells nothing that `readTurnout` would not tell at the same moment. */
export const watchTurnout = operation({
  ...ofSession,
  id: 'watchTurnout',
  method: 'GET',
  path: '/api/sessions/:sessionId/turnout/events',
  summary: {
    vi: 'Theo dõi số phiếu đã bỏ',
    en: 'Turnout as server-sent events: every renewal, and a change of the state at once',
  },
  access: watching,
  replies: { 200: events(turnoutView) },
  refusals: [],
});

export const announceCount = operation({
  ...ofSession,
  id: 'announceCount',
  method: 'POST',
  path: '/api/sessions/:sessionId/announcement',
  summary: {
    vi: 'Công bố số phiếu phát ra, thu về',
    en: 'Announce issued and collected, and the sheets found in the box',
  },
  access: ['teller'],
  body: z.strictObject({ issued: count, collected: count, sheets: count, notIssued: z._default(count, 0) }),
  replies: { 200: ledgerView },
  refusals: ['not-counting', 'announcement-impossible'],
});

export const readSheet = operation({
  ...ofSession,
  id: 'readSheet',
  method: 'GET',
  path: '/api/sessions/:sessionId/sheets/:credential',
  summary: { vi: 'Tình trạng tờ phiếu vừa quét ở bàn kiểm', en: 'What the desk should know of the sheet it scanned' },
  access: ['teller'],
  params: z.extend(sessionParams, { credential }),
  replies: {
    200: z.object({ fate: z.enum(['live', 'void', 'unused']), votedBy: z.nullable(z.enum(['phone', 'sheet'])) }),
  },
  refusals: ['not-counting', 'unknown-paper'],
  quiet: true,
});

export const castSheet = operation({
  ...ofSession,
  id: 'castSheet',
  method: 'POST',
  path: '/api/sessions/:sessionId/sheets',
  summary: { vi: 'Đưa tờ phiếu đã nhập vào hòm', en: 'Cast a keyed sheet; it replaces its paper’s phone ballot' },
  access: ['teller'],
  body: z.strictObject({ ballot: protocolText(400_000), hint, invalidReason: z.nullable(ref) }),
  bodyLimit: ballotBodyLimit,
  replies: { 200: z.extend(receipt, { replacesPhone: z.boolean() }) },
  refusals: [
    'not-counting',
    'not-announced',
    'unknown-paper',
    'void-paper',
    'unused-paper',
    'phone-paper-has-no-sheet',
    'sheet-already-keyed',
    'unknown-invalid-reason',
    'ballot-invalid',
  ],
  quiet: true,
});

export const closeSession = operation({
  ...ofSession,
  id: 'closeSession',
  method: 'POST',
  path: '/api/sessions/:sessionId/close',
  summary: { vi: 'Đóng hòm phiếu', en: 'Close the box for good' },
  access: ['chair'],
  replies: { 200: z.object({ ledger: ledgerView, head: headView }) },
  refusals: [
    'not-counting',
    'not-announced',
    'closed-already',
    'ledger-unbalanced',
    'collected-exceeds-present',
    'box-changed',
  ],
});

const readingRecord = {
  ...ofSession,
  method: 'GET',
  access: resultReaders,
  refusals: ['not-published', 'not-counting'],
} as const;

export const readRecord = operation({
  ...readingRecord,
  id: 'readRecord',
  path: '/api/sessions/:sessionId/record',
  summary: {
    vi: 'Hồ sơ kiểm chứng (.bel)',
    en: 'The verifiable record: for tellers from counting on, for the chair once closed, for readers of the result',
  },
  replies: { 200: { kind: 'bytes', types: ['application/x-tar'], maximum: 0 } },
});

/** Open to those to whom the record is, at the same times, and up to the same event. */
export const readHints = operation({
  ...readingRecord,
  id: 'readHints',
  path: '/api/sessions/:sessionId/hints',
  summary: {
    vi: 'Gợi ý kiểm tra của hồ sơ (.hints), để kiểm nhanh hơn',
    en: 'Hints of the record’s ballots: advice that makes verifying it faster; whoever may read the record may read them',
  },
  replies: { 200: { kind: 'bytes', types: ['application/octet-stream'], maximum: 0 } },
});

export const boxOperations = [
  readBallotPage,
  castBallot,
  listTrackers,
  readTurnout,
  watchTurnout,
  announceCount,
  readSheet,
  castSheet,
  closeSession,
  readRecord,
  readHints,
] as const;
