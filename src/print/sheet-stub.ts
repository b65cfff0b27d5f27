import type { SheetPaper } from './ballot-sheets-data.ts';
import { A4, mm } from './document-layout.ts';
import type { SheetLayout } from './measure-sheet.ts';
import { drawLine, drawText, textWidth } from './pages.ts';

/** Draws the room for a signature under the table; it is never required. */
export function drawSignature(plan: SheetLayout, label: string, y: number): void {
  const width = plan.width * 0.55;
  const x = plan.x + plan.width - width;
  drawText(plan.pages, label, { x, y: y + 10, width }, { size: 12, face: 'italic', align: 'center' });
}

/** What names a sheet: its serial, or that it is no ballot. */
function nameOf({ data, wording }: SheetLayout, { serial }: SheetPaper): string {
  return data.isTest ? wording.testMark.join(' – ') : `${wording.paper} ${serial}`;
}

/** Draws the paper's serial and the page's number at a page's foot. */
export function drawFoot(plan: SheetLayout, paper: SheetPaper, index: number): void {
  const { pages, wording, pageRows } = plan;
  const y = (index === 0 ? plan.stubTop : A4.height - mm(12)) - 16;
  const area = { x: plan.x, y, width: plan.width };
  drawText(pages, nameOf(plan, paper), area, { size: 10.5 });
  drawText(pages, wording.page(index + 1, pageRows.length), area, { size: 10.5, align: 'right' });
  if (index < pageRows.length - 1) {
    const text = index % 2 === 0 ? wording.turnOver : wording.nextSheet;
    drawText(pages, text, area, { size: 10.5, face: 'boldItalic', align: 'center' });
  }
}

/** Draws the tear-off stub at the foot of the first page: serial only, never a credential. */
export function drawStub(plan: SheetLayout, paper: SheetPaper): void {
  const { pages, wording, data } = plan;
  const y = plan.stubTop;
  drawLine(pages, [0, y], [A4.width, y], { width: 0.8, dash: 4, colour: '#444444' });
  const label = textWidth(pages, wording.tearHere, { size: 8.5 }) + 10;
  pages.rect(A4.width / 2 - label / 2, y - 5, label, 10).fill('#ffffff');
  drawText(
    pages,
    wording.tearHere,
    { x: 0, y: y - 5, width: A4.width },
    { size: 8.5, align: 'center', colour: '#444444' },
  );
  const right = 150;
  const left = { x: plan.x, y: y + 9, width: plan.width - right - 14 };
  let below = drawText(pages, `${data.committeeName} – ${data.sessionTitle}`, left, { size: 10.5, face: 'bold' });
  below = drawText(pages, wording.stubUse, { ...left, y: below + 1 }, { size: 10 });
  const x = plan.x + plan.width - right;
  below = drawText(pages, wording.stub, { x, y: y + 9, width: right }, { size: 11, align: 'center' });
  drawText(pages, nameOf(plan, paper), { x, y: below + 2, width: right }, { size: 13, face: 'bold', align: 'center' });
}
