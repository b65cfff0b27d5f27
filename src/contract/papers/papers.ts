import * as z from 'zod/mini';
import { ballotForm } from '../../domain/ballot-form.ts';
import { printRunId, sessionId, voterId } from '../../domain/session/session.ts';
import { count, credential, newId, printRunView, serial, sessionParams, state } from '../kit/session-values.ts';
import { operation } from '../operation.ts';

const tag = 'Papers';
const office = ['chair', 'office'] as const;
const ofSession = { tag, params: sessionParams } as const;

const printedData = z
  .object({
    sessionId,
    /** Address of the voting page, without fragment. */
    votingAddress: z.url(),
    /** If not, sheets carry a code for the tellers' desk only. */
    phonesVote: z.boolean(),
    readKey: z.string(),
    form: ballotForm,
    title: z.string(),
    /** The locality that sheets are dated from; null leaves room to write it by hand. */
    placeOfIssue: z.nullable(z.string()),
    heldOn: z.string(),
    committeeName: z.string(),
    superiorName: z.nullable(z.string()),
    subjects: z.array(z.object({ name: z.string(), position: z.string() })),
    listVersion: z.int(),
  })
  .register(z.globalRegistry, { id: 'PrintData' });

/** All that the office's program needs to make sheets: it makes the credentials itself and keeps none. */
export const printData = operation({
  ...ofSession,
  id: 'readPrintData',
  method: 'GET',
  path: '/api/sessions/:sessionId/print-data',
  summary: { vi: 'Dữ liệu để in phiếu', en: 'What is printed on the sheets' },
  access: office,
  replies: {
    200: printedData,
  },
  refusals: ['papers-not-open', 'address-for-this-computer', 'plain-address-undecided'],
});

/** To look at before the lists are final, and for a test print: the same without an address that phones must reach. */
export const readSheetPreview = operation({
  ...ofSession,
  id: 'readSheetPreview',
  method: 'GET',
  path: '/api/sessions/:sessionId/sheet-preview',
  summary: { vi: 'Dữ liệu để xem trước và in thử phiếu', en: 'What a sheet to look at, or a test print, says' },
  access: office,
  replies: { 200: printedData },
  refusals: ['papers-not-open'],
});

export const addPrintRun = operation({
  ...ofSession,
  id: 'addPrintRun',
  method: 'POST',
  path: '/api/sessions/:sessionId/print-runs',
  summary: { vi: 'Đăng ký nửa công khai của các tờ vừa in', en: 'Register the public halves of sheets just printed' },
  access: office,
  body: z.strictObject({ id: newId, credentials: z.array(credential).check(z.minLength(1), z.maxLength(2000)) }),
  replies: { 201: printRunView },
  refusals: ['papers-not-open', 'invalid-credential', 'credential-already-registered', 'id-in-use'],
});

const ofPrintRun = {
  tag,
  params: z.extend(sessionParams, { printRunId }),
  access: office,
  replies: { 200: printRunView },
} as const;

export const confirmPrintRun = operation({
  ...ofPrintRun,
  id: 'confirmPrintRun',
  method: 'POST',
  path: '/api/sessions/:sessionId/print-runs/:printRunId/confirmation',
  summary: { vi: 'Xác nhận lần in sau khi đếm', en: 'Confirm a print run after counting its sheets' },
  body: z.strictObject({ counted: count }),
  refusals: ['papers-not-open', 'unknown-print-run', 'print-run-not-pending', 'print-run-count-differs'],
});

export const voidPrintRun = operation({
  ...ofPrintRun,
  id: 'voidPrintRun',
  method: 'POST',
  path: '/api/sessions/:sessionId/print-runs/:printRunId/void',
  summary: { vi: 'Hủy cả lần in', en: 'Void a whole print run' },
  refusals: ['papers-not-open', 'unknown-print-run', 'print-run-partly-handed-out'],
});

const done = { 204: z.undefined() } as const;

export const handOut = operation({
  ...ofSession,
  id: 'handOut',
  audit: 'never',
  method: 'PUT',
  path: '/api/sessions/:sessionId/roll/:voterId/sheet',
  summary: { vi: 'Đánh dấu đã phát phiếu giấy', en: 'Tick that a voter received a sheet' },
  access: office,
  params: z.extend(sessionParams, { voterId }),
  replies: done,
  refusals: ['papers-not-open', 'unknown-voter', 'voter-has-paper', 'no-sheet-left'],
});

export const handOutAll = operation({
  ...ofSession,
  id: 'handOutAll',
  audit: 'never',
  method: 'PUT',
  path: '/api/sessions/:sessionId/roll/sheets',
  summary: { vi: 'Đánh dấu nhiều người đã nhận phiếu giấy', en: 'Tick that several voters received a sheet each' },
  access: office,
  body: z.strictObject({ voterIds: z.array(voterId).check(z.minLength(1), z.maxLength(2000)) }),
  replies: done,
  refusals: ['papers-not-open', 'unknown-voter', 'voter-has-paper', 'no-sheet-left'],
});

export const takeBack = operation({
  ...ofSession,
  id: 'takeBack',
  audit: 'never',
  method: 'DELETE',
  path: '/api/sessions/:sessionId/roll/:voterId/sheet',
  summary: { vi: 'Bỏ đánh dấu khi thu lại phiếu giấy', en: 'Take the tick back when a voter returned the sheet' },
  access: office,
  params: z.extend(sessionParams, { voterId }),
  replies: done,
  refusals: ['papers-not-open', 'unknown-voter', 'voter-has-no-sheet'],
});

