import * as z from 'zod/mini';
import { type CommitteeRefusal, committee, committeeId } from '../../domain/committee/committee.ts';
import { importId } from '../../domain/roster/import-id.ts';
import { personId } from '../../domain/roster/person.ts';
import { seatId } from '../../domain/roster/seat.ts';
import { spreadsheetRefusals, spreadsheetTypes } from '../documents/spreadsheet.ts';
import { agreedDiff, capitals, diffHash, readingParts } from '../imports/list-notes.ts';
import { newId } from '../kit/session-values.ts';
import { shownBirthYear } from '../kit/shown-birth-year.ts';
import { lineOfText } from '../kit/text.ts';
import { bytes, operation } from '../operation.ts';

const name = lineOfText(200);
const code = z.nullable(lineOfText(40));
const day = z.iso.date();

export const committeeView = z
  .object({
    ...committee.shape,
    name: z.string(),
    rank: z.string(),
    sector: z.string(),
    code: z.nullable(z.string()),
    /** Whose plans it follows: its superior unless another was named. */
    directedBy: z.nullable(committeeId),
  })
  .register(z.globalRegistry, { id: 'Committee' });
export type CommitteeView = z.infer<typeof committeeView>;

export const seatView = z
  .object({
    id: seatId,
    personId,
    name: z.string(),
    birthYear: shownBirthYear,
    position: z.string(),
    order: z.int(),
    from: z.nullable(z.iso.date()),
    to: z.nullable(z.iso.date()),
  })
  .register(z.globalRegistry, { id: 'Seat' });
export type SeatView = z.infer<typeof seatView>;

const tag = 'Committees';
const params = z.object({ committeeId });
const ofCommittee = ['administrator', 'chair', 'secretary', 'office', 'seat-holder'] as const;
/** Names and places of committees are no secret to those directly above. */
const toSeeCommittee = [...ofCommittee, 'superior-seat-holder', 'superior-chair'] as const;

/** What any change of a committee can be refused for. */
export const refusalsOfChange = [
  'committee-exists',
  'committee-name-taken',
  'unknown-committee',
  'unknown-rank',
  'rank-ended',
  'unknown-superior',
  'unknown-director',
  'superior-cycle',
  'second-superior',
  'directed-by-itself',
  'committee-ended',
  'superior-ended',
  'director-ended',
  'committee-code-taken',
] as const satisfies readonly CommitteeRefusal[];

const description = { name, rank: name, sector: name };
/** A committee that does not exist yet. */
export const newCommittee = z.strictObject({
  ...description,
  superiorId: z.nullable(committeeId),
  directedById: z._default(z.nullable(committeeId), null),
  code: z._default(code, null),
  from: z._default(z.nullable(day), null),
});

export const listCommittees = operation({
  id: 'listCommittees',
  method: 'GET',
  path: '/api/committees',
  tag,
  summary: {
    vi: 'Cấp ủy: tất cả đối với quản trị viên, còn lại là cấp ủy của mình',
    en: 'Committees: all of them for administrators, their own for everybody else',
  },
  access: ['signed-in'],
  replies: { 200: z.array(committeeView) },
  refusals: [],
});

export const addCommittee = operation({
  id: 'addCommittee',
  method: 'POST',
  path: '/api/committees',
  tag,
  summary: { vi: 'Thêm cấp ủy', en: 'Add a committee' },
  access: ['administrator'],
  body: z.extend(newCommittee, { id: newId }),
  replies: { 201: committeeView },
  refusals: [...refusalsOfChange, 'id-in-use'],
});

export const readCommittee = operation({
  id: 'readCommittee',
  method: 'GET',
  path: '/api/committees/:committeeId',
  tag,
  summary: { vi: 'Một cấp ủy', en: 'One committee' },
  access: toSeeCommittee,
  params,
  replies: { 200: committeeView },
  refusals: [],
});

export const describeCommittee = operation({
  id: 'describeCommittee',
  method: 'PUT',
  path: '/api/committees/:committeeId',
  tag,
  summary: { vi: 'Sửa tên, cấp, ngành, mã của cấp ủy', en: "Write a committee's name, rank, sector and code anew" },
  access: ['administrator'],
  params,
  body: z.strictObject({ ...description, code }),
  replies: { 200: committeeView },
  refusals: refusalsOfChange,
});

export const changeDirector = operation({
  id: 'changeDirector',
  method: 'PUT',
  path: '/api/committees/:committeeId/director',
  tag,
  summary: {
    vi: 'Đặt cấp ủy ngành cấp trên chỉ đạo; để trống là cấp ủy cấp trên trực tiếp',
    en: 'Name the committee whose plans it follows; none stands for its superior',
  },
  access: ['administrator'],
  params,
  body: z.strictObject({ directedById: z.nullable(committeeId) }),
  replies: { 200: committeeView },
  refusals: refusalsOfChange,
});

