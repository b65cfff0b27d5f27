import * as z from 'zod/mini';
import { committeeId } from '../../domain/committee/committee.ts';
import { planId } from '../../domain/plan/plan-id.ts';
import { planProgresses } from '../../domain/plan/plan-progress.ts';
import { personId } from '../../domain/roster/person.ts';
import { tableFile, tableFormat } from '../documents/spreadsheet.ts';
import { listPart, partOfList } from '../kit/list-part.ts';
import { actorView, count, instant, newId, paragraph, problemView, ref } from '../kit/session-values.ts';
import { shownBirthYear } from '../kit/shown-birth-year.ts';
import { lineOfText } from '../kit/text.ts';
import { operation } from '../operation.ts';
import { congressTerm } from '../session/congress-term.ts';
import { listReminders, obligationView, planSummary, standing } from './obligations.ts';

const tag = 'Plans';
const day = z.iso.date();
/** Empty while a draft is being written. */
const wording = z.union([z.literal(''), paragraph]);
const writers = ['chair', 'office'] as const;
const inside = ['chair', 'secretary', 'office', 'seat-holder'] as const;
const ofCommittee = z.object({ committeeId });
const ofPlan = z.extend(ofCommittee, { planId });

/** How long the half-term conference is to last, in days; the usual where it is left out. */
const conferenceDays = z.nullish(
  z.strictObject({
    minimum: z.number().check(z.minimum(0.1), z.maximum(30)),
    maximum: z.number().check(z.minimum(0.1), z.maximum(30)),
  }),
);
const rankDeadline = z.strictObject({
  rank: lineOfText(64),
  by: day,
  reportBy: z._default(z.nullable(day), null),
  conferenceDays,
});
const pilot = z.strictObject({ committeeId, by: z._default(z.nullable(day), null) });

const amendable = {
  purpose: wording,
  requirements: wording,
  deadlines: z.array(rankDeadline).check(z.maxLength(20)),
  pilots: z._default(z.array(pilot).check(z.maxLength(200)), []),
  steering: z._default(z.array(z.strictObject({ personId, role: lineOfText(200) })).check(z.maxLength(50)), []),
  attending: z._default(z.array(z.strictObject({ committeeId, personId })).check(z.maxLength(5000)), []),
  remindDays: z._default(z.array(z.int().check(z.minimum(0), z.maximum(365))).check(z.maxLength(5)), [14, 3]),
};

export const planBody = z.strictObject({
  number: z.nullable(lineOfText(60)),
  date: day,
  term: congressTerm,
  title: lineOfText(300),
  formId: lineOfText(64),
  participants: z._default(z.enum(['seats', 'summoned']), 'seats'),
  ...amendable,
});

const amendmentBody = z.strictObject({
  number: z.nullable(lineOfText(60)),
  date: day,
  summary: paragraph,
  provisions: z.strictObject(amendable),
});

/** A committee that a plan names, and who directs it: there are many cells of one name. */
const named = { committeeId, committeeName: z.string(), directorName: z.nullable(z.string()) };
const amendableView = z.object({
  purpose: z.string(),
  requirements: z.string(),
  deadlines: z.array(z.object({ rank: z.string(), by: day, reportBy: z.nullable(day), conferenceDays })),
  pilots: z.array(z.object({ ...named, by: z.nullable(day) })),
  steering: z.array(z.object({ personId, name: z.string(), birthYear: shownBirthYear, role: z.string() })),
  attending: z.array(z.object({ ...named, personId, name: z.string(), birthYear: shownBirthYear })),
  remindDays: z.array(z.int()),
});

export const planView = z
  .extend(planSummary, {
    ...amendableView.shape,
    issued: z.nullable(z.object({ by: actorView, at: instant })),
    amendments: z.array(
      z.object({
        by: actorView,
        at: instant,
        number: z.nullable(z.string()),
        date: day,
        summary: z.string(),
        before: amendableView,
      }),
    ),
    /** What pilot committees learnt. */
    notes: z.array(z.object({ id: ref, committeeName: z.string(), by: actorView, at: instant, text: z.string() })),
    /** What a draft still lacks. */
    missing: z.array(problemView),
  })
  .register(z.globalRegistry, { id: 'Plan' });
export type PlanView = z.infer<typeof planView>;

export const boardRow = z
  .object({
    committeeId,
    name: z.string(),
    rank: z.string(),
    directorName: z.nullable(z.string()),
    ...standing,
    attending: z.array(z.string()),
  })
  .register(z.globalRegistry, { id: 'BoardRow' });

