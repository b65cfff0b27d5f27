import * as z from 'zod/mini';
import { relations } from '../../domain/account/relations.ts';
import { ballotForm } from '../../domain/ballot-form.ts';
import { committeeId } from '../../domain/committee/committee.ts';
import { planId } from '../../domain/plan/plan-id.ts';
import { birthYear, personId } from '../../domain/roster/person.ts';
import { filledLists, sessionId, subjectId, voterId } from '../../domain/session/session.ts';
import { decisionView } from '../decisions/decisions.ts';
import {
  actorView,
  clockMove,
  count,
  instant,
  ledgerView,
  lockedSession,
  newId,
  paragraph,
  phoneSeenView,
  printRunView,
  problemView,
  sessionParams,
  settingsBody,
  state,
  subjectView,
  tellerView,
  voterView,
} from '../kit/session-values.ts';
import { lineOfText } from '../kit/text.ts';
import { operation } from '../operation.ts';
import { congressTerm } from './congress-term.ts';

const tag = 'Sessions';
const preparing = ['chair', 'office'] as const;
const inside = ['chair', 'secretary', 'office', 'teller'] as const;

export const listForms = operation({
  id: 'listForms',
  method: 'GET',
  path: '/api/forms',
  tag,
  summary: { vi: 'Các mẫu phiếu', en: 'The ballot forms' },
  access: ['signed-in'],
  replies: { 200: z.array(ballotForm) },
  refusals: [],
});

export const sessionSummary = z
  .object({
    id: sessionId,
    committeeId: z.string(),
    committeeName: z.string(),
    title: z.string(),
    heldOn: z.string(),
    state,
    formId: z.string(),
  })
  .register(z.globalRegistry, { id: 'SessionSummary' });

const listedSession = z
  .extend(sessionSummary, {
    /** What the caller is in it. */
    mine: z.array(z.enum(relations)),
  })
  .register(z.globalRegistry, { id: 'ListedSession' });
export type ListedSession = z.infer<typeof listedSession>;

const underPlanView = z.object({
  id: planId,
  issuerName: z.string(),
  number: z.nullable(z.string()),
  title: z.string(),
  /** Of the conference, and of the report, as the plan stands today; null where it no longer names the committee. */
  by: z.nullable(z.iso.date()),
  reportBy: z.nullable(z.iso.date()),
  pilot: z.boolean(),
  /** Purpose and requirements, to brief from. */
  briefingDraft: z.string(),
});

/** Everything the console shows of a session; never a count of marks. */
export const sessionView = z
  .extend(sessionSummary, {
    place: z.string(),
    placeOfIssue: z.nullable(z.string()),
    convenedBy: z.string(),
    plan: z.nullable(z.string()),
    /** What the plan asks of this session's committee; null for a session without one. */
    underPlan: z.nullable(underPlanView),
    phonePapers: z.boolean(),
    threshold: z.int(),
    chair: actorView,
    superiorName: z.nullable(z.string()),
    /** Whether the form rates organisations, which are named one by one, instead of voting on seats. */
    ratesOrganisations: z.boolean(),
    subjects: z.array(subjectView),
    listVersion: z.int(),
    /** Lists that fill themselves and that somebody has looked at. */
    lookedAt: z.array(z.enum(filledLists)),
    roll: z.array(voterView),
    /** Summoned without a vote: they count towards the quorum. */
    nonVoters: z.array(
      z.pick(voterView, { id: true, personId: true, name: true, birthYear: true, position: true, present: true }),
    ),
    tellers: z.array(tellerView),
    lostKeys: z.array(z.int()),
    /** Tellers whose key card was not read in the rehearsal, once that was passed without them. */
    unprovenCards: z.array(z.int()),
    /** Tellers whose key card was read once more since the box was opened. */
    cardsRead: z.array(z.int()),
    printRuns: z.array(printRunView),
    briefing: z.nullable(z.object({ by: actorView, at: instant, text: z.string() })),
    /** What an earlier session's briefing said, where it was copied. */
    briefingDraft: z.nullable(z.string()),
    /** The chair's decision that phones may vote without TLS; null: they may not. */
    plainVoting: z.nullable(z.object({ by: actorView, at: instant })),
    /** The chair's choice that papers are made for no phone, or for this computer alone; null: for phones. */
    phoneUse: z.nullable(z.object({ use: z.enum(['this-computer', 'none']), by: actorView, at: instant })),
    /** Addresses that phones have opened, by the console's code or by a paper's link; never when or which. */
    phonesSeen: z.array(phoneSeenView),
    attendance: z.object({ present: count, summoned: count, recorded: z.boolean() }),
    phoneVotingEndsAt: z.nullable(instant),
    /** While the box is open nobody sees here what comes in: turnout says it, less often. */
    ledger: z
      .extend(ledgerView, { collected: z.nullable(count), notReturned: z.nullable(z.int()) })
      .register(z.globalRegistry, { id: 'SessionLedger' }),
    sheetsLeft: z.int(),
    announcement: z.nullable(z.object({ issued: count, collected: count, sheets: count, notIssued: count })),
    /** Found while counting: a total, so for chair and tellers only (promise 6). */
    invalidSheets: z.record(z.string(), count),
    /** `newTeller`: the name of whom a decision would make a teller. */
    decisions: z.array(z.extend(decisionView, { newTeller: z.nullable(z.string()) })),
    /** What the next step lacks. */
    missing: z.array(problemView),
    /** Names of voters without a paper while too few sheets are left for them and a tenth more. */
    shortOfPapers: z.array(z.string()),
    /**
     * Before opening, how many phone papers are out where these are fewer than five, so that the numbers may tell how
     * someone voted; otherwise null.
     */
    fewPhonePapers: z.nullable(count),
    /** How many received a phone paper of which nobody knows any more which it is (`phone-links-lost`). */
    lostPhonePapers: count,
    cancellation: z.nullable(z.object({ by: actorView, at: instant, reason: z.string() })),
    /** Too few key cards are left to open its closed box. */
    unopenable: z.nullable(z.object({ by: actorView, at: instant, reason: z.string() })),
  })
  .register(z.globalRegistry, { id: 'Session' });
