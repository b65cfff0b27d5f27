import PDFDocument from 'pdfkit';
import { expect, test } from 'vitest';
import { findUnprintable } from '../../../src/domain/text/printable.ts';
import { loadFonts } from '../../../src/server/kit/fonts.ts';

const vowels = ['a', 'ă', 'â', 'e', 'ê', 'i', 'o', 'ô', 'ơ', 'u', 'ư', 'y'];
const tones = ['', '\u0300', '\u0301', '\u0303', '\u0309', '\u0323'];
const lower = vowels.flatMap((vowel) => tones.map((tone) => (vowel + tone).normalize('NFC'))).join('');
const letters = `${lower}đbcdghklmnpqrstvxfjwz`;
const text = `${letters}${letters.toLocaleUpperCase('vi')}0123456789.,:;!?()[]/-–—…*%&’‘“”"'+=`;

type Glyphs = {
  _font: { font: { hasGlyphForCodePoint: (code: number) => boolean; readonly characterSet: readonly number[] } };
};

const fonts = await loadFonts();

const faces = ['regular', 'bold', 'italic', 'boldItalic'] as const;

function openFace(face: (typeof faces)[number]) {
  const pages = new PDFDocument({ font: '', autoFirstPage: false }).registerFont('face', fonts[face]).font('face');
  return (pages as unknown as Glyphs)._font.font;
}

test.each(faces)('every Vietnamese letter is in the %s face', (face) => {
  const font = openFace(face);
  expect([...text].filter((letter) => !font.hasGlyphForCodePoint(letter.codePointAt(0) ?? 0))).toEqual([]);
  expect([...lower].every((letter) => letter.length === 1)).toBe(true);
  expect(font.hasGlyphForCodePoint(0x2610)).toBe(false);
});

/** Neither letters nor signs: controls, format characters, private use, nothing assigned, marks (they take a letter). */
const noCharacter = /[\p{Cc}\p{Cf}\p{Co}\p{Cn}\p{Zl}\p{Zp}\p{M}\ufffc\ufffd]/u;
/** Set from right to left, which documents do not do. */
const rightToLeft = /\p{Script=Hebrew}/u;

test('what is said to print is what all four faces have, and nothing else', () => {
  const sets = faces.map((face) => new Set(openFace(face).characterSet));
  const codes = [...Array(0x110000).keys()].filter((code) => code < 0xd800 || code > 0xdfff);
  const wrong = codes.filter((code) => {
    const character = String.fromCodePoint(code);
    if (character.normalize('NFC') !== character || /[\n\r\t]/.test(character)) return false;
    const prints = sets.every((set) => set.has(code)) && !noCharacter.test(character) && !rightToLeft.test(character);
    return prints === (findUnprintable(character) !== undefined);
  });
  expect(wrong.map((code) => code.toString(16))).toEqual([]);
});
