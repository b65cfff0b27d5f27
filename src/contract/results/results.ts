import * as z from 'zod/mini';
import { resultReaders } from '../../domain/result/who-reads.ts';
import { sessionId, subjectId } from '../../domain/session/session.ts';
import { tableFile, tableFormat } from '../documents/spreadsheet.ts';
import {
  actorView,
  count,
  hash,
  instant,
  lockedSession,
  paragraph,
  sessionParams,
  state,
} from '../kit/session-values.ts';
import { lineOfText } from '../kit/text.ts';
import { operation } from '../operation.ts';

const ofSession = { params: sessionParams } as const;
const localText = z.object({ vi: z.string(), en: z.string() });
const labelled = z.object({ id: z.string(), label: localText });
/** Figures of one subject; percentages as strings with two decimals, their base beside them. */
const subjectResult = z.object({
  name: z.string(),
  position: z.string(),
  collected: count,
  valid: count,
  invalid: count,
  levels: z.record(z.string(), z.object({ count, percent: z.string() })),
  tier: z.int().check(z.minimum(0)),
  article: z.nullable(localText),
  consequence: z.nullable(localText),
});

const annulmentView = z
  .object({ by: actorView, at: instant, decision: z.string(), reason: z.string() })
  .register(z.globalRegistry, { id: 'Annulment' });

export const resultView = z
  .object({
    sessionId,
    committeeName: z.string(),
    superiorName: z.nullable(z.string()),
    title: z.string(),
    heldOn: z.string(),
    formId: z.string(),
    formTitle: localText,
    citation: localText,
    levels: z.array(labelled),
    /** The form's own words for what is counted here; `noTier` is null where it attaches no consequences. */
    wording: z.object({ subject: localText, base: localText, noTier: z.nullable(localText) }),
    state,
    /** With and without a vote. */
    summoned: count,
    present: count,
    /** Everybody on the roll. */
    voters: count,
    issued: count,
    collected: count,
    /** Ballots that were wholly invalid. */
    invalid: count,
    invalidReasons: z.record(z.string(), count),
    /** The form's reasons, by whose ids those above are counted. */
    invalidSheetReasons: z.array(labelled),
    base: z.object({ kind: z.enum(['collected', 'roll']), value: count }),
    subjects: z.array(z.extend(subjectResult, { id: subjectId })),
    /** Totals that give single votes away. */
    warnings: z.array(z.object({ kind: z.string(), subject: z.int(), level: z.nullable(z.string()) })),
    missingTellers: z.array(z.string()),
    deviation: z.nullable(z.string()),
    record: z.object({
      uuid: sessionId,
      fingerprint: z.string(),
      head: hash,
      height: z.int(),
      supplement: hash,
    }),
    publishedAt: z.nullable(instant),
    annulment: z.nullable(annulmentView),
  })
  .register(z.globalRegistry, { id: 'Result' });
export type ResultView = z.infer<typeof resultView>;

const reading = {
  ...ofSession,
  tag: 'Results',
  method: 'GET',
  access: resultReaders,
  refusals: ['not-tallied', 'not-published', 'box-cannot-be-opened'],
} as const;

export const readResult = operation({
  ...reading,
  id: 'readResult',
  path: '/api/sessions/:sessionId/result',
  summary: { vi: 'Kết quả', en: 'The result: for chair and tellers once tallied, for both committees once published' },
  replies: { 200: resultView },
});

/** One published result of people who are subjects of the session asked about, too; newest first. */
export const earlierResult = z
  .object({
    sessionId,
    committeeName: z.string(),
    title: z.string(),
    heldOn: z.string(),
    formTitle: localText,
    levels: resultView.shape.levels,
    base: resultView.shape.base,
    annulled: z.boolean(),
    /** `subject`: where the same person stands in the result asked about, from 0. */
    subjects: z.array(z.extend(subjectResult, { subject: z.int().check(z.minimum(0)) })),
  })
  .register(z.globalRegistry, { id: 'EarlierResult' });
export type EarlierResult = z.infer<typeof earlierResult>;

export const listEarlierResults = operation({
  ...reading,
  id: 'listEarlierResults',
  path: '/api/sessions/:sessionId/earlier-results',
  summary: {
    vi: 'Kết quả các đợt trước của những người ấy, trong phạm vi người đọc được xem',
    en: 'Earlier published results of the same people, of those that the caller may read',
  },
  replies: {
    200: z.object({
      results: z.array(earlierResult),
      /** Of sessions in which somebody of them took part; left out of the results. */
      locked: z.array(lockedSession),
    }),
  },
});

