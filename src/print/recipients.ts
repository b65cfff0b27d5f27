import type { DocumentLayout } from './document-layout.ts';
import { type Area, drawLine, drawText, type Pages, textHeight, textWidth } from './pages.ts';

const air = 1;

/** A line each; a semicolon after all but the last. */
function linesOf(recipients: readonly string[]): string[] {
  return recipients.map((one, index) => `- ${one}${index === recipients.length - 1 ? '.' : ';'}`);
}

/** The height of the list of those who receive a document; nothing for none. */
export function recipientsHeight(
  pages: Pages,
  recipients: readonly string[],
  width: number,
  { sizes }: DocumentLayout,
): number {
  return recipients.length === 0
    ? 0
    : linesOf(recipients).reduce(
        (sum, line) => sum + air + textHeight(pages, line, width, { size: sizes.recipients }),
        1.3 * sizes.recipientsTitle,
      );
}

/** Draws who receives a document, under `title` ("Nơi nhận:"), and returns the y below it. */
export function drawRecipients(
  pages: Pages,
  title: string,
  recipients: readonly string[],
  area: Area,
  { sizes, recipientsTitle }: DocumentLayout,
): number {
  if (recipients.length === 0) return area.y;
  const style = { size: sizes.recipientsTitle, face: recipientsTitle.face };
  let y = drawText(pages, title, area, style);
  if (recipientsTitle.underlined) {
    const under = area.y + 1.05 * style.size;
    drawLine(pages, [area.x, under], [area.x + textWidth(pages, title.replace(/:$/, ''), style), under]);
  }
  for (const line of linesOf(recipients)) {
    y = drawText(pages, line, { ...area, y: y + air }, { size: sizes.recipients });
  }
  return y;
}