const states = z.object(
  Object.fromEntries(planProgresses.map((one) => [one, count])) as Record<
    (typeof planProgresses)[number],
    typeof count
  >,
);

const boardFilter = z.object({
  rank: z.optional(lineOfText(64)),
  state: z.optional(z.enum([...planProgresses, 'late'])),
  search: z.optional(z.string().check(z.trim(), z.maxLength(100))),
});

/** What is wrong with a plan's provisions, whoever writes them. */
const ofProvisions = [
  'unknown-rank',
  'rank-named-twice',
  'deadline-before-plan',
  'report-before-deadline',
  'conference-length-reversed',
  'committee-does-not-follow',
  'committee-named-twice',
  'not-a-member',
  'unknown-person',
] as const;
const ofDraft = [...ofProvisions, 'unknown-form', 'plan-number-taken', 'plan-already-issued'] as const;

export const createPlan = operation({
  id: 'createPlan',
  method: 'POST',
  path: '/api/committees/:committeeId/plans',
  tag,
  summary: { vi: 'Soạn kế hoạch', en: 'Draft a plan' },
  access: writers,
  params: ofCommittee,
  body: z.extend(planBody, { id: newId }),
  replies: { 201: planView },
  refusals: [...ofDraft, 'id-in-use'],
});

export const listPlans = operation({
  id: 'listPlans',
  method: 'GET',
  path: '/api/committees/:committeeId/plans',
  tag,
  summary: {
    vi: 'Kế hoạch do cấp ủy ban hành; bản thảo chỉ chủ trì và văn phòng thấy',
    en: 'Plans that the committee has issued; drafts for its chair and office only',
  },
  access: inside,
  params: ofCommittee,
  replies: { 200: z.array(planSummary) },
  refusals: [],
});

export const readPlan = operation({
  id: 'readPlan',
  method: 'GET',
  path: '/api/committees/:committeeId/plans/:planId',
  tag,
  summary: {
    vi: 'Một kế hoạch do cấp ủy ban hành hoặc phải thực hiện',
    en: 'A plan that the committee has issued or follows, with the experience of pilot committees',
  },
  access: inside,
  params: ofPlan,
  replies: { 200: planView },
  refusals: [],
});

const notInCopyView = z.object({
  part: z.enum(['steering', 'attending', 'pilot', 'deadline']),
  name: z.string(),
  reason: z.enum(['left-office', 'ended', 'past']),
});
export type NotInCopyView = z.infer<typeof notInCopyView>;

export const readPlanCopy = operation({
  id: 'readPlanCopy',
  method: 'GET',
  path: '/api/committees/:committeeId/plans/:planId/copy',
  tag,
  summary: {
    vi: 'Nội dung để soạn kế hoạch mới theo kế hoạch này, và những gì không còn dùng được',
    en: 'What a new plan of the issuer may start from, and whom and what of this one it cannot name any more',
  },
  access: writers,
  params: ofPlan,
  replies: { 200: z.object({ plan: planView, notCopied: z.array(notInCopyView) }) },
  refusals: [],
});

export const changePlan = operation({
  id: 'changePlan',
  method: 'PUT',
  path: '/api/committees/:committeeId/plans/:planId',
  tag,
  summary: { vi: 'Sửa bản thảo kế hoạch', en: 'Change a draft' },
  access: writers,
  params: ofPlan,
  body: planBody,
  replies: { 200: planView },
  refusals: ofDraft,
});

export const discardPlan = operation({
  id: 'discardPlan',
  method: 'DELETE',
  path: '/api/committees/:committeeId/plans/:planId',
  tag,
  summary: { vi: 'Bỏ bản thảo kế hoạch', en: 'Throw a draft away' },
  access: writers,
  params: ofPlan,
  replies: { 204: z.undefined() },
  refusals: ['plan-already-issued'],
});

export const issuePlan = operation({
  id: 'issuePlan',
  method: 'POST',
  path: '/api/committees/:committeeId/plans/:planId/issue',
  tag,
  summary: { vi: 'Ban hành kế hoạch', en: 'Issue a plan: its wording is fixed and those who follow see it' },
  access: writers,
  params: ofPlan,
  replies: { 200: planView },
  refusals: [...ofDraft, 'plan-not-ready'],
});

export const amendPlan = operation({
  id: 'amendPlan',
  method: 'POST',
  path: '/api/committees/:committeeId/plans/:planId/amendments',
  tag,
  summary: {
    vi: 'Điều chỉnh kế hoạch đã ban hành; nội dung cũ được giữ lại',
    en: 'Amend an issued plan; what stood there before is kept',
  },
  access: writers,
  params: ofPlan,
  body: amendmentBody,
  replies: { 200: planView },
  refusals: [...ofProvisions, 'plan-not-issued', 'amendment-before-plan', 'plan-not-ready'],
});