export const readResultTable = operation({
  ...reading,
  id: 'readResultTable',
  path: '/api/sessions/:sessionId/result/table',
  summary: { vi: 'Kết quả dạng bảng tính hoặc CSV', en: 'The result as a spreadsheet or as CSV' },
  query: z.object({ format: tableFormat }),
  replies: { 200: tableFile },
});

export const readMinutes = operation({
  ...reading,
  id: 'readMinutes',
  path: '/api/sessions/:sessionId/minutes.pdf',
  summary: {
    vi: 'Biên bản kiểm phiếu, hoặc biên bản hủy đợt lấy phiếu sau khi mở hòm (chủ trì, kiểm phiếu)',
    en: 'The minutes to be signed; of a session that was cancelled after opening or whose box cannot be opened, for its chair and tellers',
  },
  replies: { 200: { kind: 'bytes', types: ['application/pdf'], maximum: 0 } },
});

export const readExtract = operation({
  ...reading,
  id: 'readExtract',
  path: '/api/sessions/:sessionId/extracts/:subjectId',
  summary: {
    vi: 'Trích biên bản kiểm phiếu cho một người (PDF)',
    en: 'Extract of the minutes for one subject (PDF)',
  },
  params: z.extend(sessionParams, { subjectId }),
  replies: { 200: { kind: 'bytes', types: ['application/pdf'], maximum: 0 } },
  refusals: [...reading.refusals, 'unknown-subject'],
});

export const readSupplement = operation({
  ...reading,
  id: 'readSupplement',
  path: '/api/sessions/:sessionId/supplement',
  summary: {
    vi: 'Phụ lục kiểm chứng của hồ sơ',
    en: 'The record’s supplement: the tellers’ supplementary proofs, unused and void credentials',
  },
  replies: { 200: { kind: 'bytes', types: ['application/json'], maximum: 0 } },
});

/** Texts whose hashes stand in the election's description, byte for byte. */
export const readRecordDocuments = operation({
  ...reading,
  id: 'readRecordDocuments',
  path: '/api/sessions/:sessionId/record-documents',
  summary: {
    vi: 'Danh sách, mẫu phiếu và nội dung quán triệt gắn với hồ sơ',
    en: 'Roll, form and briefing that the record carries the hashes of',
  },
  replies: { 200: z.object({ roll: z.string(), form: z.string(), briefing: z.string() }) },
});

export const attachSignedMinutes = operation({
  ...ofSession,
  id: 'attachSignedMinutes',
  tag: 'Results',
  method: 'PUT',
  path: '/api/sessions/:sessionId/signed-minutes',
  summary: { vi: 'Đính kèm bản chụp biên bản đã ký', en: 'Attach the scan of the signed minutes' },
  access: ['chair', 'office'],
  body: { kind: 'bytes', types: ['application/pdf'], maximum: 20 * 1024 * 1024 },
  replies: { 204: z.undefined() },
  refusals: ['not-tallied', 'not-a-pdf', 'published-already'],
});

export const readSignedMinutes = operation({
  ...reading,
  id: 'readSignedMinutes',
  path: '/api/sessions/:sessionId/signed-minutes',
  summary: { vi: 'Bản chụp biên bản đã ký', en: 'The scan of the signed minutes' },
  replies: { 200: { kind: 'bytes', types: ['application/pdf'], maximum: 0 } },
  refusals: ['not-tallied', 'not-published', 'box-cannot-be-opened', 'signed-minutes-missing'],
});

export const publishResult = operation({
  ...ofSession,
  id: 'publishResult',
  tag: 'Results',
  method: 'POST',
  path: '/api/sessions/:sessionId/publication',
  summary: {
    vi: 'Công bố trong cấp ủy và cấp ủy cấp trên trực tiếp',
    en: 'Publish to the committee and its directly superior committee',
  },
  access: ['chair'],
  replies: { 200: resultView },
  refusals: ['not-tallied', 'signed-minutes-missing', 'published-already'],
});

export const annulResult = operation({
  ...ofSession,
  id: 'annulResult',
  tag: 'Results',
  method: 'POST',
  path: '/api/sessions/:sessionId/annulment',
  summary: {
    vi: 'Cấp ủy cấp trên ghi chú kết quả bị hủy',
    en: 'The superior annotates a published result as annulled',
  },
  access: ['superior-chair'],
  body: z.strictObject({ decision: lineOfText(200), reason: paragraph }),
  /** No total: a chair by appointment need not hold a seat (promise 6). */
  replies: { 200: annulmentView },
  refusals: ['not-published', 'annulled-already'],
});
export const resultOperations = [
  readResult,
  listEarlierResults,
  readResultTable,
  readMinutes,
  readExtract,
  readSupplement,
  readRecordDocuments,
  attachSignedMinutes,
  readSignedMinutes,
  publishResult,
  annulResult,
] as const;
