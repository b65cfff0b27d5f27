import { drawText, type Pages, type TextStyle, textHeight } from './pages.ts';

/** One line of text in a cell, with its own style; it may wrap. */
export interface CellText {
  readonly text: string;
  readonly style: TextStyle;
}

/** A cell: texts under each other, or an empty box to mark (drawn as lines: the face has no box). */
export type DrawnCell = { readonly texts: readonly CellText[] } | { readonly boxSide: number };

/** How a table stands: left edge, column widths and the air around a cell's text, all in points. */
export interface TableFrame {
  readonly x: number;
  readonly widths: readonly number[];
  readonly padX: number;
  readonly padY: number;
}

/** A row ready to draw. */
export interface TableRow {
  readonly cells: readonly DrawnCell[];
  readonly height: number;
  readonly shade?: string;
}

function cellHeight(pages: Pages, cell: DrawnCell, width: number): number {
  return 'boxSide' in cell
    ? cell.boxSide
    : cell.texts.reduce((sum, { text, style }) => sum + textHeight(pages, text, width, style), 0);
}

/** Measures a row once; its height is the highest cell's, at least `minimum`. */
export function tableRow(pages: Pages, frame: TableFrame, cells: readonly DrawnCell[], minimum = 0): TableRow {
  const heights = cells.map((cell, index) => cellHeight(pages, cell, (frame.widths[index] ?? 0) - 2 * frame.padX));
  return { cells, height: Math.max(minimum, ...heights.map((height) => height + 2 * frame.padY)) };
}

function drawCell(
  pages: Pages,
  frame: TableFrame,
  cell: DrawnCell,
  x: number,
  y: number,
  width: number,
  height: number,
) {
  pages.lineWidth(0.75).strokeColor('#000000').rect(x, y, width, height).stroke();
  if ('boxSide' in cell) {
    const side = cell.boxSide;
    pages
      .lineWidth(1.1)
      .rect(x + (width - side) / 2, y + (height - side) / 2, side, side)
      .stroke();
    return;
  }
  const inner = width - 2 * frame.padX;
  let top = y + (height - cellHeight(pages, cell, inner)) / 2;
  for (const { text, style } of cell.texts) {
    top = drawText(pages, text, { x: x + frame.padX, y: top, width: inner }, style);
  }
}

/** Draws a row at y and returns the y below it. */
export function drawRow(pages: Pages, frame: TableFrame, row: TableRow, y: number): number {
  let x = frame.x;
  row.cells.forEach((cell, index) => {
    const width = frame.widths[index] ?? 0;
    if (row.shade !== undefined) pages.rect(x, y, width, row.height).fill(row.shade);
    drawCell(pages, frame, cell, x, y, width, row.height);
    x += width;
  });
  return y + row.height;
}