export type SessionView = z.infer<typeof sessionView>;

/** A session with what stands beside it. */
const sessionWithSurroundings = z
  .extend(sessionView, {
    /** Where phones reach the service: links on papers begin with it. */
    serviceAddress: z.url(),
    /** Where people sign in, to which papers lead that phones receive. */
    signInAddress: z.url(),
    /** Tellers who could not begin the key ceremony; for chair, briefer and office only, empty once there is a key. */
    unreadyTellers: z.array(z.object({ index: z.int(), lacks: z.enum(['account', 'second-factor']) })),
    /** Whose duty the briefing is; empty where nobody has it. */
    briefers: z.array(z.string()),
    /** Whether the reader may record the briefing. */
    mayBrief: z.boolean(),
    /** The service's clock was set within the last hours, by so many seconds; null in sessions that do not run. */
    clockMoved: z.nullable(clockMove),
    /** Whether the scan of the signed minutes is attached. */
    signedMinutes: z.boolean(),
    /** As the session holds it: later editions do not change a running vote. */
    form: ballotForm,
    /** What the reader is to the session: what is offered, and to whom, follows from it. */
    held: z.array(z.enum(relations)),
  })
  .register(z.globalRegistry, { id: 'SessionOfConsole' });

export const createSession = operation({
  id: 'createSession',
  method: 'POST',
  path: '/api/committees/:committeeId/sessions',
  tag,
  summary: { vi: 'Lập một đợt lấy phiếu', en: 'Draw up a session; subjects and roll fill from the seats' },
  access: ['chair'],
  params: z.object({ committeeId }),
  /** Under a plan, title and form may be left out: the plan's are taken over. */
  body: z.extend(settingsBody, {
    id: newId,
    title: z.optional(settingsBody.shape.title),
    formId: z.optional(lineOfText(64)),
    planId: z._default(z.nullable(planId), null),
    /** Without a plan: the term of those summoned who vote beside the seat holders; null for seat holders only. */
    summonedTerm: z._default(z.nullable(congressTerm), null),
  }),
  replies: { 201: sessionView },
  refusals: [
    'unknown-form',
    'no-seats',
    'committee-ended',
    'plan-not-followed',
    'form-differs-from-plan',
    'no-summoned-list',
    'id-in-use',
  ],
});

export const listSessions = operation({
  id: 'listSessions',
  method: 'GET',
  path: '/api/sessions',
  tag,
  summary: {
    vi: 'Các đợt lấy phiếu liên quan đến tôi',
    en: 'Sessions that I chair, serve, tell or vote in, and those of my committees; results from below are among the results',
  },
  access: ['signed-in'],
  replies: { 200: z.array(listedSession) },
  refusals: [],
});

export const listLockedSessions = operation({
  id: 'listLockedSessions',
  method: 'GET',
  path: '/api/locked-sessions',
  tag,
  summary: {
    vi: 'Các đợt lấy phiếu liên quan đến tôi đang bị khóa vì dữ liệu bị sửa',
    en: 'Those of my sessions that are locked because they were altered',
  },
  access: ['signed-in'],
  replies: { 200: z.array(lockedSession) },
  refusals: [],
});

