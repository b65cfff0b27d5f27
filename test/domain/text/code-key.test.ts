import { describe, expect, test } from 'vitest';
import { CommitteeCodes, codeKey } from '../../../src/domain/text/code-key.ts';

describe('a personal code', () => {
  test.each([
    '079 085 012 345',
    '079.085.012.345',
    '079-085-012-345',
    '079085/012345',
    '０７９０８５０１２３４５',
    '079–085–012345',
  ])('is the same typed %s', (typed) => expect(codeKey(typed)).toBe('079085012345'));

  test.each([
    ['VL-071', 'vl 071'],
    ['Đ-01', 'ð01'],
  ])('%s is %s', (one, other) => expect(codeKey(one)).toBe(codeKey(other)));

  test.each([
    ['001234', '1234'],
    ['VL-071', 'VL-0710'],
    ['-', '.'],
  ])('%s is not %s', (one, other) => expect(codeKey(one)).not.toBe(codeKey(other)));
});

describe("a committee's code", () => {
  function found(codes: readonly string[], typed: string) {
    const index = new CommitteeCodes<string>();
    for (const code of codes) index.add(code, code);
    return { found: index.find(typed), alike: index.alike(typed) };
  }

  test.each(['BT-01', 'bt 01', 'BT/01', 'BT01', 'ＢＴ０１'])('is found typed %s', (typed) => {
    expect(found(['BT.01', 'BT.02'], typed)).toEqual({ found: ['BT.01'], alike: ['BT.01'] });
  });

  test('tells steps apart, and without separators may be each of them', () => {
    expect(found(['1.11', '11.1'], '11-1')).toEqual({ found: ['11.1'], alike: ['11.1'] });
    expect(found(['1.11', '11.1'], '111')).toEqual({ found: ['1.11', '11.1'], alike: ['1.11', '11.1'] });
    expect(found(['111', '11.1'], '11.1')).toEqual({ found: ['11.1'], alike: ['111', '11.1'] });
  });
});
