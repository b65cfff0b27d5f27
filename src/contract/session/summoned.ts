import * as z from 'zod/mini';
import { committeeId } from '../../domain/committee/committee.ts';
import { birthYear, personId } from '../../domain/roster/person.ts';
import { spreadsheetRefusals, spreadsheetTypes } from '../documents/spreadsheet.ts';
import { agreedDiff, capitals, diffHash, readingParts } from '../imports/list-notes.ts';
import { foundByName } from '../kit/found-by-name.ts';
import { newId, ref } from '../kit/session-values.ts';
import { shownBirthYear } from '../kit/shown-birth-year.ts';
import { lineOfText } from '../kit/text.ts';
import { bytes, operation } from '../operation.ts';
import { congressTerm } from './congress-term.ts';

const tag = 'Plans';
const writers = ['chair', 'office'] as const;
const params = z.object({ committeeId });
const day = z.iso.date();
const struck = z.strictObject({ reason: lineOfText(300), on: day });

export const summonedList = z
  .object({
    term: z.string(),
    people: z.array(
      z.object({
        id: ref,
        personId: z.nullable(personId),
        name: z.string(),
        position: z.string(),
        birthYear: shownBirthYear,
        standing: z.enum(['delegate', 'key-cadre']),
        votes: z.boolean(),
        struck: z.nullable(z.object({ reason: z.string(), on: day })),
      }),
    ),
  })
  .register(z.globalRegistry, { id: 'SummonedList' });
export type SummonedListView = z.infer<typeof summonedList>;

export const listSummoned = operation({
  id: 'listSummoned',
  method: 'GET',
  path: '/api/committees/:committeeId/summoned',
  tag,
  summary: {
    vi: 'Danh sách triệu tập của các nhiệm kỳ',
    en: 'Those summoned to the congress, term by term',
  },
  access: ['chair', 'secretary', 'office'],
  params,
  replies: { 200: z.array(summonedList) },
  refusals: [],
});

export const previewDelegates = operation({
  id: 'previewDelegates',
  method: 'POST',
  path: '/api/committees/:committeeId/summoned/delegates/preview',
  tag,
  summary: {
    vi: 'Xem trước danh sách đại biểu dự đại hội; chưa ghi gì',
    en: 'Show the congress’s delegates as a list has them; keeps nothing',
  },
  access: writers,
  audit: 'never',
  params,
  query: z.object({ term: congressTerm, capitals }),
  body: bytes(spreadsheetTypes, 5_000_000),
  replies: {
    200: z.object({
      /** Given back to enter exactly this. */
      diff: diffHash,
      delegates: z.array(
        z.object({
          worksheet: z.string(),
          line: z.int(),
          name: z.string(),
          position: z.string(),
          birthYear: shownBirthYear,
          /** Whom the line's personal code belongs to. */
          personId: z.nullable(personId),
        }),
      ),
      ...readingParts,
    }),
  },
  refusals: ['summoned-list-settled', 'roster-has-problems', ...spreadsheetRefusals],
});

export const enterDelegates = operation({
  id: 'enterDelegates',
  method: 'PUT',
  path: '/api/committees/:committeeId/summoned/delegates',
  tag,
  summary: {
    vi: 'Nhập đại biểu dự đại hội từ .xlsx, .csv hoặc phần dán từ bảng tính: tất cả hoặc không ai',
    en: 'Enter the congress’s delegates from .xlsx, .csv or what was pasted from a spreadsheet: all or nobody',
  },
  access: writers,
  params,
  query: z.object({ term: congressTerm, capitals, diff: agreedDiff }),
  body: bytes(spreadsheetTypes, 5_000_000),
  replies: { 200: z.object({ ...summonedList.shape, ...readingParts }) },
  refusals: ['summoned-list-settled', 'preview-outdated', 'roster-has-problems', ...spreadsheetRefusals],
});

export const findToSummon = operation({
  id: 'findToSummon',
  method: 'GET',
  path: '/api/committees/:committeeId/summoned/people',
  tag,
  summary: {
    vi: 'Tìm người đã có trong hệ thống để bổ sung vào danh sách triệu tập',
    en: 'Find people by name, to add them to those summoned; the first twenty',
  },
  access: writers,
  params,
  query: z.object({ name: lineOfText(100) }),
  replies: { 200: z.array(foundByName) },
  refusals: [],
});

export const addKeyCadre = operation({
  id: 'addKeyCadre',
  method: 'POST',
  path: '/api/committees/:committeeId/summoned/key-cadres',
  tag,
  summary: {
    vi: 'Bổ sung cán bộ chủ chốt không phải đại biểu',
    en: 'Add a key cadre who was not a delegate, with or without a vote',
  },
  access: writers,
  params,
  query: z.object({ term: congressTerm }),
  body: z.strictObject({
    id: newId,
    personId: z._default(z.nullable(personId), null),
    name: lineOfText(200),
    position: lineOfText(300),
    /** Tells somebody apart from another of one name and position, who would otherwise be taken for them. */
    birthYear: z._default(z.nullable(birthYear), null),
    votes: z.boolean(),
  }),
  replies: { 201: summonedList },
  refusals: ['no-summoned-list', 'already-summoned', 'unknown-person', 'bad-name', 'bad-birth-year', 'id-in-use'],
});

export const strikeSummoned = operation({
  id: 'strikeSummoned',
  method: 'PUT',
  path: '/api/committees/:committeeId/summoned/people/:summonedId/striking',
  tag,
  summary: {
    vi: 'Đưa người không còn đủ tư cách ra khỏi danh sách, không thay thế; để trống là khôi phục',
    en: 'Strike out somebody no longer eligible, who is not replaced; null takes it back',
  },
  access: writers,
  params: z.extend(params, { summonedId: ref }),
  query: z.object({ term: congressTerm }),
  body: z.strictObject({ struck: z.nullable(struck) }),
  replies: { 200: summonedList },
  refusals: ['no-summoned-list', 'unknown-summoned'],
});

export const summonedOperations = [
  listSummoned,
  previewDelegates,
  enterDelegates,
  findToSummon,
  addKeyCadre,
  strikeSummoned,
] as const;
