import * as z from 'zod/mini';
import { committeeId } from '../../domain/committee/committee.ts';
import { reportKinds, reportPeriods } from '../../domain/half-term/report.ts';
import { mostTargets, targetDirections, targetStandings } from '../../domain/half-term/target.ts';
import { sessionId } from '../../domain/session/session.ts';
import { spreadsheetRefusals, spreadsheetTypes, tableFile, tableFormat } from '../documents/spreadsheet.ts';
import { listNoteView, readingParts } from '../imports/list-notes.ts';
import { count, instant, paragraph, ref, sessionParams } from '../kit/session-values.ts';
import { lineOfText } from '../kit/text.ts';
import { bytes, operation } from '../operation.ts';
import { congressTerm } from '../session/congress-term.ts';

const tag = 'Half-term review';
const writers = ['chair', 'office'] as const;
const inside = ['chair', 'secretary', 'office', 'seat-holder'] as const;
/** Those of the superior may open one by one whatever the roll-up counts. */
const readers = [...inside, 'superior-seat-holder', 'superior-chair'] as const;
const params = z.object({ committeeId });
const ofTerm = z.object({ term: congressTerm });
const language = z._default(z.enum(['vi', 'en']), 'vi');
/** Larger numbers no longer tell neighbours apart. */
const targetNumber = z.number().check(z.minimum(-1e15), z.maximum(1e15));

/** As a spreadsheet gives it back: blanks count once. */
const cellOfText = (maximum: number) => lineOfText(maximum).check(z.overwrite((text) => text.replace(/\s+/gu, ' ')));

const targetBody = z.strictObject({
  name: cellOfText(500),
  unit: z.union([z.literal(''), cellOfText(100)]),
  direction: z.enum(targetDirections),
  target: targetNumber,
  reached: z.nullable(targetNumber),
});

const attendance = z.nullable(z.strictObject({ summoned: count, present: count }));
const ofWeakness = z.strictObject({ weaknessId: ref, text: paragraph });

const content = {
  sessionId: z.nullable(sessionId),
  targets: z.array(targetBody).check(z.maxLength(mostTargets)),
  weaknesses: z.array(z.strictObject({ id: ref, text: paragraph })).check(z.maxLength(100)),
  causes: z.array(ofWeakness).check(z.maxLength(200)),
  /** Each answers a weakness by its id; one without is refused. */
  remedies: z.array(ofWeakness).check(z.maxLength(200)),
  groups: z
    .array(
      z.strictObject({
        name: lineOfText(200),
        chair: lineOfText(200),
        notes: z.union([z.literal(''), paragraph]),
      }),
    )
    .check(z.maxLength(50)),
  attendance: z.strictObject({ halfTerm: attendance, yearEnd: attendance }),
  conference: z.strictObject({
    /** In days, by tenths. */
    days: z.nullable(z.number().check(z.minimum(0.1), z.maximum(30), z.multipleOf(0.1))),
    agenda: z
      .array(z.strictObject({ time: z.union([z.literal(''), lineOfText(60)]), item: lineOfText(500) }))
      .check(z.maxLength(100)),
  }),
};

const counts = z.object(
  Object.fromEntries(targetStandings.map((one) => [one, count])) as Record<
    (typeof targetStandings)[number],
    typeof count
  >,
);
const version = z.int().check(z.minimum(0));
const conferenceLength = z.object({
  minimum: z.number(),
  maximum: z.number(),
  /** That sets it; null where none does, and this is what is usual at the rank. */
  plan: z.nullable(z.object({ number: z.nullable(z.string()), title: z.string() })),
});
/** `version` is that of the review that was read before; 0 for the first. */
const reviewBody = z.strictObject({ version, ...content });
const reportPlace = { period: z.enum(reportPeriods), kind: z.enum(reportKinds) };