export const listSeats = operation({
  id: 'listSeats',
  method: 'GET',
  path: '/api/committees/:committeeId/seats',
  tag,
  summary: {
    vi: 'Vị trí cấp ủy viên vào một ngày',
    en: 'Seats of a committee on a day, today unless another is given',
  },
  access: ofCommittee,
  params,
  query: z.object({
    on: z.optional(day),
    /** Every seat, past and to come, instead of those held on a day. */
    all: z.optional(z.enum(['true'])),
  }),
  replies: { 200: z.array(seatView) },
  refusals: [],
});

/** How a roster is taken. */
const rosterQuery = z.object({
  capitals,
  /** Whose list it is: then it needs no column for the committee, and may name no other. */
  committeeId: z.optional(committeeId),
});

export const previewRoster = operation({
  id: 'previewRoster',
  method: 'POST',
  path: '/api/rosters/preview',
  tag,
  summary: {
    vi: 'Xem trước việc nhập danh sách cấp ủy viên; chưa ghi gì',
    en: 'Show what importing a roster would do; keeps nothing',
  },
  access: ['administrator'],
  audit: 'never',
  query: rosterQuery,
  body: bytes(spreadsheetTypes, 5_000_000),
  replies: {
    200: z.object({
      /** Given back to import exactly this. */
      diff: diffHash,
      /** How many people and seats the file has. */
      people: z.int(),
      seats: z.int(),
      /** What would become of the seats. */
      counts: z.object({ added: z.int(), changed: z.int(), same: z.int() }),
      /** The first three hundred seats, as they would be, in the order of the file. */
      entries: z.array(
        z.object({
          worksheet: z.string(),
          line: z.int(),
          effect: z.enum(['added', 'changed', 'same']),
          committeeName: z.string(),
          name: z.string(),
          position: z.string(),
          order: z.int(),
          from: z.nullable(day),
          to: z.nullable(day),
        }),
      ),
      ...readingParts,
    }),
  },
  refusals: ['roster-has-problems', 'unknown-committee', 'own-seat', ...spreadsheetRefusals],
});

export const importRoster = operation({
  id: 'importRoster',
  method: 'POST',
  path: '/api/rosters',
  tag,
  summary: {
    vi: 'Nhập danh sách từ .xlsx hoặc .csv: tất cả hoặc không gì cả',
    en: 'Import a roster from .xlsx or .csv: everything or nothing',
  },
  access: ['administrator'],
  query: z.extend(rosterQuery, { diff: agreedDiff }),
  body: bytes(spreadsheetTypes, 5_000_000),
  replies: {
    200: z.object({
      people: z.int(),
      seats: z.int(),
      /** By which it can be taken back; null where nothing changed. */
      importId: z.nullable(importId),
      ...readingParts,
    }),
  },
  refusals: ['roster-has-problems', 'preview-outdated', 'unknown-committee', 'own-seat', ...spreadsheetRefusals],
});

/** Of one committee, on its own page: whoever may enter its seats one by one may bring them as a list. */
const ofOne = {
  method: 'POST',
  tag,
  access: ['administrator', 'office'],
  params,
  query: z.object({ capitals }),
} as const;

export const previewCommitteeRoster = operation({
  ...ofOne,
  id: 'previewCommitteeRoster',
  path: '/api/committees/:committeeId/roster/preview',
  summary: {
    vi: 'Xem trước việc nhập danh sách cấp ủy viên của một cấp ủy; chưa ghi gì',
    en: 'Show what importing one committee’s roster would do; keeps nothing',
  },
  audit: 'never',
  body: previewRoster.body,
  replies: previewRoster.replies,
  refusals: previewRoster.refusals,
});

export const importCommitteeRoster = operation({
  ...ofOne,
  id: 'importCommitteeRoster',
  path: '/api/committees/:committeeId/roster',
  summary: {
    vi: 'Nhập danh sách cấp ủy viên của một cấp ủy: tất cả hoặc không gì cả',
    en: 'Import one committee’s roster: everything or nothing',
  },
  query: z.extend(ofOne.query, { diff: agreedDiff }),
  body: importRoster.body,
  replies: importRoster.replies,
  refusals: importRoster.refusals,
});

export const committeeOperations = [
  listCommittees,
  addCommittee,
  readCommittee,
  describeCommittee,
  changeDirector,
  listSeats,
  previewRoster,
  importRoster,
  previewCommitteeRoster,
  importCommitteeRoster,
] as const;