export const readBoard = operation({
  id: 'readBoard',
  method: 'GET',
  path: '/api/committees/:committeeId/plans/:planId/board',
  tag,
  summary: {
    vi: 'Theo dõi thực hiện kế hoạch: trạng thái từng cấp ủy, không có kết quả',
    en: 'How far everybody is with the plan: states only, never a result',
  },
  access: inside,
  params: ofPlan,
  query: z.extend(boardFilter, partOfList),
  replies: {
    200: z.extend(listPart(boardRow), {
      today: day,
      /** Over the whole plan, whatever the filter. */
      ranks: z.array(z.object({ rank: z.string(), total: count, late: count, states })),
      /** Fitting the filter, in all parts. */
      total: count,
    }),
  },
  refusals: [],
});

export const readBoardTable = operation({
  id: 'readBoardTable',
  method: 'GET',
  path: '/api/committees/:committeeId/plans/:planId/board/table',
  tag,
  summary: { vi: 'Bảng theo dõi dạng Excel hoặc CSV', en: 'The board as a workbook or as CSV' },
  access: inside,
  params: ofPlan,
  query: z.extend(boardFilter, { language: z._default(z.enum(['vi', 'en']), 'vi'), format: tableFormat }),
  replies: { 200: tableFile },
  refusals: [],
});

export const addNote = operation({
  id: 'addNote',
  method: 'POST',
  path: '/api/committees/:committeeId/plans/:planId/notes',
  tag,
  summary: { vi: 'Đơn vị làm điểm ghi rút kinh nghiệm', en: 'A pilot committee puts down what it learnt' },
  access: ['chair', 'secretary', 'office'],
  params: ofPlan,
  body: z.strictObject({ id: newId, text: paragraph }),
  replies: { 201: planView },
  refusals: ['plan-not-issued', 'not-a-pilot', 'id-in-use'],
});

export const listObligations = operation({
  id: 'listObligations',
  method: 'GET',
  path: '/api/committees/:committeeId/obligations',
  tag,
  summary: {
    vi: 'Kế hoạch cấp ủy phải thực hiện và thời hạn',
    en: 'Plans that the committee follows, what it owes and by when',
  },
  access: inside,
  params: ofCommittee,
  replies: { 200: z.array(obligationView) },
  refusals: [],
});

export const listFollowers = operation({
  id: 'listFollowers',
  method: 'GET',
  path: '/api/committees/:committeeId/followers',
  tag,
  summary: {
    vi: 'Tìm cấp ủy thuộc quyền chỉ đạo, để chọn đơn vị làm điểm hoặc cử người dự hội nghị',
    en: 'Find committees that follow this one, to name them in a plan; the first twenty',
  },
  access: writers,
  params: ofCommittee,
  query: z.object({ search: z._default(z.string().check(z.trim(), z.maxLength(100)), '') }),
  replies: {
    200: z.array(z.object({ id: committeeId, name: z.string(), directorName: z.nullable(z.string()) })),
  },
  refusals: [],
});

export const readMailAddress = operation({
  id: 'readMailAddress',
  method: 'GET',
  path: '/api/me/mail-address',
  tag,
  summary: { vi: 'Địa chỉ thư nhận nhắc việc của tôi', en: 'Where I am reminded by e-mail' },
  access: ['signed-in'],
  replies: {
    200: z.object({
      address: z.nullable(z.string()),
      /** Whether this service sends e-mail at all. */
      sends: z.boolean(),
    }),
  },
  refusals: [],
});

export const setMailAddress = operation({
  id: 'setMailAddress',
  method: 'PUT',
  path: '/api/me/mail-address',
  tag,
  summary: {
    vi: 'Đặt hoặc bỏ địa chỉ thư nhận nhắc việc',
    en: 'Say where I want to be reminded by e-mail, or that I do not',
  },
  access: ['signed-in'],
  body: z.strictObject({ address: z.nullable(z.email().check(z.maxLength(254))) }),
  replies: { 200: z.object({ address: z.nullable(z.string()), sends: z.boolean() }) },
  refusals: [],
});

export const planOperations = [
  createPlan,
  listPlans,
  readPlan,
  readPlanCopy,
  changePlan,
  discardPlan,
  issuePlan,
  amendPlan,
  readBoard,
  readBoardTable,
  addNote,
  listObligations,
  listFollowers,
  listReminders,
  readMailAddress,
  setMailAddress,
] as const;
