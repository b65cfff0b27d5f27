import type { BallotSheetsData, SheetPaper } from './ballot-sheets-data.ts';
import { credentialLines } from './credential-lines.ts';
import { drawDocumentHead } from './document-head.ts';
import { mm } from './document-layout.ts';
import { drawText, type Pages, textWidth } from './pages.ts';
import { drawQr, qrCode } from './qr-code.ts';
import type { SheetWording } from './sheet-wording.ts';

/** What is needed to draw the top of a paper's first page; the table is planned after it. */
export interface SheetTop {
  readonly pages: Pages;
  readonly data: BallotSheetsData;
  readonly wording: SheetWording;
  /** Left edge and width of the text, and the first y of a page, in points. */
  readonly x: number;
  readonly width: number;
  readonly top: number;
  readonly qrSide: number;
}

const GREY = '#8a8a8a';
const BODY = 12;
const STAMP = { width: mm(34), height: mm(21) };

function drawStampRoom(top: SheetTop, y: number): void {
  const { pages, x, data } = top;
  pages.save().dash(2, { space: 3 }).lineWidth(0.6).strokeColor(GREY);
  pages.rect(x, y, STAMP.width, STAMP.height).stroke().restore();
  drawText(
    pages,
    `(${data.stampPlace})`,
    { x, y: y + STAMP.height / 2 - 7, width: STAMP.width },
    { size: 10, face: 'italic', align: 'center', colour: GREY },
  );
}

function drawTitle(top: SheetTop, y: number): number {
  const { pages, data } = top;
  // The title is centred on the page, clear of the stamp on its left.
  const x = top.x + STAMP.width + 8;
  const width = top.width - 2 * (STAMP.width + 8);
  const wide = { x: top.x + STAMP.width + 8, y, width: top.width - STAMP.width - 8 };
  const fits = textWidth(pages, data.title, { size: 17, face: 'bold' }) <= width;
  const area = fits ? { x, y, width } : wide;
  const below = drawText(pages, data.title, area, { size: 17, face: 'bold', align: 'center' });
  return drawText(pages, data.abstract, { ...area, y: below + 2 }, { size: 13, face: 'bold', align: 'center' });
}

function drawCode(top: SheetTop, paper: SheetPaper, y: number): number {
  const { pages, wording } = top;
  const x = top.x + top.width - top.qrSide;
  const area = (at: number) => ({ x, y: at, width: top.qrSide });
  let below = drawText(pages, wording.scan, area(y), { size: 10, face: 'bold', align: 'center' });
  drawQr(pages, qrCode(paper.link), x, below - 3);
  below += top.qrSide - 3;
  below = drawText(pages, wording.credential, area(below), { size: 9.5, align: 'center' });
  for (const line of credentialLines(paper.credential)) {
    below = drawText(pages, line, area(below), { size: 13, face: 'bold', align: 'center', spacing: 0.6 });
  }
  return drawText(pages, wording.keepSecret, area(below), { size: 9.5, face: 'italic', align: 'center' });
}

function drawInstructions(top: SheetTop, y: number): number {
  const { pages, data, wording } = top;
  const width = top.width - top.qrSide - 8;
  let below = drawText(pages, data.sessionTitle, { x: top.x, y, width }, { size: BODY, face: 'bold' });
  below = drawText(
    pages,
    wording.instructionsTitle,
    { x: top.x, y: below + 5, width },
    { size: BODY, face: 'boldItalic' },
  );
  [...data.instructions, ...wording.paperAndPhone].forEach((sentence, index) => {
    drawText(pages, `${index + 1}.`, { x: top.x, y: below + 3, width: 16 }, { size: BODY });
    below = drawText(pages, sentence, { x: top.x + 16, y: below + 3, width: width - 16 }, { size: BODY });
  });
  return below;
}

/** Draws everything above the table on a paper's first page and returns the y below it. */
export function drawFirstTop(top: SheetTop, paper: SheetPaper): number {
  const { pages, data } = top;
  const head = drawDocumentHead(pages, data.head, data.language, { x: top.x, y: top.top, width: top.width });
  drawStampRoom(top, head + 3);
  const title = Math.max(drawTitle(top, head + 8), head + 3 + STAMP.height);
  return Math.max(drawInstructions(top, title + 6), drawCode(top, paper, title + 2)) + 6;
}
