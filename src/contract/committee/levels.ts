import { z } from 'zod';
import type { LevelRefusal } from '../../domain/committee/committee-levels.ts';
import { lineOfText } from '../kit/text.ts';
import { operation } from '../operation.ts';

const tag = 'Committees';
const day = z.iso.date();
const levelView = z
  .object({
    id: z.string(),
    label: z.object({ vi: z.string(), en: z.string() }),
    /** Last day on which a committee of this level may come into being; null while there is none. */
    to: day.nullable(),
  })
  .meta({ id: 'Level' });
export type LevelView = z.infer<typeof levelView>;
const label = z.strictObject({ vi: lineOfText(100), en: lineOfText(100) });
const refusals = ['unknown-level', 'level-name-taken'] as const satisfies readonly LevelRefusal[];

export const listLevels = operation({
  id: 'listLevels',
  method: 'GET',
  path: '/api/committee-levels',
  tag,
  summary: { vi: 'Các cấp, từ dưới lên', en: 'The levels that committees have, from the bottom to the top' },
  access: ['signed-in'],
  replies: { 200: z.array(levelView) },
  refusals: [],
});

export const addLevel = operation({
  id: 'addLevel',
  method: 'POST',
  path: '/api/committee-levels',
  tag,
  summary: { vi: 'Thêm một cấp', en: 'Add a level' },
  access: ['administrator'],
  body: z.strictObject({
    label,
    /** Id of the level directly below; null for the lowest. */
    above: z.string().max(100).nullable(),
  }),
  replies: { 201: levelView },
  refusals,
});

export const changeLevel = operation({
  id: 'changeLevel',
  method: 'PUT',
  path: '/api/committee-levels/:levelId',
  tag,
  summary: {
    vi: 'Sửa tên một cấp, ghi ngày cấp đó không còn; cấp ủy đã ghi cấp này vẫn giữ nguyên',
    en: 'Name a level anew, or say until when it existed; committees that have it keep it',
  },
  access: ['administrator'],
  params: z.object({ levelId: z.string().min(1).max(100) }),
  body: z.strictObject({ label, to: day.nullable() }),
  replies: { 200: levelView },
  refusals,
});

export const levelOperations = [listLevels, addLevel, changeLevel] as const;
