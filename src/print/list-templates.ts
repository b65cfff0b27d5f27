import type { ListKind } from '../domain/lists/list-templates.ts';
import { exampleMark, guideWorksheet } from '../domain/lists/list-words.ts';
import type { LocalText } from '../domain/text/local-text.ts';
import { type TemplateColumn, type TemplateList, templateColumns } from './template-columns.ts';

type Language = keyof LocalText;

/** A cell of a template; a day is ISO. */
export type TemplateCell =
  | { readonly kind: 'text' | 'title'; readonly text: string }
  /** Over several lines where it is long, and over `span` columns. */
  | { readonly kind: 'wrapped'; readonly text: string; readonly span?: number }
  | { readonly kind: 'number'; readonly number: number }
  | { readonly kind: 'day'; readonly day: string }
  /** Nothing yet; says as what the rest of its column is to be kept. */
  | { readonly kind: 'empty'; readonly as: TemplateColumn['kind'] };

/** A worksheet to be filled in, or to be read: titles first. */
export interface TemplateWorksheet {
  readonly name: string;
  readonly rows: readonly (readonly TemplateCell[])[];
  /** Of the columns, in characters. */
  readonly widths: readonly number[];
}

const words = {
  worksheet: { vi: 'Trang tính', en: 'Worksheet' },
  column: { vi: 'Cột', en: 'Column' },
  needed: { vi: 'Bắt buộc', en: 'Required' },
  how: { vi: 'Cách ghi', en: 'How to write it' },
  use: { vi: 'Dùng để làm gì', en: 'What it is used for' },
  yes: { vi: 'Có', en: 'Yes' },
  no: { vi: 'Không', en: 'No' },
} as const satisfies Record<string, LocalText>;

/** What holds for every list. */
const advice: readonly LocalText[] = [
  {
    vi: 'Ghi tiếp dưới hai dòng ví dụ. Có thể để lại dòng ví dụ: dòng có chữ “Ví dụ” ở cột TT không bao giờ được nhập.',
    en: 'Write on below the two examples. They may stay: a line with “Example” in the column No. is never imported.',
  },
  {
    vi: 'Giữ nguyên dòng tiêu đề; có thể bỏ cột không bắt buộc, đổi thứ tự các cột, thêm cột riêng (hệ thống báo là không dùng).',
    en: 'Keep the line of titles. Columns that are not required may go, columns may change places, and others may be added: they are named as not used.',
  },
  {
    vi: 'Mỗi người hoặc mỗi nội dung một dòng. Khi nhập, hệ thống cho xem trước những gì đã đọc, sau đó mới ghi.',
    en: 'One line each. The import first shows what was read, and keeps nothing before that was seen.',
  },
];

/** A workbook to be filled in: the list or lists with two examples each, and a worksheet that explains the columns. */
export function listTemplate(kind: ListKind, language: Language): readonly TemplateWorksheet[] {
  const lists = templateColumns[kind];
  return [...lists.map((list) => worksheetOf(list, language)), guideOf(lists, language)];
}

function worksheetOf({ name, columns }: TemplateList, language: Language): TemplateWorksheet {
  const examples = [0, 1].map((index) => [
    text(exampleMark[language]),
    ...columns.map((column) => exampleOf(column, index, language)),
  ]);
  // Its formats hold for everything below it.
  const first: TemplateCell[] = [
    { kind: 'empty', as: 'number' },
    ...columns.map(({ kind }): TemplateCell => ({ kind: 'empty', as: kind })),
  ];
  return {
    name: name[language],
    rows: [[title(numberTitle[language]), ...columns.map((one) => title(one.title[language]))], ...examples, first],
    widths: [9, ...columns.map(({ width }) => width)],
  };
}

const numberTitle: LocalText = { vi: 'TT', en: 'No.' };

function exampleOf({ kind, examples }: TemplateColumn, index: number, language: Language): TemplateCell {
  const example = examples[index] ?? '';
  if (example === '') return { kind: 'empty', as: kind };
  if (typeof example === 'number') return { kind: 'number', number: example };
  if (kind === 'day' && typeof example === 'string') return { kind: 'day', day: example };
  return text(typeof example === 'string' ? example : example[language]);
}

function guideOf(lists: readonly TemplateList[], language: Language): TemplateWorksheet {
  const yesOrNo = (needed: boolean) => words[needed ? 'yes' : 'no'][language];
  const several = lists.length > 1;
  const place = (name: LocalText) => (several ? [wrapped(name[language])] : []);
  const rows = lists.flatMap(({ name, columns }) =>
    columns.map((column) => [
      ...[...place(name), wrapped(column.title[language]), wrapped(yesOrNo(column.isNeeded))],
      ...[wrapped(column.how[language]), wrapped(column.use[language])],
    ]),
  );
  const widths = [...(several ? [16] : []), 24, 11, 48, 56];
  const titles = (['column', 'needed', 'how', 'use'] as const).map((key) => title(words[key][language]));
  return {
    name: guideWorksheet[language],
    rows: [
      [...(several ? [title(words.worksheet[language])] : []), ...titles],
      ...rows,
      [],
      ...advice.map((one) => [{ ...wrapped(one[language]), span: widths.length }]),
    ],
    widths,
  };
}

function text(value: string): TemplateCell {
  return { kind: 'text', text: value };
}
function title(value: string): TemplateCell {
  return { kind: 'title', text: value };
}
function wrapped(value: string): TemplateCell & { kind: 'wrapped' } {
  return { kind: 'wrapped', text: value };
}
