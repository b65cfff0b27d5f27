import * as z from 'zod/mini';
import { listKinds } from '../../domain/lists/list-templates.ts';
import { bytes, operation } from '../operation.ts';
import { xlsxType } from './spreadsheet.ts';

export const readTemplate = operation({
  id: 'readTemplate',
  method: 'GET',
  path: '/api/templates/:list',
  tag: 'Committees',
  summary: {
    vi: 'Mẫu Excel của một loại danh sách: tiêu đề, hai dòng ví dụ, bảng hướng dẫn từng cột',
    en: 'The Excel template of one kind of list: titles, two examples, a worksheet that explains each column',
  },
  access: ['signed-in'],
  params: z.object({ list: z.enum(listKinds) }),
  query: z.object({ language: z._default(z.enum(['vi', 'en']), 'vi') }),
  replies: { 200: bytes([xlsxType]) },
  refusals: [],
});

export const templateOperations = [readTemplate] as const;