/** A sheet is named by the serial on its stub or by its public credential. */
const sheet = z.union([z.strictObject({ serial }), z.strictObject({ credential })]);

export const voidSheet = operation({
  ...ofSession,
  id: 'voidSheet',
  method: 'POST',
  path: '/api/sessions/:sessionId/void-sheets',
  summary: { vi: 'Hủy một tờ theo cuống phiếu', en: 'Void a sheet by its stub' },
  access: [...office, 'teller'],
  body: sheet,
  replies: done,
  refusals: ['papers-not-open', 'unknown-paper', 'paper-has-voted'],
});

export const markUnused = operation({
  ...ofSession,
  id: 'markUnused',
  method: 'POST',
  path: '/api/sessions/:sessionId/unused-sheets',
  summary: { vi: 'Thống kê các tờ không sử dụng', en: 'Count the sheets left over, by their stubs' },
  access: [...office, 'teller'],
  body: z.strictObject({ sheets: z.array(sheet).check(z.minLength(1), z.maxLength(2000)) }),
  replies: done,
  refusals: ['papers-not-open', 'unknown-paper', 'void-paper', 'paper-has-voted'],
});

export const markRemainingUnused = operation({
  ...ofSession,
  id: 'markRemainingUnused',
  method: 'POST',
  path: '/api/sessions/:sessionId/unused-sheets/remaining',
  summary: {
    vi: 'Thống kê mọi tờ còn lại là không sử dụng, sau khi nhập tờ cuối cùng trong hòm',
    en: 'Count all that remain as left over, once the last sheet of the box is keyed',
  },
  access: [...office, 'teller'],
  /** All unused sheets together: printed − handed out − void, as the caller was shown it. */
  body: z.strictObject({ leftOver: count }),
  replies: done,
  refusals: ['not-counting', 'sheets-not-keyed', 'ballots-still-out', 'left-over-differs'],
});

export const registerPhonePaper = operation({
  ...ofSession,
  id: 'registerPhonePaper',
  method: 'PUT',
  path: '/api/sessions/:sessionId/my-paper',
  summary: {
    vi: 'Nhận phiếu trên điện thoại của tôi',
    en: 'Receive my paper on my own phone: its program made the credential',
  },
  access: ['voter'],
  body: z.strictObject({ credential }),
  replies: { 200: z.object({ votingAddress: z.url(), readKey: z.string() }) },
  refusals: [
    'papers-not-open',
    'address-for-this-computer',
    'phone-papers-not-offered',
    'phone-links-lost',
    'invalid-credential',
    'unknown-voter',
    'voter-has-paper',
    'credential-already-registered',
  ],
  quiet: true,
});

export const voidPhonePaper = operation({
  ...ofSession,
  id: 'voidPhonePaper',
  method: 'DELETE',
  path: '/api/sessions/:sessionId/my-paper',
  summary: { vi: 'Hủy phiếu trên điện thoại của tôi khi chưa bỏ', en: 'Void my phone paper before it has voted' },
  access: ['voter'],
  replies: done,
  refusals: ['papers-not-open', 'unknown-voter', 'phone-links-lost', 'voter-has-no-phone-paper', 'paper-has-voted'],
  quiet: true,
});

export const voidVotersPhonePaper = operation({
  ...ofSession,
  id: 'voidVotersPhonePaper',
  method: 'DELETE',
  path: '/api/sessions/:sessionId/roll/:voterId/phone-paper',
  summary: {
    vi: 'Hủy phiếu trên điện thoại của một người khi chưa bỏ',
    en: 'Void a voter’s phone paper before it has voted',
  },
  access: office,
  params: z.extend(sessionParams, { voterId }),
  replies: done,
  refusals: ['papers-not-open', 'phone-links-lost', 'voter-has-no-phone-paper', 'paper-has-voted'],
});

/** After their key was lost. Noted in the log: it says nothing of when somebody received a paper. */
export const giveUpPhonePapers = operation({
  ...ofSession,
  id: 'giveUpPhonePapers',
  method: 'POST',
  path: '/api/sessions/:sessionId/lost-phone-papers',
  summary: {
    vi: 'Thu hồi các phiếu trên điện thoại không còn biết là của ai, trước khi mở hòm phiếu',
    en: 'Withdraw the phone papers of which nobody knows whose they are, before the box is opened',
  },
  access: office,
  replies: done,
  refusals: ['papers-not-open'],
});

export const listMyPapers = operation({
  id: 'listMyPapers',
  method: 'GET',
  path: '/api/me/papers',
  tag,
  summary: { vi: 'Phiếu của tôi ở từng cấp ủy', en: 'My papers: one for each committee I am summoned to vote in' },
  access: ['signed-in'],
  replies: {
    200: z.array(
      z
        .object({
          sessionId,
          committeeId: z.string(),
          committeeName: z.string(),
          title: z.string(),
          heldOn: z.string(),
          state,
          received: z.nullable(z.enum(['sheet', 'phone'])),
          phonePapers: z.boolean(),
          /** I am a subject of this vote. */
          subject: z.boolean(),
        })
        .register(z.globalRegistry, { id: 'MyPaper' }),
    ),
  },
  refusals: [],
  quiet: true,
});

export const paperOperations = [
  printData,
  readSheetPreview,
  addPrintRun,
  confirmPrintRun,
  voidPrintRun,
  handOut,
  handOutAll,
  takeBack,
  voidSheet,
  markUnused,
  markRemainingUnused,
  registerPhonePaper,
  voidPhonePaper,
  voidVotersPhonePaper,
  giveUpPhonePapers,
  listMyPapers,
] as const;
