import { expect, test } from 'vitest';
import { findUnprintable } from '../../src/domain/text/printable.ts';
import { markedFont } from '../../src/print/marked-font.ts';
import { loadFonts } from '../../src/server/kit/fonts.ts';

const fonts = await loadFonts();
const small = [...'abcdefghijklmnopqrstuvwxyzăâđêôơưƀčĕĭŏŭñĉǎěǐǒǔāēīōū'];
const letters = [...small, ...small.map((letter) => letter.toLocaleUpperCase('vi'))];
const above = ['\u0300', '\u0301', '\u0302', '\u0303', '\u0304', '\u0306', '\u0307', '\u0308', '\u0309', '\u030a'];
const marks = [...above, '\u030c', '\u0323', '\u0324', '\u0325', '\u0331'];
const written = letters
  .flatMap((letter) => marks.map((mark) => (letter + mark).normalize('NFC')))
  .filter((cluster) => [...cluster].length > 1 && findUnprintable(cluster) === undefined);

/** Where the ink of a letter and of the mark behind it ends up, in thousandths of the type size. */
function inkOf(font: ReturnType<typeof markedFont>, cluster: string) {
  const { glyphs, positions } = font.layout(cluster);
  let at = 0;
  return glyphs.map(({ cbox }, index) => {
    const { xOffset = 0, yOffset = 0, xAdvance = 0 } = positions[index] ?? {};
    const scale = 1000 / font.unitsPerEm;
    const ink = { left: at + xOffset + cbox.minX, right: at + xOffset + cbox.maxX };
    at += xAdvance;
    const height = { bottom: yOffset + cbox.minY, top: yOffset + cbox.maxY };
    return { left: ink.left * scale, right: ink.right * scale, bottom: height.bottom * scale, top: height.top * scale };
  });
}

test.each(['regular', 'bold', 'italic', 'boldItalic'] as const)(
  'in the %s face a mark stands over or under the middle of its letter and touches no other',
  (face) => {
    const font = markedFont(fonts[face]);
    expect(written.length).toBeGreaterThan(700);
    const wrong = written.filter((cluster) => {
      const [letter, mark, ...more] = inkOf(font, cluster);
      if (letter === undefined || mark === undefined || more.length > 0) return true;
      const middle = (mark.left + mark.right) / 2;
      const isBeside = middle < letter.left || middle > letter.right;
      // A horn or a slanted stroke may reach up beside the mark.
      const isClear = mark.bottom > letter.top - 160 || mark.top < letter.bottom + 160;
      return isBeside || !isClear;
    });
    expect(wrong).toEqual([]);
  },
);
