import { type DocumentHead, drawDocumentHead, type PrintLanguage } from './document-head.ts';
import { type DocumentLayout, documentLayouts } from './document-layout.ts';
import { type Flow, flowTable, makeRoom, paragraph, startFlow } from './flow.ts';
import type { Fonts } from './fonts.ts';
import { closePages, drawLine, drawText, openPages, type TextStyle, textWidth } from './pages.ts';
import { type Cell, type TableFrame, tableRow } from './table.ts';
import { tableHead } from './table-head.ts';

/** What stands in a document's body, from top to bottom. Texts are final. */
export type DocumentBlock =
  | { readonly kind: 'text'; readonly text: string; readonly face?: 'bold' | 'italic'; readonly indent?: number }
  | { readonly kind: 'centred'; readonly text: string }
  | DocumentTable;

export type DocumentTable = {
  readonly kind: 'table';
  readonly columns: readonly string[];
  /** Parts of the page's width, one for each column. */
  readonly widths: readonly number[];
  readonly rows: readonly (readonly string[])[];
  /** In points: room to write in by hand. */
  readonly rowHeight?: number;
};

/** Who signs: a title, and the name where it is known. */
export type Signatory = { readonly title: string; readonly name: string | null };

/** One official document beside the minutes: a decision, a summons, a list. */
export type OfficialDocument = {
  readonly head: DocumentHead;
  readonly title: string;
  readonly abstract: string;
  readonly blocks: readonly DocumentBlock[];
  /** Side by side, from the left; at most three. */
  readonly signatories: readonly Signatory[];
  readonly recipients: readonly string[];
};

export type DocumentInfoOf = { readonly language: PrintLanguage; readonly createdAt: Date };

const signingRoom = 62;

const drawBlock = (flow: Flow, body: TextStyle, block: DocumentBlock): void => {
  if (block.kind === 'table') drawTable(flow, block);
  else if (block.kind === 'centred') {
    paragraph(flow, block.text, { ...body, face: 'bold', align: 'center' }, { before: 8, keep: 40 });
  } else {
    const { text, face, indent = 0 } = block;
    paragraph(flow, text, face === undefined ? body : { ...body, face }, { before: 4, indent });
  }
};

const drawTable = (flow: Flow, { columns, widths: parts, rows, rowHeight = 22 }: DocumentTable): void => {
  const all = parts.reduce((sum, part) => sum + part, 0);
  const frame: TableFrame = { x: flow.x, widths: parts.map((part) => (flow.width * part) / all), padX: 4, padY: 3 };
  const head = tableHead(flow.pages, frame, columns, { size: 11.5, face: 'bold' });
  const cell = (text: string): Cell => ({ texts: [{ text, style: { size: 12 } }] });
  flow.y += 8;
  flowTable(
    flow,
    frame,
    head,
    rows.map((row) => tableRow(flow.pages, frame, row.map(cell), rowHeight)),
  );
};

const drawSignatories = (flow: Flow, signatories: readonly Signatory[], size: number): void => {
  const columns = Math.max(2, signatories.length);
  const width = flow.width / columns;
  flow.y += 14;
  makeRoom(flow, signingRoom + 4 * size);
  const top = flow.y;
  signatories.forEach(({ title, name }, index) => {
    const x = flow.x + (columns - signatories.length + index) * width + 3;
    const area = { x, width: width - 6 };
    const style = { size, face: 'bold', align: 'center' } as const;
    const below = drawText(flow.pages, title, { ...area, y: top }, style);
    const end = drawText(flow.pages, name ?? '', { ...area, y: below + signingRoom }, style);
    flow.y = Math.max(flow.y, end, below + signingRoom + size);
  });
};

const drawDocument = (flow: Flow, document: OfficialDocument, language: PrintLanguage): void => {
  const layout: DocumentLayout = documentLayouts[document.head.layout];
  const { pages, x, width } = flow;
  flow.y = drawDocumentHead(pages, document.head, language, { x, y: flow.y, width });
  const title = { size: layout.sizes.kind, face: 'bold', align: 'center' } as const;
  paragraph(flow, document.title, title, { before: 16 });
  paragraph(flow, document.abstract, { ...title, size: layout.sizes.abstract }, { before: 2 });
  const rule = Math.min(90, textWidth(pages, document.title, title));
  drawLine(pages, [x + (width - rule) / 2, flow.y + 3], [x + (width + rule) / 2, flow.y + 3]);
  flow.y += 10;
  const body: TextStyle = { size: layout.sizes.body, align: 'justify' };
  for (const block of document.blocks) drawBlock(flow, body, block);
  drawSignatories(flow, document.signatories, layout.sizes.signature);
  if (document.recipients.length === 0) return;
  const { recipientsTitle, recipients } = layout.sizes;
  const keep = document.recipients.length * recipients * 1.3;
  paragraph(flow, 'Nơi nhận:', { size: recipientsTitle, face: 'boldItalic' }, { before: 10, keep });
  for (const line of document.recipients) paragraph(flow, `- ${line}`, { size: recipients }, { before: 1 });
};

/** Documents in the Party's or the State's layout, as each head says, each on pages of its own, in one PDF. */
export const officialDocuments = (
  documents: readonly OfficialDocument[],
  { language, createdAt }: DocumentInfoOf,
  fonts: Fonts,
): Promise<Uint8Array> => {
  const [first] = documents;
  const info = { title: `${first?.title ?? ''} – ${first?.abstract ?? ''}`, author: first?.head.issuer ?? '' };
  const pages = openPages(fonts, { ...info, language, createdAt });
  for (const document of documents) {
    drawDocument(startFlow(pages, documentLayouts[document.head.layout]), document, language);
  }
  return closePages(pages);
};