const ofSession = { tag, params: sessionParams } as const;

export const readSession = operation({
  ...ofSession,
  id: 'readSession',
  method: 'GET',
  path: '/api/sessions/:sessionId',
  summary: { vi: 'Một đợt lấy phiếu và việc còn thiếu', en: 'A session and what its next step lacks' },
  access: inside,
  replies: { 200: sessionWithSurroundings },
  refusals: [],
});

export const changeSettings = operation({
  ...ofSession,
  id: 'changeSettings',
  method: 'PUT',
  path: '/api/sessions/:sessionId/settings',
  summary: { vi: 'Sửa thông tin đợt lấy phiếu', en: 'Change the settings of a draft' },
  access: ['chair'],
  body: settingsBody,
  replies: { 200: sessionView },
  refusals: ['not-in-draft'],
});

export const lookAt = operation({
  ...ofSession,
  id: 'lookAt',
  method: 'PUT',
  path: '/api/sessions/:sessionId/looked-at/:list',
  summary: {
    vi: 'Xem lại danh sách tự điền từ cấp ủy',
    en: 'Note that somebody has looked at a list that filled itself',
  },
  access: preparing,
  params: z.extend(sessionParams, { list: z.enum(filledLists) }),
  replies: { 200: sessionView },
  refusals: ['not-in-draft'],
});

export const excludeSubject = operation({
  ...ofSession,
  id: 'excludeSubject',
  method: 'PUT',
  path: '/api/sessions/:sessionId/subjects/:subjectId/exclusion',
  summary: {
    vi: 'Không lấy phiếu một người vì lý do cho phép',
    en: 'Leave a seat out for an allowed reason, or take it in again (null)',
  },
  access: ['chair'],
  params: z.extend(sessionParams, { subjectId }),
  body: z.strictObject({ reason: z.nullable(lineOfText(64)) }),
  replies: { 200: sessionView },
  refusals: ['not-in-draft', 'unknown-subject', 'exclusion-not-allowed'],
});

export const addOrganisation = operation({
  ...ofSession,
  id: 'addOrganisation',
  method: 'POST',
  path: '/api/sessions/:sessionId/organisations',
  summary: {
    vi: 'Thêm tổ chức được xếp loại',
    en: 'Name an organisation to be rated, where the form rates organisations',
  },
  access: preparing,
  body: z.strictObject({ id: newId, name: lineOfText(200), kind: lineOfText(200) }),
  replies: { 201: sessionView },
  refusals: ['not-in-draft', 'form-has-no-organisations', 'organisation-listed-already', 'id-in-use'],
});

export const removeOrganisation = operation({
  ...ofSession,
  id: 'removeOrganisation',
  method: 'DELETE',
  path: '/api/sessions/:sessionId/organisations/:subjectId',
  summary: { vi: 'Bỏ tổ chức khỏi danh sách xếp loại', en: 'Take an organisation off the list again' },
  access: preparing,
  params: z.extend(sessionParams, { subjectId }),
  replies: { 200: sessionView },
  refusals: ['not-in-draft', 'unknown-subject'],
});

export const addParticipant = operation({
  ...ofSession,
  id: 'addParticipant',
  method: 'POST',
  path: '/api/sessions/:sessionId/roll',
  summary: { vi: 'Thêm người được triệu tập vào danh sách bỏ phiếu', en: 'Add somebody summoned to the roll' },
  access: preparing,
  body: z.strictObject({
    id: newId,
    personId: z._default(z.nullable(personId), null),
    name: lineOfText(200),
    position: lineOfText(300),
    /** Tells somebody apart from another of one name and position, who would otherwise be taken for them. */
    birthYear: z._default(z.nullable(birthYear), null),
  }),
  replies: { 201: sessionView },
  refusals: ['not-in-draft', 'voter-already-on-roll', 'unknown-person', 'bad-name', 'bad-birth-year', 'id-in-use'],
});

export const removeParticipant = operation({
  ...ofSession,
  id: 'removeParticipant',
  method: 'DELETE',
  path: '/api/sessions/:sessionId/roll/:voterId',
  summary: { vi: 'Đưa người được thêm ra khỏi danh sách', en: 'Take an added participant off the roll' },
  access: preparing,
  params: z.extend(sessionParams, { voterId }),
  replies: { 200: sessionView },
  refusals: ['not-in-draft', 'unknown-voter', 'seat-holder-stays-on-roll'],
});

