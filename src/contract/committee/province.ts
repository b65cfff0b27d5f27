import * as z from 'zod/mini';
import { importId } from '../../domain/roster/import-id.ts';
import type { RosterField } from '../../domain/roster/roster-note.ts';
import { spreadsheetRefusals, spreadsheetTypes, tableFile, tableFormat } from '../documents/spreadsheet.ts';
import { capitals, diffHash, readingParts } from '../imports/list-notes.ts';
import { bytes, operation } from '../operation.ts';

const tag = 'Committees';
const day = z.iso.date();
/** 40,000 people in a workbook take about 2 MB, as CSV about 4 MB. */
const file = bytes(spreadsheetTypes, 20_000_000);

const fileRefusals = [...spreadsheetRefusals, 'province-has-problems'] as const;

const fields = [
  ...(['committee', 'fullName', 'position', 'order', 'from', 'to', 'code', 'birthYear'] as const),
  ...(['rank', 'sector', 'superior', 'director', 'successor'] as const),
] as const satisfies readonly RosterField[];

const kinds = ['committee', 'person', 'seat'] as const;
const effects = ['added', 'changed', 'moved', 'ended'] as const;
const counts = z.array(z.object({ kind: z.enum(kinds), effect: z.enum(effects), count: z.int() }));
/** How many things of each kind an import did. */
export const importCounts = counts;

const entry = z.object({
  kind: z.enum(kinds),
  effect: z.enum(effects),
  line: z.nullable(z.int()),
  name: z.string(),
  committeeName: z.nullable(z.string()),
  fields: z.array(z.object({ field: z.enum(fields), before: z.string(), after: z.string() })),
});

export const previewProvince = operation({
  id: 'previewProvince',
  method: 'POST',
  path: '/api/province/preview',
  tag,
  summary: {
    vi: 'Xem trước việc nhập cả cây cấp ủy và cấp ủy viên: thêm, sửa, chuyển, kết thúc; chưa ghi gì',
    en: 'Show what importing a tree of committees and seats would add, change, move and end; keeps nothing',
  },
  access: ['administrator'],
  audit: 'never',
  query: z.object({
    /** First day on which what the file says holds; today when left out. A day still to come may be looked at only. */
    on: z.optional(day),
    /** Whether what is known but not in the file ends the day before. */
    missing: z._default(z.enum(['keep', 'end']), 'keep'),
    capitals,
  }),
  body: file,
  replies: {
    200: z.object({
      /** Given back to import exactly this. */
      diff: diffHash,
      on: day,
      /** The day is still to come: what would happen then, by what is known today. */
      isAhead: z.boolean(),
      counts,
      /** The first two hundred of each kind and effect. */
      entries: z.array(entry),
      ...readingParts,
    }),
  },
  refusals: fileRefusals,
});

export const importProvince = operation({
  id: 'importProvince',
  method: 'POST',
  path: '/api/province/import',
  tag,
  summary: {
    vi: 'Nhập đúng những gì đã xem trước: tất cả hoặc không gì cả',
    en: 'Import exactly what was previewed: everything or nothing',
  },
  access: ['administrator'],
  query: z.object({ on: day, missing: z._default(z.enum(['keep', 'end']), 'keep'), capitals, diff: diffHash }),
  body: file,
  replies: {
    200: z.object({
      counts,
      /** By which it can be taken back; null where nothing changed. */
      importId: z.nullable(importId),
    }),
  },
  refusals: [...fileRefusals, 'date-in-future', 'preview-outdated', 'own-seat'],
});

export const exportProvince = operation({
  id: 'exportProvince',
  method: 'GET',
  path: '/api/province/export',
  tag,
  summary: {
    vi: 'Xuất cây cấp ủy và cấp ủy viên hiện nay: .xlsx, hoặc .csv từng danh sách; nhập lại thì không có gì thay đổi',
    en: 'Export the committees and seats of today as .xlsx, or each list as .csv; importing it again changes nothing',
  },
  access: ['administrator'],
  query: z.object({
    format: tableFormat,
    /** Which list a CSV file holds. */
    list: z._default(z.enum(['committees', 'seats']), 'committees'),
  }),
  replies: { 200: tableFile },
  refusals: [],
});

export const provinceOperations = [previewProvince, importProvince, exportProvince] as const;
