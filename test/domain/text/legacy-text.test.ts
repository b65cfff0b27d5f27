import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { decodeTcvn3, decodeVni, findLegacyText } from '../../../src/domain/text/legacy-text.ts';
import { isVietnameseSyllable } from '../../../src/domain/text/vietnamese-syllable.ts';
import { familyNames, givenNames, middleNames, otherPeoplesNames } from '../../support/build/names.ts';

const fullName = fc
  .tuple(
    fc.constantFrom(...familyNames),
    fc.array(fc.constantFrom(...middleNames), { maxLength: 2 }),
    fc.constantFrom(...givenNames),
  )
  .map(([family, middle, given]) => [family, ...middle, given].join(' '));

describe('genuine text', () => {
  test('no real name is taken for spoilt, composed or decomposed, in capitals or not', () => {
    fc.assert(
      fc.property(fullName, (name) => {
        for (const form of [name, name.normalize('NFD'), name.toUpperCase(), name.toLowerCase()]) {
          expect(findLegacyText(form)).toBeUndefined();
        }
      }),
      { numRuns: 3000 },
    );
  });

  test('no single syllable of a real name is taken for spoilt', () => {
    for (const part of [...familyNames, ...middleNames, ...givenNames]) {
      expect([part, findLegacyText(part), findLegacyText(part.toUpperCase())]).toEqual([part, undefined, undefined]);
    }
  });

  test.each(otherPeoplesNames)('%s is a name', (name) => {
    expect(findLegacyText(name)).toBeUndefined();
    expect(findLegacyText(name.toUpperCase())).toBeUndefined();
  });

  test.each([
    'Bí thư Đảng ủy, Chủ tịch HĐND xã',
    'Phó bí thư thường trực',
    'Đảng bộ xã «Hòa Bình»',
    'Chi bộ “Phú Hòa”',
    'Chi bộ 5 – Tổ dân phố số 12',
    'Secretary (acting)',
    'Chi bộ Trường THPT Võ Thị Sáu',
    'HÀ TÔN SÙNG',
    '',
  ])('"%s" is not spoilt', (text) => {
    expect(findLegacyText(text)).toBeUndefined();
  });
});

/** The inverse of a decoder, by trying every Latin letter, alone and after a vowel. Not every capital has a code. */
function inverse(decode: (text: string) => string, vowels: string[]): (text: string) => string {
  const codes = new Map<string, string>();
  for (let code = 0xa1; code <= 0xff; code++) {
    for (const vowel of vowels) {
      const text = vowel + String.fromCodePoint(code);
      const decoded = decode(text);
      if ([...decoded].length === 1 && decoded !== text) codes.set(decoded, text);
    }
  }
  return (text) => [...text].map((letter) => codes.get(letter) ?? codes.get(letter.toLowerCase()) ?? letter).join('');
}

const toTcvn3 = inverse(decodeTcvn3, ['']);
const toVni = inverse(decodeVni, ['', ...'aAeEoOôÔuUöÖyY']);

describe('text of old fonts', () => {
  test('the examples that everybody knows', () => {
    expect(toTcvn3('Nguyễn Văn Cường')).toBe('NguyÔn V¨n C\u00adêng');
    expect(toVni('Nguyễn Văn Hường')).toBe('Nguyeãn Vaên Höôøng');
    expect(toTcvn3('Đỗ Thị Bình')).toBe('§ç ThÞ B×nh');
    expect(toVni('Đỗ Thị Bình')).toBe('Ñoã Thò Bình');
  });

  test('every name with Văn in it is recognised in both codes, and which one it is', () => {
    fc.assert(
      fc.property(fc.constantFrom(...familyNames), fc.constantFrom(...givenNames), (family, given) => {
        const name = `${family} Văn ${given}`;
        expect(findLegacyText(toTcvn3(name))).toBe('tcvn3');
        const others = [family, given].some((part) => toVni(part) !== part && !isVietnameseSyllable(toVni(part)));
        if (others) expect(findLegacyText(toVni(name))).toBe('vni');
      }),
      { numRuns: 2000 },
    );
  });

  test.each([
    ['Hä vµ tªn', 'tcvn3'],
    ['BÝ th\u00ad', 'tcvn3'],
    ['ñy viªn ban chÊp hµnh', 'tcvn3'],
    ['§¶ng bé x·', 'tcvn3'],
    ['NguyÔn An', 'tcvn3'],
    ['Leâ Hoaøng', 'vni'],
    ['NGUYEÃN VAÊN NAM', 'vni'],
    ['Chöùc vuï', 'vni'],
    ['Nguyá»…n VÄƒn An', 'misread'],
    ['Äáº·ng', 'misread'],
    ['Nguy?n V?n An', 'lost'],
    ['Tr�n', 'lost'],
    ['?? Th? Bình', 'lost'],
  ])('%s is recognised as %s', (text, expected) => {
    expect(findLegacyText(text)).toBe(expected);
  });
});

test.each([
  ['nghiêng', true],
  ['Giếng', true],
  ['gì', true],
  ['quyết', true],
  ['Quý', true],
  ['thuý', true],
  ['khuỷu', true],
  ['vaên', false],
  ['cồc', false],
  ['nguyeãn', false],
  ['kđăm', false],
  ['áà', false],
])('%s is a syllable: %s', (word, expected) => {
  expect(isVietnameseSyllable(word)).toBe(expected);
});
