import type { DocumentLayout } from './document-layout.ts';
import { type Flow, makeRoom } from './flow.ts';
import { type Area, drawText, type TextStyle, textHeight } from './pages.ts';
import { drawRecipients, recipientsHeight } from './recipients.ts';

/** Who signs: in whose name or as what, in which position, and the name where it is known. */
export interface Signatory {
  readonly title: string;
  /** Below the title, for example "BÍ THƯ"; null for none. */
  readonly role: string | null;
  /** In italics where somebody signs by hand whom the document does not name, for example "(Ký, ghi rõ họ tên)". */
  readonly hint: string | null;
  readonly name: string | null;
}

interface Ending {
  readonly signatories: readonly Signatory[];
  readonly recipients: readonly string[];
}

const before = 16;
const signingRoom = 66;
const recipientsLabel = 'Nơi nhận:';

/** One signatory alone stands at the right, beside the recipients; several stand above them. */
function isBeside({ signatories }: Ending): boolean {
  return signatories.length === 1;
}

function columnsOf(flow: Flow, ending: Ending): { readonly width: number; readonly left: number } {
  const columns = Math.max(2, ending.signatories.length);
  const width = flow.width / columns;
  return { width, left: (columns - ending.signatories.length) * width };
}

function linesOf({ title, role, hint, name }: Signatory, { sizes, roleFace }: DocumentLayout) {
  const centred: TextStyle = { size: sizes.signature, align: 'center' };
  return {
    above: [
      { text: title, style: { ...centred, face: 'bold' as const } },
      { text: role ?? '', style: { ...centred, face: roleFace } },
      { text: hint ?? '', style: { ...centred, size: sizes.signature - 1, face: 'italic' as const } },
    ],
    name: { text: name ?? '', style: { ...centred, face: 'bold' as const } },
  };
}

function signatoryHeight(flow: Flow, one: Signatory, width: number, layout: DocumentLayout): number {
  const { above, name } = linesOf(one, layout);
  const heights = [...above, name].map(({ text, style }) => textHeight(flow.pages, text, width, style));
  return heights.reduce((sum, height) => sum + height, signingRoom);
}

function heights(flow: Flow, ending: Ending, layout: DocumentLayout) {
  const { width } = columnsOf(flow, ending);
  const signing = ending.signatories.map((one) => signatoryHeight(flow, one, width - 6, layout));
  const listWidth = isBeside(ending) ? width - 6 : flow.width;
  return { signing: Math.max(0, ...signing), list: recipientsHeight(flow.pages, ending.recipients, listWidth, layout) };
}

/** The height of signatures and recipients together: they stand on one page. */
export function endHeight(flow: Flow, ending: Ending, layout: DocumentLayout): number {
  const { signing, list } = heights(flow, ending, layout);
  return before + (isBeside(ending) ? Math.max(signing, list) : signing + list);
}

function drawSignatory(flow: Flow, one: Signatory, area: Area, layout: DocumentLayout): void {
  const { above, name } = linesOf(one, layout);
  let { y } = area;
  for (const { text, style } of above) y = drawText(flow.pages, text, { ...area, y }, style);
  drawText(flow.pages, name.text, { ...area, y: y + signingRoom }, name.style);
}

/** Draws who signs and who receives the document. */
export function drawEnd(flow: Flow, ending: Ending, layout: DocumentLayout): void {
  makeRoom(flow, endHeight(flow, ending, layout));
  flow.y += before;
  const { x, y, pages } = flow;
  const { width, left } = columnsOf(flow, ending);
  const { signing } = heights(flow, ending, layout);
  ending.signatories.forEach((one, index) => {
    drawSignatory(flow, one, { x: x + left + index * width + 3, y, width: width - 6 }, layout);
  });
  const list = isBeside(ending) ? { x, y, width: width - 6 } : { x, y: y + signing, width: flow.width };
  const below = drawRecipients(pages, recipientsLabel, ending.recipients, list, layout);
  flow.y = Math.max(y + signing, below);
}
