import * as z from 'zod/mini';
import { birthYear, personId } from '../../domain/roster/person.ts';
import { spreadsheetRefusals, spreadsheetTypes } from '../documents/spreadsheet.ts';
import { capitals, readingParts } from '../imports/list-notes.ts';
import { foundByName } from '../kit/found-by-name.ts';
import { newId, sessionParams } from '../kit/session-values.ts';
import { lineOfText } from '../kit/text.ts';
import { bytes, operation } from '../operation.ts';
import { sessionView } from './sessions.ts';

/** Of somebody known by name only: what tells people of one name apart. Kept until the session is issued, never shown. */
const tellsApart = { code: z.optional(z.nullable(lineOfText(40))), birthYear: z.optional(z.nullable(birthYear)) };

const ofSession = { tag: 'Sessions', params: sessionParams, access: ['chair', 'office'] } as const;

/** Tellers and participants are named among those whom the rosters brought; a personal code is never shown. */
export const findPeople = operation({
  ...ofSession,
  id: 'findPeople',
  method: 'GET',
  path: '/api/sessions/:sessionId/people',
  summary: {
    vi: 'Tìm đồng chí theo tên để đưa vào ban kiểm phiếu hoặc danh sách bỏ phiếu',
    en: 'Find people by name, to name them as tellers or add them to the roll; the first twenty',
  },
  query: z.object({ name: lineOfText(100) }),
  replies: {
    200: z.array(
      z
        .extend(foundByName, {
          /** Voted on in the session: never one of its tellers. */
          isSubject: z.boolean(),
        })
        .register(z.globalRegistry, { id: 'FoundForSession' }),
    ),
  },
  refusals: [],
});

/** Reads a list of those summoned and changes nothing: the office looks at it before adding. */
export const readParticipants = operation({
  ...ofSession,
  id: 'readParticipants',
  method: 'POST',
  path: '/api/sessions/:sessionId/roll/reading',
  summary: {
    vi: 'Đọc thử danh sách người được triệu tập từ .xlsx, .csv hoặc phần dán từ bảng tính',
    en: 'Read a list of those summoned from .xlsx, .csv or what was pasted from a spreadsheet; adds nobody',
  },
  audit: 'never',
  query: z.object({ capitals }),
  body: bytes(spreadsheetTypes, 5_000_000),
  replies: {
    200: z.object({
      participants: z.array(
        z
          .object({
            worksheet: z.string(),
            line: z.int(),
            name: z.string(),
            position: z.string(),
            /** Whom the line's personal code belongs to. */
            personId: z.nullable(personId),
            onRoll: z.boolean(),
            /** An earlier line that says the same: another person, unless it has the same code. */
            sameAsLine: z.nullable(z.int()),
            /** That line has the same code: it is the same person, who counts once. */
            repeats: z.optional(z.boolean()),
            ...tellsApart,
          })
          .register(z.globalRegistry, { id: 'ListedParticipant' }),
      ),
      ...readingParts,
    }),
  },
  refusals: ['not-in-draft', 'roster-has-problems', ...spreadsheetRefusals],
});

export const addParticipants = operation({
  ...ofSession,
  id: 'addParticipants',
  method: 'POST',
  path: '/api/sessions/:sessionId/roll/several',
  summary: {
    vi: 'Thêm nhiều người được triệu tập: tất cả hoặc không ai',
    en: 'Add several people who were summoned: all of them or none',
  },
  body: z.strictObject({
    id: newId,
    participants: z
      .array(
        z.strictObject({
          personId: z._default(z.nullable(personId), null),
          name: lineOfText(250),
          position: lineOfText(300),
          ...tellsApart,
        }),
      )
      .check(z.minLength(1), z.maxLength(2000)),
  }),
  bodyLimit: 2 * 1024 * 1024,
  replies: { 201: sessionView },
  refusals: ['not-in-draft', 'voter-already-on-roll', 'unknown-person', 'bad-name', 'bad-birth-year', 'id-in-use'],
});

export const rollOperations = [findPeople, readParticipants, addParticipants] as const;
