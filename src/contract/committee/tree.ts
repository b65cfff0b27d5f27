import * as z from 'zod/mini';
import { committeeId } from '../../domain/committee/committee.ts';
import type { ReorganisationRefusal } from '../../domain/committee/reorganise.ts';
import { term, termId } from '../../domain/committee/term.ts';
import { listPart, partOfList } from '../kit/list-part.ts';
import { newId } from '../kit/session-values.ts';
import { lineOfText } from '../kit/text.ts';
import { operation } from '../operation.ts';
import { committeeView, newCommittee, refusalsOfChange } from './committees.ts';
import { listEndedCommittees } from './ended-committees.ts';

const day = z.iso.date();
const tag = 'Committees';
const params = z.object({ committeeId });
const toSee = [
  ...(['administrator', 'chair', 'secretary', 'office', 'seat-holder'] as const),
  ...(['superior-seat-holder', 'superior-chair'] as const),
] as const;

export const searched = z._default(z.string().check(z.trim(), z.maxLength(100)), '');

/** A level of the tree as it stood on a day, today unless another is given. */
const partOfTree = z.object({ ...partOfList, on: z.optional(day) });

const link = z.object({ id: committeeId, name: z.string() });
export const foundCommittee = z
  .object({
    ...committeeView.shape,
    /** Its superiors' names, topmost first: what tells two committees of one name apart. */
    way: z.array(z.string()),
  })
  .register(z.globalRegistry, { id: 'FoundCommittee' });

export const searchCommittees = operation({
  id: 'searchCommittees',
  method: 'GET',
  path: '/api/committee-search',
  tag,
  summary: {
    vi: 'Tìm cấp ủy theo tên hoặc mã, có thể kèm tên cấp trên, không cần dấu',
    en: 'Find committees by name or code, and by those of their superiors, without diacritics, of those that the caller may see',
  },
  access: ['signed-in'],
  query: z.object({ search: searched, ...partOfList }),
  replies: { 200: listPart(foundCommittee) },
  refusals: [],
});

const treeEntry = z
  .object({
    ...committeeView.shape,
    /** How many stand directly below it, on the day that was asked for. */
    subordinates: z.int(),
  })
  .register(z.globalRegistry, { id: 'TreeEntry' });
export type TreeEntryView = z.infer<typeof treeEntry>;
const treePart = listPart(treeEntry);

export const listTop = operation({
  id: 'listTop',
  method: 'GET',
  path: '/api/committee-tree',
  tag,
  summary: {
    vi: 'Gốc của cây, hôm nay hoặc vào một ngày: cấp ủy cao nhất đối với quản trị viên, còn lại là cấp ủy của mình',
    en: 'Where the tree begins, today or on a day: the topmost committees for administrators, their own for all others',
  },
  access: ['signed-in'],
  query: partOfTree,
  replies: { 200: treePart },
  refusals: [],
});

export const listSubordinates = operation({
  id: 'listSubordinates',
  method: 'GET',
  path: '/api/committees/:committeeId/subordinates',
  tag,
  summary: {
    vi: 'Các cấp ủy trực thuộc, hôm nay hoặc vào một ngày',
    en: 'The committees directly below one, today or on a day',
  },
  access: ['administrator', 'chair', 'secretary', 'office', 'seat-holder'],
  params,
  query: partOfTree,
  replies: { 200: treePart },
  refusals: [],
});

const period = { from: z.nullable(day), to: z.nullable(day) };

export const readHistory = operation({
  id: 'readHistory',
  method: 'GET',
  path: '/api/committees/:committeeId/history',
  tag,
  summary: {
    vi: 'Cấp ủy cấp trên, trực thuộc, sáp nhập qua các thời kỳ',
    en: 'Under whom it stood and who stood below it, when; what was merged into what',
  },
  access: toSee,
  params,
  replies: {
    200: z.object({
      /** Newest first; the present superior has no `to` while the committee stands. Null: the top. */
      superiors: z.array(z.object({ superior: z.nullable(link), ...period })),
      formerSubordinates: z.array(z.object({ committee: link, ...period })),
      predecessors: z.array(z.object({ committee: link, endedOn: z.nullable(day) })),
      successor: z.nullable(link),
      directedBy: z.nullable(link),
    }),
  },
  refusals: [],
});

