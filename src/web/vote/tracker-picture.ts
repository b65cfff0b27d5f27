import { groupsOf } from './tracker-groups.tsx';

/** What stands on the picture beside the tracker. */
export interface PictureWords {
  readonly committeeName: string;
  readonly title: string;
  readonly label: string;
  readonly meaning: string;
}

const width = 900;
const margin = 60;

/** The tracker as a picture (PNG, as a data address); undefined where the browser cannot draw. */
export function drawTracker(tracker: string, words: PictureWords): string | undefined {
  const canvas = document.createElement('canvas');
  const pen = canvas.getContext('2d');
  if (pen === null) return undefined;
  canvas.width = width;
  // Drawn once to see how tall it becomes: a canvas that is given its height is empty again.
  canvas.height = draw(pen, tracker, words) + margin;
  draw(pen, tracker, words);
  return canvas.toDataURL('image/png');
}

/** @returns where the last line stands, in pixels from the top */
function draw(pen: CanvasRenderingContext2D, tracker: string, words: PictureWords): number {
  const { committeeName, title, label, meaning } = words;
  pen.fillStyle = '#fff';
  pen.fillRect(0, 0, width, pen.canvas.height);
  pen.fillStyle = '#1b1b1b';
  let line = margin;
  const write = (text: string, font: string, step: number) => {
    pen.font = font;
    for (const row of wrap(pen, text)) {
      line += step;
      pen.fillText(row, margin, line);
    }
  };
  write(committeeName, 'bold 34px system-ui, sans-serif', 44);
  write(title, '30px system-ui, sans-serif', 44);
  line += 30;
  write(label, '28px system-ui, sans-serif', 40);
  for (const row of rowsOf(groupsOf(tracker), 4)) {
    write(row.join('  '), 'bold 48px ui-monospace, Menlo, Consolas, monospace', 68);
  }
  line += 30;
  write(meaning, '26px system-ui, sans-serif', 36);
  return line;
}

function rowsOf(groups: readonly string[], length: number): string[][] {
  const rows: string[][] = [];
  for (let at = 0; at < groups.length; at += length) rows.push(groups.slice(at, at + length));
  return rows;
}

function wrap(pen: CanvasRenderingContext2D, text: string): string[] {
  const rows: string[] = [];
  let row = '';
  for (const word of text.split(' ')) {
    const longer = row === '' ? word : `${row} ${word}`;
    if (row !== '' && pen.measureText(longer).width > width - 2 * margin) {
      rows.push(row);
      row = word;
    } else row = longer;
  }
  return [...rows, row];
}
