import type { AfterPaper, PapersData, SheetPaper } from './ballot-sheets-data.ts';
import { credentialLines } from './credential-lines.ts';
import { A4 } from './document-layout.ts';
import type { Fonts } from './fonts.ts';
import { closePages, drawLine, drawText, openPages, type Pages } from './pages.ts';
import { drawQr, qrCode, qrSide } from './qr-code.ts';
import { sheetWording } from './sheet-wording.ts';

const COLUMNS = 2;
const ROWS = 4;
const CELL = { width: A4.width / COLUMNS, height: A4.height / ROWS };
const PAD = 15;
const STUB_HEIGHT = 34;
const CUT = { width: 0.7, dash: 4, colour: '#555555' } as const;

function drawCutLines(pages: Pages): void {
  for (let column = 1; column < COLUMNS; column += 1) {
    drawLine(pages, [column * CELL.width, 0], [column * CELL.width, A4.height], CUT);
  }
  for (let row = 1; row < ROWS; row += 1) {
    drawLine(pages, [0, row * CELL.height], [A4.width, row * CELL.height], CUT);
  }
}

/** The stub: what the person keeps when the slip is handed in; serial only. */
function drawSlipStub(pages: Pages, data: PapersData, paper: SheetPaper, x: number, y: number): void {
  const wording = sheetWording[data.language];
  drawLine(pages, [x, y], [x + CELL.width, y], { width: 0.5, dash: 2, colour: '#555555' });
  const area = { x: x + PAD, y: y + 8, width: CELL.width - 2 * PAD };
  drawText(pages, wording.stub, area, { size: 10 });
  const serial = `${wording.paper} ${paper.serial}`;
  drawText(pages, serial, { ...area, y: y + 6 }, { size: 13, face: 'bold', align: 'right' });
}

function drawSlip(pages: Pages, data: PapersData, paper: SheetPaper, x: number, y: number): void {
  const wording = sheetWording[data.language];
  const code = qrCode(paper.link);
  const side = qrSide(code);
  const bodyHeight = CELL.height - STUB_HEIGHT;
  // The quiet zone may lie in the padding: it is white too.
  drawQr(pages, code, x + PAD - 8, y + (bodyHeight - side) / 2);
  const left = x + PAD - 8 + side;
  const area = (at: number) => ({ x: left, y: at, width: x + CELL.width - PAD + 4 - left });
  let below = drawText(pages, data.committeeName, area(y + PAD), { size: 11, face: 'bold' });
  below = drawText(pages, data.sessionTitle, area(below + 1), { size: 10 });
  below = drawText(pages, wording.slipUse, area(below + 5), { size: 10.5 });
  below = drawText(pages, wording.credential, area(below + 5), { size: 9, face: 'italic' });
  for (const line of credentialLines(paper.credential)) {
    below = drawText(pages, line, area(below), { size: 12, face: 'bold', spacing: 0.3 });
  }
  drawSlipStub(pages, data, paper, x, y + bodyHeight);
}

/** Phone-only slips, eight to an A4 page with lines to cut along; every slip has a stub with its serial only. */
export async function ballotSlips(
  data: PapersData,
  fonts: Fonts,
  afterPaper: AfterPaper = () => undefined,
): Promise<Uint8Array> {
  const { language, createdAt, committeeName, sessionTitle } = data;
  const pages = openPages(fonts, { title: sessionTitle, author: committeeName, language, createdAt, isExact: true });
  for (const [index, paper] of data.papers.entries()) {
    const place = index % (COLUMNS * ROWS);
    if (place === 0) {
      pages.addPage();
      drawCutLines(pages);
    }
    drawSlip(pages, data, paper, (place % COLUMNS) * CELL.width, Math.floor(place / COLUMNS) * CELL.height);
    await afterPaper(index + 1);
  }
  return closePages(pages);
}
