import type { AfterPaper, BallotSheetsData, SheetPaper } from './ballot-sheets-data.ts';
import { A4 } from './document-layout.ts';
import type { Fonts } from './fonts.ts';
import { measureSheet, type SheetLayout } from './measure-sheet.ts';
import { closePages, drawText, openPages } from './pages.ts';
import { drawFoot, drawSignature, drawStub } from './sheet-stub.ts';
import { drawFirstTop } from './sheet-top.ts';
import { drawRow } from './table.ts';
import { drawTableHead } from './table-head.ts';

function drawPaper(plan: SheetLayout, paper: SheetPaper): void {
  const { pages, data } = plan;
  plan.pageRows.forEach((rows, index) => {
    pages.addPage({ size: [A4.width, A4.height], margin: 0 });
    if (data.isTest) drawTestMark(plan);
    let y = index === 0 ? drawFirstTop(plan, paper) : plan.top;
    if (rows.length > 0) y = drawTableHead(pages, plan.head, y);
    for (const row of rows) y = drawRow(pages, plan.frame, row, y);
    const isLast = rows.length > 0 && !plan.pageRows[index + 1]?.length;
    if (isLast && data.signature !== null) drawSignature(plan, data.signature, y);
    drawFoot(plan, paper, index);
    if (index === 0) drawStub(plan, paper);
  });
}

/** Under everything else, so that the code can still be read. */
function drawTestMark({ pages, wording }: SheetLayout): void {
  const [word, meaning] = wording.testMark;
  const centre = A4.height / 2;
  pages.save().rotate(-45, { origin: [A4.width / 2, centre] });
  const style = { face: 'bold', align: 'center', colour: '#d4d4d4' } as const;
  const area = { x: -A4.width / 2, width: 2 * A4.width };
  drawText(pages, word, { ...area, y: centre - 110 }, { ...style, size: 120 });
  drawText(pages, meaning, { ...area, y: centre + 30 }, { ...style, size: 62 });
  pages.restore();
}

/** How many pages each paper takes; more than one are printed on both sides. */
export function pagesOfSheet(data: BallotSheetsData, fonts: Fonts): number {
  const info = { title: data.title, author: data.committeeName, language: data.language, createdAt: data.createdAt };
  return measureSheet(openPages(fonts, info), openPages(fonts, info), data).pageRows.length;
}

/**
 * Full ballot sheets, A4, every paper as many pages as its subjects need (regulations, "Ballot, validity, count").
 * QR, credential and tear-off stub stand on a paper's first page; the stub carries the serial only.
 */
export async function ballotSheets(
  data: BallotSheetsData,
  fonts: Fonts,
  afterPaper: AfterPaper = () => undefined,
): Promise<Uint8Array> {
  const { language, createdAt, committeeName } = data;
  const info = {
    title: `${data.title} – ${data.sessionTitle}`,
    author: committeeName,
    language,
    createdAt,
    isExact: true,
  };
  const pages = openPages(fonts, info);
  const plan = measureSheet(pages, openPages(fonts, info), data);
  for (const [index, paper] of data.papers.entries()) {
    drawPaper(plan, paper);
    await afterPaper(index + 1);
  }
  return closePages(pages);
}
