import { type DocumentLayout, documentLayouts, type LayoutName } from './document-layout.ts';
import { drawLine, drawText, type Pages, type TextStyle, textWidth } from './pages.ts';

/** Language a document is printed in. */
export type PrintLanguage = 'vi' | 'en';

/** Who issues a document, where and when. Texts are final: capitals are made here. */
export interface DocumentHead {
  readonly layout: LayoutName;
  /** The body above, for example the provincial committee; null where none is printed. */
  readonly superior: string | null;
  readonly issuer: string;
  /** Number and symbol of the document, null for papers that carry none. */
  readonly number: string | null;
  /** The locality it is dated from; null leaves room to write it by hand. */
  readonly place: string | null;
  /** Day of the document, `YYYY-MM-DD`; null leaves room to write it by hand. */
  readonly date: string | null;
}

const englishMonths = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
] as const;

/** A day in words; days under 10 and January, February get a zero, as the layout rules ask. */
export function dayInWords(day: string | null, language: PrintLanguage): string {
  if (day === null) return language === 'vi' ? 'ngày …… tháng …… năm ………' : '…… ……………… ………';
  const [year = '', month = '', date = ''] = day.split('-');
  if (language === 'en') return `${Number(date)} ${englishMonths[Number(month) - 1] ?? month} ${year}`;
  const monthText = Number(month) < 3 ? month.padStart(2, '0') : String(Number(month));
  return `ngày ${date.padStart(2, '0')} tháng ${monthText} năm ${year}`;
}

function ruleUnder(pages: Pages, centre: number, width: number, y: number): number {
  drawLine(pages, [centre - width / 2, y], [centre + width / 2, y], { width: 0.9 });
  return y + 4;
}

interface LeftArea {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly scale: number;
}

function drawLeft(pages: Pages, head: DocumentHead, layout: DocumentLayout, { x, y, width, scale }: LeftArea) {
  const centred = (size: number, face: TextStyle['face'] = 'regular'): TextStyle => ({
    ...{ size: size * scale, face },
    align: 'center',
  });
  let below = y;
  if (head.superior !== null) {
    below = drawText(
      pages,
      head.superior.toLocaleUpperCase('vi'),
      { x, y: below, width },
      centred(layout.sizes.superior),
    );
  }
  const issuer = head.issuer.toLocaleUpperCase('vi');
  below = drawText(pages, issuer, { x, y: below, width }, centred(layout.sizes.issuer, 'bold'));
  if (layout.underIssuer === 'star') {
    below = drawText(pages, '*', { x, y: below, width }, centred(layout.sizes.issuer));
  } else {
    below = ruleUnder(pages, x + width / 2, width * 0.4, below + 2);
  }
  return { below, centred };
}

/**
 * Draws the head of an official document across `width` and returns the y below it.
 * @param scale of its type sizes, for a ballot sheet that has little room
 */
export function drawDocumentHead(
  pages: Pages,
  head: DocumentHead,
  language: PrintLanguage,
  area: { readonly x: number; readonly y: number; readonly width: number },
  scale = 1,
): number {
  const layout: DocumentLayout = documentLayouts[head.layout];
  // Small type on the right leaves the issuer's long name more room.
  const leftWidth = area.width * (scale < 1 ? 0.48 : 0.43);
  const left = drawLeft(pages, head, layout, { ...area, width: leftWidth, scale });
  let below = left.below;
  if (head.number !== null) {
    const text = `${layout.numberPrefix[language]} ${head.number}`;
    below = drawText(pages, text, { x: area.x, y: below, width: leftWidth }, left.centred(layout.sizes.number));
  }
  const rightX = area.x + leftWidth;
  const rightWidth = area.width - leftWidth;
  let right = area.y;
  let lastWidth = 0;
  for (const line of layout.top) {
    const style = left.centred(line.size, 'bold');
    right = drawText(pages, line[language], { x: rightX, y: right, width: rightWidth }, style);
    lastWidth = textWidth(pages, line[language], style);
  }
  right = ruleUnder(pages, rightX + rightWidth / 2, lastWidth, right + 1);
  const day = `${head.place ?? '…………'}, ${dayInWords(head.date, language)}`;
  const style = left.centred(layout.sizes.placeDate, 'italic');
  right = drawText(
    pages,
    day,
    { x: rightX, y: Math.max(right + 6, below - layout.sizes.number * scale * 1.3), width: rightWidth },
    style,
  );
  return Math.max(below, right);
}
