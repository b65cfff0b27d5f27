import { A4, type DocumentLayout, mm } from './document-layout.ts';
import { drawText, type Pages, type TextStyle, textHeight } from './pages.ts';
import { drawRow, type TableFrame, type TableRow } from './table.ts';
import { drawTableHead, type TableHead } from './table-head.ts';

/** Text running down pages: `y` moves on as things are drawn. */
export interface Flow {
  readonly pages: Pages;
  readonly x: number;
  readonly width: number;
  readonly top: number;
  readonly bottom: number;
  y: number;
}

/** Begins the first page with a layout's margins. */
export function startFlow(pages: Pages, { marginsMm }: DocumentLayout): Flow {
  pages.addPage();
  const x = mm(marginsMm.left);
  const top = mm(marginsMm.top);
  const width = A4.width - x - mm(marginsMm.right);
  return { pages, x, width, top, bottom: A4.height - mm(marginsMm.bottom), y: top };
}

/** Goes to a new page unless `height` still fits on this one. */
export function makeRoom(flow: Flow, height: number): void {
  if (flow.y + height <= flow.bottom) return;
  flow.pages.addPage();
  flow.y = flow.top;
}

/** Cuts a text that is higher than a whole page into pieces that are not. */
function pieces(flow: Flow, content: string, width: number, style: TextStyle): string[] {
  const room = flow.bottom - flow.top;
  if (textHeight(flow.pages, content, width, style) <= room) return [content];
  const words = content.split(' ');
  if (words.length < 2) return [content];
  const half = Math.floor(words.length / 2);
  const parts = [words.slice(0, half).join(' '), words.slice(half).join(' ')];
  return parts.flatMap((part) => pieces(flow, part, width, style));
}

/** Draws a paragraph and keeps it whole; `before` is air above it, `keep` the room wanted below it. */
export function paragraph(
  flow: Flow,
  content: string,
  style: TextStyle,
  { before = 4, indent = 0, keep = 0 } = {},
): void {
  const width = flow.width - indent;
  flow.y += before;
  for (const piece of pieces(flow, content, width, style)) {
    makeRoom(flow, textHeight(flow.pages, piece, width, style) + keep);
    flow.y = drawText(flow.pages, piece, { x: flow.x + indent, y: flow.y, width }, style);
  }
}

/** So many rows go on to the next page with what must follow the table. */
const lastRows = 2;

/**
 * Draws a table over as many pages as it needs; its head stands on each of them.
 * @param keep the room wanted below the last rows, so that what follows does not stand alone on a page
 */
export function flowTable(flow: Flow, frame: TableFrame, head: TableHead, rows: readonly TableRow[], keep = 0): void {
  makeRoom(flow, head.height + (rows[0]?.height ?? 0));
  flow.y = drawTableHead(flow.pages, head, flow.y);
  const tail = rows.slice(-lastRows).reduce((sum, row) => sum + row.height, keep);
  for (const [index, row] of rows.entries()) {
    const needs = keep > 0 && index > 0 && index === rows.length - lastRows ? tail : row.height;
    if (flow.y + needs > flow.bottom) {
      flow.pages.addPage();
      flow.y = drawTableHead(flow.pages, head, flow.top);
    }
    flow.y = drawRow(flow.pages, frame, row, flow.y);
  }
}
