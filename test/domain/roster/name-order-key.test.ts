import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { compareNames, nameOrderKey } from '../../../src/domain/roster/name-order-key.ts';

/** As an office would write them down, top to bottom. */
const inOrder = [
  'Đồng chí 2',
  'Đồng chí 10',
  'A',
  'Lê An',
  'Lê Ân Văn An',
  'Nguyễn Văn An',
  'Trần Văn An',
  'Trần Văn Ản',
  'Nguyễn Thị Ánh',
  'Lê Ăn',
  'Lê Ân',
  'Lê Ba',
  'Lê Bá',
  'Lê Cường',
  'Lê Dung',
  'Đặng Duy',
  'Trần Đào',
  'Lê Em',
  'Lê Êm',
  'Lê Giang',
  'Trần Thị Hoa',
  'Nguyễn Thị Hòa',
  'Trần Thị Hòa',
  'Lê Hoan',
  'Lê Hoàn',
  'Lê Hôn',
  'Lê Hơn',
  'Lê Ma',
  'Lê Mà',
  'Lê Mả',
  'Lê Mã',
  'Lê Má',
  'Lê Mạ',
  'Lê Mai',
  'Lê Nga',
  'Lê Nghĩa',
  'Trần Thu',
  'Trần Văn Thu',
  'Trần Văn Bình Thu',
  'Lê Thủy',
  'Lê Thúy',
  'Lê Ung',
  'Lê Ưng',
  'Lê Vân',
  'Lê Xuân',
  'Lê Ý',
];

const syllables = [
  'hòa',
  'hoà',
  'Hoà',
  'thúy',
  'thuý',
  'đào',
  'dao',
  'ăn',
  'ân',
  'an',
  'Án',
  'ê̆',
  "h'hen",
  'hhen',
  '7',
];
const aName = fc.array(fc.constantFrom(...syllables), { minLength: 1, maxLength: 5 }).map((words) => words.join(' '));
const sign = (value: number) => Math.sign(value);

describe('the order of names', () => {
  test('is the given name, then what is between, then the family name, by the Vietnamese alphabet', () => {
    expect(inOrder.toReversed().toSorted(compareNames)).toEqual(inOrder);
  });

  test.each([
    ['Nguyễn Thị Hoà', 'Nguyễn Thị Hòa'],
    ['Lê Thuý', 'Lê Thúy'],
    ['Đỗ  Văn Đức', 'Ðỗ Văn Ðức'],
    ['Trần Thị Mỹ'.normalize('NFD'), 'Trần Thị Mỹ'],
  ])('does not know two spellings apart that are one: %s, %s', (one, other) => {
    expect(nameOrderKey(one)).toBe(nameOrderKey(other));
  });

  test('lets tones decide only among names of the same letters, and case and apostrophes after them', () => {
    expect(['Mạ Văn', 'Ma Văn', 'Mã Vân'].toSorted(compareNames)).toEqual(['Ma Văn', 'Mạ Văn', 'Mã Vân']);
    expect(["H'Hen", 'Hhen', 'HHEN', 'hhẻn'].toSorted(compareNames)).toEqual(['Hhen', 'HHEN', "H'Hen", 'hhẻn']);
    expect(['Y Bhăm', 'Y Ƀhăm', 'Y Bhăn'].toSorted(compareNames)).toEqual(['Y Bhăm', 'Y Ƀhăm', 'Y Bhăn']);
  });

  test('puts two of one name by the year of birth behind it', () => {
    const named = ['Lê Thị Hòa', 'Lê Thị Hòa (1970)', 'Lê Thị Hoà (1981)', 'Lê Thị Hoa (1990)', 'Lê An (2000)'];
    expect(named.toSorted(compareNames)).toEqual([...named.slice(3).reverse(), ...named.slice(0, 3)]);
  });

  test('puts letters that the alphabet does not have behind all it has', () => {
    expect(['Lê 漢', 'Lê សុខ', 'Lê Z', 'Lê W'].toSorted(compareNames)).toEqual(['Lê W', 'Lê Z', 'Lê សុខ', 'Lê 漢']);
  });

  test('is the same by bytes as by the key, and total', () => {
    fc.assert(
      fc.property(fc.array(aName, { minLength: 3, maxLength: 3 }), ([a = '', b = '', c = '']) => {
        expect(sign(compareNames(a, b)) + sign(compareNames(b, a))).toBe(0);
        if (compareNames(a, b) <= 0 && compareNames(b, c) <= 0) expect(compareNames(a, c)).toBeLessThanOrEqual(0);
        const [first, second] = [nameOrderKey(a), nameOrderKey(b)];
        expect(sign(Buffer.compare(Buffer.from(first), Buffer.from(second)))).toBe(sign(compareNames(a, b)));
      }),
    );
  });

  test('has keys of ASCII for whatever is written', () => {
    fc.assert(fc.property(fc.string({ unit: 'binary' }), (text) => /^[ -~]*$/.test(nameOrderKey(text))));
  });

  test('is the same for a name in capitals, until nothing else is left to tell two apart', () => {
    fc.assert(
      fc.property(aName, aName, (a, b) => {
        const plain = (name: string) => nameOrderKey(name).replace(/ [012]* !$/, '');
        expect(plain(a.toUpperCase())).toBe(plain(a));
        if (plain(a) !== plain(b)) expect(sign(compareNames(a.toUpperCase(), b))).toBe(sign(compareNames(a, b)));
      }),
    );
  });
});
