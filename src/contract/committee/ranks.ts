import * as z from 'zod/mini';
import type { RankRefusal } from '../../domain/committee/committee-ranks.ts';
import { lineOfText } from '../kit/text.ts';
import { operation } from '../operation.ts';

const tag = 'Committees';
const day = z.iso.date();
const rankView = z
  .object({
    id: z.string(),
    label: z.object({ vi: z.string(), en: z.string() }),
    /** Last day on which a committee of this rank may come into being; null while there is none. */
    to: z.nullable(day),
  })
  .register(z.globalRegistry, { id: 'Rank' });
export type RankView = z.infer<typeof rankView>;
const label = z.strictObject({ vi: lineOfText(100), en: lineOfText(100) });
const refusals = ['unknown-rank', 'rank-name-taken'] as const satisfies readonly RankRefusal[];

export const listRanks = operation({
  id: 'listRanks',
  method: 'GET',
  path: '/api/committee-ranks',
  tag,
  summary: { vi: 'Các cấp, từ dưới lên', en: 'The ranks that committees have, from the bottom to the top' },
  access: ['signed-in'],
  replies: { 200: z.array(rankView) },
  refusals: [],
});

export const addRank = operation({
  id: 'addRank',
  method: 'POST',
  path: '/api/committee-ranks',
  tag,
  summary: { vi: 'Thêm một cấp', en: 'Add a rank' },
  access: ['administrator'],
  body: z.strictObject({
    label,
    /** Id of the rank directly below; null for the lowest. */
    above: z.nullable(z.string().check(z.maxLength(100))),
  }),
  replies: { 201: rankView },
  refusals,
});

export const changeRank = operation({
  id: 'changeRank',
  method: 'PUT',
  path: '/api/committee-ranks/:rankId',
  tag,
  summary: {
    vi: 'Sửa tên một cấp, ghi ngày cấp đó không còn; cấp ủy đã ghi cấp này vẫn giữ nguyên',
    en: 'Name a rank anew, or say until when it existed; committees that have it keep it',
  },
  access: ['administrator'],
  params: z.object({ rankId: z.string().check(z.minLength(1), z.maxLength(100)) }),
  body: z.strictObject({ label, to: z.nullable(day) }),
  replies: { 200: rankView },
  refusals,
});

export const rankOperations = [listRanks, addRank, changeRank] as const;
