import type { BallotSheetsData, SheetPaper } from './ballot-sheets-data.ts';
import { credentialLines } from './credential-lines.ts';
import { drawDocumentHead } from './document-head.ts';
import { mm } from './document-layout.ts';
import { drawText, type Pages, textWidth } from './pages.ts';
import { drawQr, qrCode } from './qr-code.ts';
import type { SheetDensity } from './sheet-density.ts';
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
  readonly density: SheetDensity;
}

const GREY = '#8a8a8a';
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
  const { pages, data, density } = top;
  const style = { size: density.title, face: 'bold', align: 'center' } as const;
  const area = { ...titleArea(top, textWidth(pages, data.title, style)), y };
  const below = drawText(pages, data.title, area, style);
  return drawText(pages, data.abstract, { ...area, y: below + 2 }, { ...style, size: density.abstract });
}

/** The title is centred on the page, clear of the stamp on its left; or it stands between stamp and code. */
function titleArea(top: SheetTop, wanted: number): { readonly x: number; readonly width: number } {
  const x = top.x + STAMP.width + 8;
  if (top.density.code === 'beside') return { x, width: top.width - STAMP.width - 8 - top.qrSide };
  const width = top.width - 2 * (STAMP.width + 8);
  return wanted <= width ? { x, width } : { x, width: top.width - STAMP.width - 8 };
}

/** The code from the title down, its credential not under it. */
function drawCodeAlone(top: SheetTop, paper: SheetPaper, y: number): number {
  const { pages, wording } = top;
  const x = top.x + top.width - top.qrSide;
  const area = { x, y, width: top.qrSide };
  const below = drawText(pages, wording.scan, area, { size: 10, face: 'bold', align: 'center' });
  drawQr(pages, qrCode(paper.link), x, below - 5);
  return below - 5 + top.qrSide;
}

/** The credential in one line: what it is for, itself, and that nobody may see it. */
function drawCredential(top: SheetTop, paper: SheetPaper, y: number): number {
  const { pages, wording } = top;
  const label = { size: 10.5 };
  const credential = { size: 12.5, face: 'bold', spacing: 0.6 } as const;
  const text = `${wording.credential}:`;
  drawText(pages, text, { x: top.x, y: y + 2, width: top.width }, label);
  const x = top.x + textWidth(pages, text, label) + 6;
  const below = drawText(pages, paper.credential, { x, y, width: top.x + top.width - x }, credential);
  const keepSecret = { size: 10, face: 'italic', align: 'right' } as const;
  drawText(pages, wording.keepSecret, { x: top.x, y: y + 2, width: top.width }, keepSecret);
  return below;
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

/** @param codeEnds the y below which the text has the whole width */
function drawInstructions(top: SheetTop, y: number, codeEnds = Number.POSITIVE_INFINITY): number {
  const { pages, data, wording, density } = top;
  const { body: size, lead } = density;
  const widthAt = (at: number) => (at < codeEnds ? top.width - top.qrSide - 8 : top.width);
  const width = widthAt(y);
  let below = drawText(pages, data.sessionTitle, { x: top.x, y, width }, { size, face: 'bold' });
  const heading = { x: top.x, y: below + lead + 2, width };
  below = drawText(pages, wording.instructionsTitle, heading, { size, face: 'boldItalic' });
  [...data.instructions, ...wording.paperAndPhone].forEach((sentence, index) => {
    const line = below + lead;
    drawText(pages, `${index + 1}.`, { x: top.x, y: line, width: 16 }, { size });
    below = drawText(pages, sentence, { x: top.x + 16, y: line, width: widthAt(line) - 16 }, { size });
  });
  return below;
}

/** Draws everything above the table on a paper's first page and returns the y below it. */
export function drawFirstTop(top: SheetTop, paper: SheetPaper): number {
  const { pages, data, density } = top;
  const area = { x: top.x, y: top.top, width: top.width };
  const head = drawDocumentHead(pages, data.head, data.language, area, density.head);
  drawStampRoom(top, head + 3);
  if (density.code === 'beside') {
    const code = drawCodeAlone(top, paper, head + 1);
    const title = Math.max(drawTitle(top, head + 3), head + 3 + STAMP.height);
    // Of the code's quiet zone a module is room that text may stand in: its own letters begin lower.
    const codeEnds = code - 3;
    const text = drawInstructions(top, title + 3, codeEnds);
    return drawCredential(top, paper, Math.max(text + 2, codeEnds)) + 4;
  }
  const title = Math.max(drawTitle(top, head + 8), head + 3 + STAMP.height);
  return Math.max(drawInstructions(top, title + 6), drawCode(top, paper, title + 2)) + 6;
}
