import type { ListReadingView } from '../contract/imports/list-notes.ts';
import { fieldLabels } from '../domain/lists/list-words.ts';
import { counted } from '../domain/text/fill-places.ts';
import type { LocalText } from '../domain/text/local-text.ts';
import type { Say } from './language.ts';

type WorksheetView = ListReadingView['worksheets'][number];

const uses: Readonly<Record<WorksheetView['use'], LocalText>> = {
  read: { vi: 'đã đọc', en: 'read' },
  hidden: { vi: 'ẩn, không đọc', en: 'hidden, not read' },
  'no-list': { vi: 'không có danh sách, không đọc', en: 'holds no list, not read' },
  empty: { vi: 'trống', en: 'empty' },
};

/** What became of each worksheet and of its columns. */
export function readingLines({ worksheets }: ListReadingView, say: Say): string[] {
  return worksheets.flatMap(({ name, use, lines, columns }) => {
    const called = say(
      name === '' ? { vi: 'Bảng', en: 'table' } : { vi: `Trang tính ${name}`, en: `worksheet ${name}` },
    );
    const count = use === 'read' ? say({ vi: `, ${lines} dòng`, en: `, ${counted(lines, 'line')}` }) : '';
    const read = use === 'read' ? columns.map((column) => `  ${columnLine(column, say)}`) : [];
    return [`${called}: ${say(uses[use])}${count}`, ...read];
  });
}

function columnLine({ letter, title, field }: WorksheetView['columns'][number], say: Say): string {
  const taken = field === null ? { vi: 'không dùng', en: 'not used' } : labelOf(field);
  return `${letter} ${title === '' ? '' : `“${title}” `}→ ${say(taken)}`;
}

function labelOf(field: string): LocalText {
  if (field === 'number') return { vi: 'số thứ tự', en: 'running number' };
  return fieldLabels[field as keyof typeof fieldLabels] ?? { vi: field, en: field };
}

interface Note {
  readonly worksheet?: string | undefined;
  readonly line?: number | null | undefined;
  readonly column?: string | undefined;
  readonly code: string;
  readonly messages?: { readonly vi: string; readonly en: string } | undefined;
}

/** "Dòng 3 [Từ ngày]: …", with the worksheet where a file has several. */
export function noteLine({ worksheet, line, column, code, messages }: Note, say: Say): string {
  const where = line == null ? '' : say({ vi: `Dòng ${line}`, en: `line ${line}` });
  const inColumn = column ? `[${column}]` : '';
  const inWorksheet = worksheet && !column?.startsWith(`${worksheet}: `) ? `${worksheet}` : '';
  const place = [where, inColumn, inWorksheet].filter((part) => part !== '').join(' ');
  return `${place === '' ? '' : `${place}: `}${messages ? say(messages) : code}`;
}
