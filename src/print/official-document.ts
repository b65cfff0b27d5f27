import { drawEnd, endHeight, type Signatory } from './document-end.ts';
import { type DocumentHead, drawDocumentHead, type PrintLanguage } from './document-head.ts';
import { A4, type DocumentLayout, documentLayouts, mm } from './document-layout.ts';
import { type Flow, flowTable, paragraph, startFlow } from './flow.ts';
import type { Fonts } from './fonts.ts';
import { closePages, drawLine, drawText, openPages, type Pages, type TextStyle, textWidth } from './pages.ts';
import { type DrawnCell, type TableFrame, tableRow } from './table.ts';
import { tableHead } from './table-head.ts';

/** What stands in a document's body, from top to bottom. Texts are final. */
export type DocumentBlock =
  | {
      readonly kind: 'text';
      readonly text: string;
      readonly face?: 'bold' | 'italic';
      readonly indent?: number;
      /** For a line of figures or codes below a table. */
      readonly small?: boolean;
    }
  | { readonly kind: 'centred'; readonly text: string }
  | DocumentTable;

export interface DocumentTable {
  readonly kind: 'table';
  readonly columns: readonly string[];
  /** Parts of the page's width, one for each column. */
  readonly widths: readonly number[];
  readonly rows: readonly (readonly string[])[];
  /** Numbers of the columns, from 0, whose cells are centred. */
  readonly centred?: readonly number[];
  /** In points: room to write in by hand. */
  readonly rowHeight?: number;
}

/** One official document beside the minutes: a decision, a summons, a list. */
export interface OfficialDocument {
  readonly head: DocumentHead;
  readonly title: string;
  readonly abstract: string;
  /** What it belongs to, in italics below the abstract; null for a document of its own. */
  readonly attachedTo?: string | null;
  readonly blocks: readonly DocumentBlock[];
  /** Side by side; one alone stands at the right, beside the recipients. At most three. */
  readonly signatories: readonly Signatory[];
  readonly recipients: readonly string[];
}

export interface DocumentInfoOf {
  readonly language: PrintLanguage;
  readonly createdAt: Date;
}

/** Paragraphs begin a centimetre to the right. */
const firstLine = 28;

function drawBlock(flow: Flow, body: TextStyle, block: DocumentBlock, keep: number): void {
  if (block.kind === 'table') drawTable(flow, block, keep);
  else if (block.kind === 'centred') {
    paragraph(flow, block.text, { ...body, face: 'bold', align: 'center', indent: 0 }, { before: 10, keep: 40 });
  } else {
    const { text, face, indent = 0, small = false } = block;
    const style = { ...body, ...(face && { face }), ...(small && { size: 11.5, indent: 0, align: 'left' as const }) };
    paragraph(flow, text, indent > 0 ? { ...style, indent: 0 } : style, { before: 5, indent, keep });
  }
}

function drawTable(
  flow: Flow,
  { columns, widths: parts, rows, centred = [0], rowHeight = 22 }: DocumentTable,
  keep: number,
): void {
  const all = parts.reduce((sum, part) => sum + part, 0);
  const frame: TableFrame = { x: flow.x, widths: parts.map((part) => (flow.width * part) / all), padX: 4, padY: 3 };
  const head = tableHead(flow.pages, frame, columns, { size: 11.5, face: 'bold' });
  const cell = (text: string, column: number): DrawnCell => ({
    texts: [{ text, style: { size: 12, align: centred.includes(column) ? 'center' : 'left' } }],
  });
  flow.y += 8;
  flowTable(
    flow,
    frame,
    head,
    rows.map((row) => tableRow(flow.pages, frame, row.map(cell), rowHeight)),
    keep,
  );
}

function drawTitle(flow: Flow, { title, abstract, attachedTo }: OfficialDocument, layout: DocumentLayout): void {
  const { pages, x, width } = flow;
  const style = { size: layout.sizes.kind, face: 'bold', align: 'center' } as const;
  paragraph(flow, title, style, { before: 16 });
  paragraph(flow, abstract, { ...style, size: layout.sizes.abstract }, { before: 2 });
  if (attachedTo)
    paragraph(flow, attachedTo, { size: layout.sizes.body, face: 'italic', align: 'center' }, { before: 2 });
  const rule = Math.min(90, textWidth(pages, title, style));
  drawLine(pages, [x + (width - rule) / 2, flow.y + 3], [x + (width + rule) / 2, flow.y + 3]);
  flow.y += 10;
}

function drawDocument(flow: Flow, document: OfficialDocument, language: PrintLanguage): void {
  const layout: DocumentLayout = documentLayouts[document.head.layout];
  const { x, width } = flow;
  flow.y = drawDocumentHead(flow.pages, document.head, language, { x, y: flow.y, width });
  drawTitle(flow, document, layout);
  const body: TextStyle = { size: layout.sizes.body, align: 'justify', indent: firstLine };
  const end = endHeight(flow, document, layout);
  document.blocks.forEach((block, index) => {
    // The last rows or sentence and the signature stand together: nobody signs an empty page.
    const left = document.blocks.length - 1 - index;
    drawBlock(flow, body, block, left === 0 ? end : left === 1 && block.kind === 'table' ? end + 30 : 0);
  });
  drawEnd(flow, document, layout);
}

/** Page numbers at the top from the second page of a document on, as both layouts ask. */
function drawPageNumbers(pages: Pages, first: number, { marginsMm }: DocumentLayout): void {
  const { count } = pages.bufferedPageRange();
  for (let index = first + 1; index < count; index += 1) {
    pages.switchToPage(index);
    const area = { x: mm(marginsMm.left), y: mm(marginsMm.top) - 26 };
    const width = A4.width - area.x - mm(marginsMm.right);
    drawText(pages, String(index - first + 1), { ...area, width }, { size: 13, align: 'center' });
  }
}

/** Documents in the Party's or the State's layout, as each head says, each on pages of its own, in one PDF. */
export function officialDocuments(
  documents: readonly OfficialDocument[],
  { language, createdAt }: DocumentInfoOf,
  fonts: Fonts,
): Promise<Uint8Array> {
  const [first] = documents;
  const info = { title: `${first?.title ?? ''} – ${first?.abstract ?? ''}`, author: first?.head.issuer ?? '' };
  const pages = openPages(fonts, { ...info, language, createdAt, revisit: true });
  for (const document of documents) {
    const layout = documentLayouts[document.head.layout];
    const before = pages.bufferedPageRange().count;
    drawDocument(startFlow(pages, layout), document, language);
    drawPageNumbers(pages, before, layout);
  }
  return closePages(pages);
}