/** What a change of the tree can be refused for. */
const refusalsOfReorganisation = [
  ...refusalsOfChange,
  ...(['date-in-future', 'date-too-early', 'has-subordinates', 'seats-begin-later', 'merged-with-itself'] as const),
  ...(['session-under-way', 'own-seat'] as const),
] as const satisfies readonly ReorganisationRefusal[];

export const changeSuperior = operation({
  id: 'changeSuperior',
  method: 'PUT',
  path: '/api/committees/:committeeId/superior',
  tag,
  summary: {
    vi: 'Chuyển cấp ủy sang cấp ủy cấp trên trực tiếp khác từ một ngày; ngày để trống là hôm nay',
    en: 'Move a committee from its directly superior committee to another, from a day on; today if none is given',
  },
  access: ['administrator'],
  params,
  body: z.strictObject({ from: z.nullable(committeeId), to: z.nullable(committeeId), on: z.optional(day) }),
  replies: { 200: committeeView },
  refusals: refusalsOfReorganisation,
});

export const dissolveCommittee = operation({
  id: 'dissolveCommittee',
  method: 'POST',
  path: '/api/committees/:committeeId/dissolution',
  tag,
  summary: {
    vi: 'Giải thể cấp ủy: từ ngày này không còn cấp ủy và các vị trí cấp ủy viên trong đó',
    en: 'Dissolve a committee: from this day on neither it nor its seats exist',
  },
  access: ['administrator'],
  params,
  body: z.strictObject({ on: day }),
  replies: { 200: committeeView },
  refusals: refusalsOfReorganisation,
});

export const mergeCommittees = operation({
  id: 'mergeCommittees',
  method: 'POST',
  path: '/api/committee-mergers',
  tag,
  summary: {
    vi: 'Hợp nhất, sáp nhập các cấp ủy vào một cấp ủy có sẵn hoặc mới',
    en: 'Merge committees into one that exists, or into a new one',
  },
  access: ['administrator'],
  body: z.strictObject({
    committeeIds: z.array(committeeId).check(z.minLength(1), z.maxLength(100)),
    into: z.union([z.strictObject({ id: committeeId }), z.extend(newCommittee, { id: newId })]),
    on: day,
    /** Seats end, or their holders go on in the successor from that day. */
    seats: z.enum(['end', 'move']),
  }),
  replies: { 201: committeeView },
  refusals: [...refusalsOfReorganisation, 'id-in-use'],
});

const termBody = z.strictObject({
  name: lineOfText(80),
  from: day,
  to: day,
  congressOn: z._default(z.nullable(day), null),
});
export const termView = z.object({ ...term.shape, name: z.string() }).register(z.globalRegistry, { id: 'Term' });
const refusalsOfTerm = ['unknown-term', 'ends-before-it-begins', 'term-overlaps', 'congress-after-term'] as const;

export const listTerms = operation({
  id: 'listTerms',
  method: 'GET',
  path: '/api/committees/:committeeId/terms',
  tag,
  summary: { vi: 'Các nhiệm kỳ, mới nhất trước', en: "A committee's terms, newest first" },
  access: toSee,
  params,
  replies: { 200: z.array(termView) },
  refusals: [],
});

export const addTerm = operation({
  id: 'addTerm',
  method: 'POST',
  path: '/api/committees/:committeeId/terms',
  tag,
  summary: { vi: 'Ghi một nhiệm kỳ', en: 'Add a term' },
  access: ['administrator', 'office'],
  params,
  body: z.extend(termBody, { id: newId }),
  replies: { 201: termView },
  refusals: [...refusalsOfTerm, 'id-in-use'],
});

export const changeTerm = operation({
  id: 'changeTerm',
  method: 'PUT',
  path: '/api/committees/:committeeId/terms/:termId',
  tag,
  summary: { vi: 'Sửa một nhiệm kỳ', en: 'Correct a term' },
  access: ['administrator', 'office'],
  params: z.object({ committeeId, termId }),
  body: termBody,
  replies: { 200: termView },
  refusals: refusalsOfTerm,
});

export const treeOperations = [
  searchCommittees,
  listTop,
  listSubordinates,
  readHistory,
  changeSuperior,
  dissolveCommittee,
  mergeCommittees,
  listTerms,
  addTerm,
  changeTerm,
  listEndedCommittees,
] as const;