export const reviewView = z
  .object({
    /** `version` is 0 while nobody has written it. */
    committeeId,
    committeeName: z.string(),
    term: z.string(),
    version,
    ...content,
    /** When the committee declared it finished; null while it is being written. */
    finishedAt: z.nullable(instant),
    targets: z.array(z.object({ ...targetBody.shape, standing: z.enum(targetStandings) })),
    counts,
    /** Ids of those that no remedy answers yet. */
    unanswered: z.array(ref),
    /** In days, what the conference is to last; null where nothing is said. */
    conferenceLength: z.nullable(conferenceLength),
    /** A warning: the conference is shorter or longer than that. */
    unusualLength: z.boolean(),
    reports: z.array(z.object({ ...reportPlace, size: z.int() })),
  })
  .register(z.globalRegistry, { id: 'HalfTermReview' });
export type ReviewView = z.infer<typeof reviewView>;

export const listReviewCommittees = operation({
  id: 'listReviewCommittees',
  method: 'GET',
  path: '/api/half-term/committees',
  tag,
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

export const listReviews = operation({
  id: 'listReviews',
  method: 'GET',
  path: '/api/committees/:committeeId/half-term',
  tag,
  summary: { vi: 'Sơ kết giữa nhiệm kỳ của các nhiệm kỳ', en: 'Half-term reviews, term by term' },
  access: readers,
  params,
  replies: { 200: z.array(z.object({ term: z.string(), counts, finishedAt: z.nullable(instant) })) },
  refusals: [],
});

export const readReview = operation({
  id: 'readReview',
  method: 'GET',
  path: '/api/committees/:committeeId/half-term/review',
  tag,
  summary: {
    vi: 'Bản sơ kết giữa nhiệm kỳ',
    en: 'The half-term review of one term; version 0 while nobody has written it',
  },
  access: readers,
  params,
  query: ofTerm,
  replies: { 200: reviewView },
  refusals: [],
});

export const writeReview = operation({
  id: 'writeReview',
  method: 'PUT',
  path: '/api/committees/:committeeId/half-term/review',
  tag,
  summary: {
    vi: 'Ghi bản sơ kết: chỉ tiêu, hạn chế, nguyên nhân, giải pháp, thảo luận tổ, chương trình',
    en: 'Write the review: targets, weaknesses, causes, remedies, groups, attendance, agenda',
  },
  access: writers,
  params,
  query: ofTerm,
  body: reviewBody,
  bodyLimit: 4_000_000,
  replies: { 200: reviewView },
  refusals: [
    'review-changed-meanwhile',
    'target-named-twice',
    'weakness-named-twice',
    'remedy-without-weakness',
    'cause-without-weakness',
    'more-present-than-summoned',
    'session-of-another-committee',
  ],
});

export const finishReview = operation({
  id: 'finishReview',
  method: 'POST',
  path: '/api/committees/:committeeId/half-term/review/finish',
  tag,
  summary: {
    vi: 'Báo bản sơ kết đã hoàn thành; ghi lại thì lại là đang soạn',
    en: 'Declare the review finished, which the superior is told; writing it again opens it again',
  },
  access: writers,
  params,
  query: ofTerm,
  body: z.strictObject({ version }),
  replies: { 200: reviewView },
  refusals: ['no-half-term-review', 'review-changed-meanwhile'],
});

export const previewTargets = operation({
  id: 'previewTargets',
  method: 'POST',
  path: '/api/committees/:committeeId/half-term/targets/preview',
  tag,
  summary: {
    vi: 'Xem trước chỉ tiêu trong tệp .xlsx, .csv; chưa lưu gì',
    en: 'Show the targets in a spreadsheet, or which lines are wrong; keeps nothing',
  },
  access: writers,
  params,
  body: bytes(spreadsheetTypes, 5_000_000),
  replies: {
    200: z.object({
      targets: reviewView.shape.targets,
      /** Cells that the file itself cannot show (`#NAME?`): their lines are missing, nothing is to be taken over. */
      problems: z.array(listNoteView),
      ...readingParts,
    }),
  },
  refusals: ['targets-have-problems', ...spreadsheetRefusals],
  audit: 'never',
});

export const readTargetsTable = operation({
  id: 'readTargetsTable',
  method: 'GET',
  path: '/api/committees/:committeeId/half-term/targets/table',
  tag,
  summary: { vi: 'Chỉ tiêu dạng Excel hoặc CSV', en: 'The targets as a workbook or as CSV' },
  access: readers,
  params,
  query: z.extend(ofTerm, { language, format: tableFormat }),
  replies: { 200: tableFile },
  refusals: ['no-half-term-review'],
});

const ofReport = {
  tag,
  path: '/api/committees/:committeeId/half-term/reports/:period/:kind',
  params: z.extend(params, reportPlace),
  query: ofTerm,
} as const;

export const attachReport = operation({
  ...ofReport,
  id: 'attachReport',
  method: 'PUT',
  summary: {
    vi: 'Gửi báo cáo (PDF) của giữa nhiệm kỳ hoặc của năm',
    en: 'Attach a report as PDF, of the half term or of the year',
  },
  access: writers,
  body: bytes(['application/pdf'], 20 * 1024 * 1024),
  replies: { 200: reviewView },
  refusals: ['no-half-term-review', 'not-a-pdf'],
});

export const readReport = operation({
  ...ofReport,
  id: 'readReport',
  method: 'GET',
  summary: { vi: 'Đọc một báo cáo', en: 'Read a report' },
  access: readers,
  replies: { 200: bytes(['application/pdf']) },
  refusals: ['unknown-report'],
});

export const removeReport = operation({
  ...ofReport,
  id: 'removeReport',
  method: 'DELETE',
  summary: { vi: 'Bỏ một báo cáo', en: 'Take a report away' },
  access: writers,
  replies: { 204: z.undefined() },
  refusals: ['unknown-report'],
});

export const readTargetsBelow = operation({
  id: 'readTargetsBelow',
  method: 'GET',
  path: '/api/committees/:committeeId/half-term/roll-up',
  tag,
  summary: {
    vi: 'Tổng hợp: mỗi cấp ủy trực thuộc đạt, vượt, chưa đạt bao nhiêu chỉ tiêu',
    en: 'How many targets each directly subordinate committee met, exceeded and did not meet',
  },
  // Exactly those who may open each of the reviews.
  access: ['chair', 'seat-holder'],
  params,
  query: ofTerm,
  replies: {
    200: z.object({
      total: counts,
      /** Standing committees directly below; null where there is no review yet. */
      rows: z.array(
        z.object({
          committeeId,
          name: z.string(),
          rank: z.string(),
          counts: z.nullable(counts),
          finishedAt: z.nullable(instant),
        }),
      ),
    }),
  },
  refusals: [],
});

const holders = ['read-key', 'voter', 'chair', 'office', 'secretary', 'teller'] as const;

export const readSessionReview = operation({
  id: 'readSessionReview',
  method: 'GET',
  path: '/api/sessions/:sessionId/half-term',
  tag,
  summary: {
    vi: 'Người bỏ phiếu đọc bản sơ kết giữa nhiệm kỳ của hội nghị',
    en: 'What the session’s voters read beside the dossiers: the half-term review',
  },
  access: holders,
  params: sessionParams,
  replies: { 200: reviewView },
  refusals: ['no-half-term-review'],
  quiet: true,
});

export const readSessionReport = operation({
  id: 'readSessionReport',
  method: 'GET',
  path: '/api/sessions/:sessionId/half-term/reports/:period/:kind',
  tag,
  summary: { vi: 'Người bỏ phiếu đọc một báo cáo', en: 'A report, for the session’s voters' },
  access: holders,
  params: z.extend(sessionParams, reportPlace),
  replies: { 200: bytes(['application/pdf']) },
  refusals: ['unknown-report'],
  quiet: true,
});

export const halfTermOperations = [
  listReviewCommittees,
  listReviews,
  readReview,
  writeReview,
  finishReview,
  previewTargets,
  readTargetsTable,
  attachReport,
  readReport,
  removeReport,
  readTargetsBelow,
  readSessionReview,
  readSessionReport,
] as const;
