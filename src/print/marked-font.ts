import { create, type Font, type Glyph, type GlyphPosition, type GlyphRun } from 'fontkit';

/** Air between a letter and its mark, in parts of the type size. */
const GAP = 1 / 24;

/** Marks that stand below their letter (`printable.ts` names all that documents carry). */
const below = /^[\u0323-\u0325\u0331]$/u;

/** How far a glyph's ink reaches, from where it is drawn. */
function inkOf({ cbox }: Glyph, position: GlyphPosition) {
  return {
    left: cbox.minX + position.xOffset,
    right: cbox.maxX + position.xOffset,
    top: cbox.maxY + position.yOffset,
    bottom: cbox.minY + position.yOffset,
  };
}

/** Puts each mark that the face left where it was drawn over the middle of its letter, clear of letter and other marks. */
function placeMarks({ glyphs, positions }: GlyphRun, unitsPerEm: number): void {
  const gap = unitsPerEm * GAP;
  let base = { left: 0, right: 0, top: 0, bottom: 0 };
  let advance = 0;
  glyphs.forEach((glyph, index) => {
    const position = positions[index];
    if (position === undefined) return;
    if (!glyph.isMark) {
      base = inkOf(glyph, position);
      advance = position.xAdvance;
      return;
    }
    if (position.xOffset === 0 && position.yOffset === 0) {
      const { minX, maxX, minY, maxY } = glyph.cbox;
      // Marks take no room: they are drawn where the letter has ended.
      position.xOffset = (base.left + base.right) / 2 - advance - (minX + maxX) / 2;
      const under = below.test(String.fromCodePoint(glyph.codePoints[0] ?? 0));
      position.yOffset = under ? base.bottom - gap - maxY : base.top + gap - minY;
    }
    const ink = inkOf(glyph, position);
    base = { ...base, top: Math.max(base.top, ink.top), bottom: Math.min(base.bottom, ink.bottom) };
  });
}

/**
 * A face as pdfkit takes it, which sets letters that have no glyph of their own (ê̆, ơ̆ of the Êđê and Jarai) from a
 * letter and a mark. Tinos places such marks in three faces; in the regular one they would overprint their neighbours.
 */
export function markedFont(bytes: Uint8Array): Font {
  const font = create(bytes as Buffer);
  if (!('layout' in font)) throw new TypeError('a collection of faces, not a face');
  const { unitsPerEm } = font;
  const layout = font.layout.bind(font);
  font.layout = (...how) => {
    const run = layout(...how);
    placeMarks(run, unitsPerEm);
    return run;
  };
  return font;
}
