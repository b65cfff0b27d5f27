import * as z from 'zod/mini';
import { committeeId } from '../../domain/committee/committee.ts';
import { agreedDiff, capitals } from '../imports/list-notes.ts';
import { operation } from '../operation.ts';
import { importRoster, previewRoster } from './committees.ts';

/** Of one committee, on its own page: whoever may enter its seats one by one may bring them as a list. */
const ofOne = {
  method: 'POST',
  tag: 'Committees',
  access: ['administrator', 'office'],
  params: z.object({ committeeId }),
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

export const committeeRosterOperations = [previewCommitteeRoster, importCommitteeRoster] as const;
