import type { Pages, TextStyle } from './pages.ts';
import { drawRow, type TableFrame, type TableRow, tableRow } from './table.ts';

/** A column's title, or several columns under one title (an empty one leaves the upper line out). */
export type HeadColumn = string | { readonly group: string; readonly columns: readonly string[] };

/** A measured table head: it is drawn again on every page. */
export interface TableHead {
  readonly height: number;
  readonly parts: readonly { readonly frame: TableFrame; readonly row: TableRow; readonly down: number }[];
}

const SHADE = '#efefef';

/** Measures a head of one or two lines over the frame's columns. */
export function tableHead(
  pages: Pages,
  frame: TableFrame,
  columns: readonly HeadColumn[],
  style: TextStyle,
): TableHead {
  const cell = (text: string) => ({ texts: [{ text, style: { ...style, align: 'center' as const } }] });
  const tight = { padX: 2.5, padY: 3 };
  let x = frame.x;
  let index = 0;
  const measured = columns.map((column) => {
    const labels = typeof column === 'string' ? [column] : column.columns;
    const widths = frame.widths.slice(index, index + labels.length);
    const full = widths.reduce((sum, width) => sum + width, 0);
    const lower = { x, widths, ...tight };
    const upper = { x, widths: [full], ...tight };
    index += labels.length;
    x += full;
    const title =
      typeof column === 'string' || column.group === '' ? null : tableRow(pages, upper, [cell(column.group)]);
    return { lower, upper, title, row: tableRow(pages, lower, labels.map(cell)) };
  });
  const titleHeight = Math.max(0, ...measured.map(({ title }) => title?.height ?? 0));
  const height = Math.max(...measured.map(({ title, row }) => row.height + (title === null ? 0 : titleHeight)));
  const parts = measured.flatMap(({ lower, upper, title, row }) => {
    const down = title === null ? 0 : titleHeight;
    const below = { frame: lower, row: { ...row, height: height - down, shade: SHADE }, down };
    return title === null
      ? [below]
      : [{ frame: upper, row: { ...title, height: titleHeight, shade: SHADE }, down: 0 }, below];
  });
  return { height, parts };
}

/** Draws a head at y and returns the y below it. */
export function drawTableHead(pages: Pages, head: TableHead, y: number): number {
  for (const { frame, row, down } of head.parts) drawRow(pages, frame, row, y + down);
  return y + head.height;
}
