import type { PrintLanguage } from './document-head.ts';
import { documentLayouts } from './document-layout.ts';
import { flowTable, paragraph, startFlow } from './flow.ts';
import type { Fonts } from './fonts.ts';
import { closePages, drawText, openPages } from './pages.ts';
import { drawQr, qrCode, qrSide } from './qr-code.ts';
import { type DrawnCell, type TableFrame, tableRow } from './table.ts';
import { tableHead } from './table-head.ts';

/** A table of the list: its heading, what stands below it, its columns and rows of final texts. */
export interface SignInTable {
  readonly heading: string;
  readonly note: string | null;
  readonly columns: readonly string[];
  /** Parts of the page's width, one for each column. */
  readonly widths: readonly number[];
  readonly rows: readonly (readonly string[])[];
}

export interface SignInListData {
  readonly language: PrintLanguage;
  readonly createdAt: Date;
  readonly title: string;
  readonly introduction: readonly string[];
  /** Address of the service; printed as QR code and in words. */
  readonly address: string;
  readonly tables: readonly SignInTable[];
}

/** Who signs in to an example and how, on paper: for demonstrations, never for a committee's own accounts. */
export function signInList(data: SignInListData, fonts: Fonts): Promise<Uint8Array> {
  const { language, createdAt, title, introduction, address } = data;
  const pages = openPages(fonts, { title, author: title, language, createdAt });
  const flow = startFlow(pages, documentLayouts.party);
  const code = qrCode(address);
  const side = qrSide(code);
  const width = flow.width - side - 10;
  drawQr(pages, code, flow.x + flow.width - side, flow.top - 12);
  let below = drawText(pages, title, { x: flow.x, y: flow.top, width }, { size: 17, face: 'bold' });
  for (const text of introduction) below = drawText(pages, text, { x: flow.x, y: below + 5, width }, { size: 12 });
  below = drawText(pages, address, { x: flow.x, y: below + 5, width }, { size: 13, face: 'bold' });
  flow.y = Math.max(below, flow.top + side - 12) + 6;
  for (const table of data.tables) {
    paragraph(flow, table.heading, { size: 13, face: 'bold' }, { before: 14, keep: 60 });
    if (table.note !== null) paragraph(flow, table.note, { size: 11.5 }, { before: 2, keep: 50 });
    const parts = table.widths.reduce((sum, part) => sum + part, 0);
    const widths = table.widths.map((part) => (flow.width * part) / parts);
    const frame: TableFrame = { x: flow.x, widths, padX: 4, padY: 3 };
    const head = tableHead(pages, frame, table.columns, { size: 10.5, face: 'bold' });
    const cell = (text: string): DrawnCell => ({ texts: [{ text, style: { size: 11.5 } }] });
    flow.y += 5;
    flowTable(
      flow,
      frame,
      head,
      table.rows.map((row) => tableRow(pages, frame, row.map(cell))),
    );
  }
  return closePages(pages);
}