export const nameTellers = operation({
  ...ofSession,
  id: 'nameTellers',
  method: 'PUT',
  path: '/api/sessions/:sessionId/tellers',
  summary: { vi: 'Lập ban kiểm phiếu', en: 'Name the tellers and how many open the totals' },
  access: ['chair'],
  body: z.strictObject({
    personIds: z.array(personId).check(z.maxLength(15)),
    /** Who is on no roster, each under an id that the caller drew: a new person, who follows those above. */
    entered: z._default(
      z
        .array(z.strictObject({ id: personId, name: lineOfText(200), birthYear: z.optional(z.nullable(birthYear)) }))
        .check(z.maxLength(15)),
      [],
    ),
    threshold: z.int().check(z.minimum(1), z.maximum(14)),
  }),
  replies: { 200: sessionView },
  refusals: [
    'not-in-draft',
    'unknown-person',
    'id-in-use',
    'bad-name',
    'teller-is-subject',
    'teller-named-like-subject',
    'teller-named-twice',
    'too-few-tellers',
    'threshold-out-of-range',
  ],
});

export const issueSession = operation({
  ...ofSession,
  id: 'issueSession',
  method: 'POST',
  path: '/api/sessions/:sessionId/issue',
  summary: { vi: 'Chốt danh sách và cho phát hành phiếu', en: 'Freeze subjects and wording; papers can be made' },
  access: ['chair'],
  replies: { 200: sessionView },
  refusals: ['not-in-draft', 'not-ready-to-issue'],
});

export const briefVoters = operation({
  ...ofSession,
  id: 'briefVoters',
  method: 'PUT',
  path: '/api/sessions/:sessionId/briefing',
  summary: { vi: 'Quán triệt mục đích, yêu cầu', en: 'Record the briefing as voters read it' },
  access: ['secretary', 'chair'],
  body: z.strictObject({ text: paragraph }),
  replies: { 200: sessionView },
  refusals: ['not-before-opening', 'briefing-is-anothers'],
});

export const allowPlainVoting = operation({
  ...ofSession,
  id: 'allowPlainVoting',
  method: 'PUT',
  path: '/api/sessions/:sessionId/plain-voting',
  summary: {
    vi: 'Cho phép, hoặc thôi cho phép, bỏ phiếu qua kết nối không mã hóa trong hội trường',
    en: 'Let phones vote without TLS on the hall’s own network, or take that back until opening; recorded with who and when',
  },
  access: ['chair'],
  body: z.strictObject({ allowed: z.boolean() }),
  replies: { 200: sessionView },
  refusals: ['not-before-opening'],
});

export const choosePhoneUse = operation({
  ...ofSession,
  id: 'choosePhoneUse',
  method: 'PUT',
  path: '/api/sessions/:sessionId/phone-use',
  summary: {
    vi: 'Chọn phiếu dùng trên điện thoại, chỉ trên máy này, hoặc không dùng điện thoại',
    en: 'Choose whether papers vote on phones, on this computer only, or on no phone',
  },
  access: ['chair'],
  body: z.strictObject({ use: z.enum(['phones', 'this-computer', 'none']) }),
  replies: { 200: sessionView },
  refusals: ['not-before-opening', 'phone-papers-out'],
});

export const recordAttendance = operation({
  ...ofSession,
  id: 'recordAttendance',
  method: 'PUT',
  path: '/api/sessions/:sessionId/attendance',
  summary: { vi: 'Điểm danh', en: 'Record who is present; opening fixes it' },
  access: preparing,
  body: z.strictObject({ present: z.array(voterId).check(z.maxLength(5000)) }),
  replies: { 200: sessionView },
  refusals: ['not-before-opening', 'unknown-voter'],
});

export const cancelSession = operation({
  ...ofSession,
  id: 'cancelSession',
  method: 'POST',
  path: '/api/sessions/:sessionId/cancellation',
  summary: { vi: 'Hủy đợt lấy phiếu trước khi mở hòm', en: 'Cancel before opening' },
  access: ['chair'],
  body: z.strictObject({ reason: paragraph }),
  replies: { 200: sessionView },
  refusals: ['joint-decision-needed', 'cannot-be-cancelled'],
});

export const sessionOperations = [
  listForms,
  createSession,
  listSessions,
  listLockedSessions,
  readSession,
  changeSettings,
  lookAt,
  excludeSubject,
  addOrganisation,
  removeOrganisation,
  addParticipant,
  removeParticipant,
  nameTellers,
  issueSession,
  briefVoters,
  choosePhoneUse,
  allowPlainVoting,
  recordAttendance,
  cancelSession,
] as const;
