import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { textKey } from '../../../src/domain/text/text-key.ts';
import { familyNames, givenNames, middleNames } from '../../support/build/names.ts';
import { everySyllable, placesOfTone } from '../../support/build/syllables.ts';

const tones = ['\u0300', '\u0301', '\u0303', '\u0309', '\u0323'];
const name = fc
  .tuple(fc.constantFrom(...familyNames), fc.constantFrom(...middleNames), fc.constantFrom(...givenNames))
  .map((parts) => parts.join(' '));

describe('one text', () => {
  test.each(['oa', 'oe', 'uy'])('in both places of the tone mark over %s', (rime) => {
    const [first = '', second = ''] = rime;
    for (const tone of tones) {
      const [old, modern] = [`H${first}${tone}${second}`, `H${first}${second}${tone}`];
      for (const write of [same, upper, composed, (text: string) => composed(upper(text))])
        expect(textKey(write(old)), write(old)).toBe(textKey(modern));
    }
  });

  test.each([
    ['Tỉnh uỷ Bến Tre', 'Tỉnh ủy Bến Tre'],
    ['Nguyễn Quý', 'Nguyễn Qúy'],
    ['Trần Thị Thuỳ', 'TRẦN THỊ THÙY'],
    ['Khuyến', 'Khuýên'],
    ["H'Hen Niê", 'H’Hen Niê'],
    ["H'Hen Niê", 'H‘Hen Niê'],
    ["H'Hen Niê", 'HʼHen Niê'],
    ["H'Hen Niê", 'H`Hen Niê'],
    ["H'Hen Niê", 'H´Hen Niê'],
    ["H'Hen Niê", 'H′Hen Niê'],
    ['Đào', 'Ðào'],
    ['Đào', 'Ɖào'],
    ['đào', 'ðào'],
    ['đào', 'ɖào'],
    ['Lò Thị Ba', ' LÒ\u00a0THỊ\u2003BA\n'],
    ['Lò Thị Ba', 'Lò\u200b Thị\u200d Ba\ufeff'],
    ['Đinh Y-Blă', 'Đinh Y\u2013Blă'],
  ])('%j and %j', (one, other) => {
    expect(textKey(one)).toBe(textKey(other));
    expect(textKey(one.normalize('NFD'))).toBe(textKey(other.normalize('NFC')));
  });
});

describe('two texts', () => {
  test.each([
    ['Thủy', 'Thúy'],
    ['Thuỷ', 'Thuý'],
    ['Hoà', 'Hoa'],
    ['Hoàng', 'Hoang'],
    ['Đào', 'Dào'],
    ['Thi', 'Thy'],
    ['Lý', 'Lí'],
    ["H'Hen", 'HHen'],
    ['Mária', 'María'],
    ['Hòa An', 'Hoa Àn'],
  ])('%j and %j', (one, other) => {
    expect(textKey(one)).not.toBe(textKey(other));
  });

  test('are any two syllables that differ in letters or tone', () => {
    const syllables = everySyllable();
    expect(syllables.length).toBeGreaterThan(15_000);
    const byKey = new Map(syllables.map((one) => [textKey(one), one]));
    expect(syllables.filter((one) => byKey.get(textKey(one)) !== one)).toEqual([]);
  });
});

test('a syllable is itself with its tone mark over any of its vowels', () => {
  for (const syllable of everySyllable()) {
    const apart = syllable.normalize('NFD');
    const tone = apart.match(/[\u0300\u0301\u0303\u0309\u0323]/)?.[0] ?? '';
    const bare = apart.replace(tone, '').normalize('NFC');
    const keys = new Set(placesOfTone(bare, tone).map(textKey));
    expect([...keys], syllable).toEqual([textKey(syllable)]);
  }
});

test('a key is the key of itself', () => {
  fc.assert(
    fc.property(fc.oneof(name, fc.string({ unit: 'grapheme' }), fc.string({ unit: 'binary' })), (text) => {
      expect(textKey(textKey(text))).toBe(textKey(text));
    }),
  );
});

test('a name is itself in capitals, decomposed and between blanks', () => {
  fc.assert(
    fc.property(name, (text) => {
      for (const written of [text.toUpperCase(), text.normalize('NFD'), ` ${text.replaceAll(' ', '\u00a0')} `])
        expect(textKey(written)).toBe(textKey(text));
    }),
  );
});

function same(text: string): string {
  return text;
}

function upper(text: string): string {
  return text.toUpperCase();
}

function composed(text: string): string {
  return text.normalize('NFC');
}
