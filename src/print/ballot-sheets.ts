import type { AfterPaper, BallotSheetsData, SheetPaper } from './ballot-sheets-data.ts';
import { A4 } from './document-layout.ts';
import type { Fonts } from './fonts.ts';
import { measureSheet, type SheetLayout } from './measure-sheet.ts';
import { closePages, openPages } from './pages.ts';
import { drawFoot, drawSignature, drawStub } from './sheet-stub.ts';
import { drawFirstTop } from './sheet-top.ts';
import { drawRow } from './table.ts';
import { drawTableHead } from './table-head.ts';

function drawPaper(plan: SheetLayout, paper: SheetPaper): void {
  const { pages, data } = plan;
  plan.pageRows.forEach((rows, index) => {
    pages.addPage({ size: [A4.width, A4.height], margin: 0 });
    let y = index === 0 ? drawFirstTop(plan, paper) : plan.top;
    if (rows.length > 0) y = drawTableHead(pages, plan.head, y);
    for (const row of rows) y = drawRow(pages, plan.frame, row, y);
    const isLast = rows.length > 0 && !plan.pageRows[index + 1]?.length;
    if (isLast && data.signature !== null) drawSignature(plan, data.signature, y);
    drawFoot(plan, paper, index);
    if (index === 0) drawStub(plan, paper);
  });
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
