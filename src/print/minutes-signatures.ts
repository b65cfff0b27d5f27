import { type Flow, makeRoom } from './flow.ts';
import type { MinutesFrame, MinutesPerson } from './minutes-data.ts';
import type { MinutesWording } from './minutes-wording.ts';
import { drawText } from './pages.ts';

const SIGNING_ROOM = 58;
const BLOCK_HEIGHT = 40 + SIGNING_ROOM;
const COLUMNS = 3;

function drawBlock(flow: Flow, person: MinutesPerson, hint: string, column: number): void {
  const width = flow.width / COLUMNS;
  const area = (y: number) => ({ x: flow.x + column * width + 3, y, width: width - 6 });
  const below = drawText(flow.pages, person.role, area(flow.y), { size: 12, align: 'center' });
  drawText(flow.pages, hint, area(below), { size: 11, face: 'italic', align: 'center' });
  const name = area(flow.y + 24 + SIGNING_ROOM);
  drawText(flow.pages, person.name, name, { size: 13, face: 'bold', align: 'center' });
}

/** So many rows of signatures stand on one page with the closing sentence and what comes before it. */
const MOST_ROWS = 4;

/** The height of all signatures, so that they stand on one page wherever one is enough; in points. */
export function signaturesHeight({ tellers }: MinutesFrame, size: number): number {
  const rows = Math.min(MOST_ROWS, Math.max(1, Math.ceil(tellers.length / 2)));
  return 14 + 2 * size + rows * (BLOCK_HEIGHT + 8);
}

/** Draws the room for the signatures: tellers in two columns on the left, the chair on the right. */
export function drawSignatures(flow: Flow, data: MinutesFrame, wording: MinutesWording, size: number): void {
  const { pages, x, width } = flow;
  const title = { size, face: 'bold', align: 'center' } as const;
  const third = width / COLUMNS;
  flow.y += 14;
  makeRoom(flow, signaturesHeight(data, size) - 14);
  const tellersBelow = drawText(pages, wording.signTellers, { x, y: flow.y, width: 2 * third }, title);
  const chairBelow = drawText(pages, wording.signChair, { x: x + 2 * third, y: flow.y, width: third }, title);
  flow.y = Math.max(tellersBelow, chairBelow) + 4;
  drawBlock(flow, data.chair, wording.signHint, 2);
  for (let index = 0; index < data.tellers.length; index += 2) {
    if (index > 0) makeRoom(flow, BLOCK_HEIGHT);
    data.tellers.slice(index, index + 2).forEach((teller, column) => {
      drawBlock(flow, teller, wording.signHint, column);
    });
    flow.y += BLOCK_HEIGHT + 8;
  }
}
