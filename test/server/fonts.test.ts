import PDFDocument from 'pdfkit';
import { expect, test } from 'vitest';
import { loadFonts } from '../../src/server/fonts.ts';

const vowels = ['a', 'ă', 'â', 'e', 'ê', 'i', 'o', 'ô', 'ơ', 'u', 'ư', 'y'];
const tones = ['', '\u0300', '\u0301', '\u0303', '\u0309', '\u0323'];
const lower = vowels.flatMap((vowel) => tones.map((tone) => (vowel + tone).normalize('NFC'))).join('');
const letters = `${lower}đbcdghklmnpqrstvxfjwz`;
const text = `${letters}${letters.toLocaleUpperCase('vi')}0123456789.,:;!?()[]/-–—…*%&’‘“”"'+=`;

type Glyphs = { _font: { font: { hasGlyphForCodePoint: (code: number) => boolean } } };

const fonts = await loadFonts();

test.each(['regular', 'bold', 'italic', 'boldItalic'] as const)('every Vietnamese letter is in the %s face', (face) => {
  const pages = new PDFDocument({ font: '', autoFirstPage: false }).registerFont('face', fonts[face]).font('face');
  const { font } = (pages as unknown as Glyphs)._font;
  expect([...text].filter((letter) => !font.hasGlyphForCodePoint(letter.codePointAt(0) ?? 0))).toEqual([]);
  expect([...lower].every((letter) => letter.length === 1)).toBe(true);
  expect(font.hasGlyphForCodePoint(0x2610)).toBe(false);
});
