import { describe, expect, test } from 'vitest';
import { lineOfText, linesOfText } from '../../../src/contract/kit/text.ts';
import {
  codePointName,
  findSteering,
  hasLongMarkRun,
  hasUnseen,
  withoutUnseen,
} from '../../../src/domain/text/unseen-characters.ts';
import { otherPeoplesNames } from '../../support/build/names.ts';

test.each(['\u00ad', '\u200b', '\u200c', '\u200d', '\u200e', '\u200f', '\u2060', '\ufeff', '\u061c'])(
  '%j is taken off',
  (character) => {
    const text = `Lò${character} Thị ${character}Ba`;
    expect(hasUnseen(text)).toBe(true);
    expect(withoutUnseen(text)).toBe('Lò Thị Ba');
    expect(lineOfText(100).parse(text)).toBe('Lò Thị Ba');
  },
);

test.each(['\u00a0', '\u2003', '\u202f', '\u3000', '\u2028'])('%j is a blank like any other', (blank) => {
  expect(hasUnseen(blank)).toBe(false);
  expect(lineOfText(100).parse(`Lò${blank}Ba`)).toBe('Lò Ba');
});

describe('what steers how others are shown, or is nothing, is found and named', () => {
  test.each([
    ['U+202E', '\u202e'],
    ['U+2066', '\u2066'],
    ['U+FE0F', '\ufe0f'],
    ['U+034F', '\u034f'],
    ['U+E0041', '\u{e0041}'],
    ['U+E0100', '\u{e0100}'],
    ['U+E000', '\ue000'],
    ['U+F0000', '\u{f0000}'],
    ['U+0378', '\u0378'],
    ['U+FFFE', '\ufffe'],
    ['U+3164', '\u3164'],
    ['U+2062', '\u2062'],
  ])('%s', (name, character) => {
    expect(codePointName(findSteering(`Lò ${character}Ba`) ?? '')).toBe(name);
    expect(lineOfText(100).safeParse(`Lò ${character}Ba`).success).toBe(false);
  });
});

test('no name of a people of the country holds any of it, composed or not', () => {
  for (const name of [...otherPeoplesNames, 'Nguyễn Thị Ngọc Ánh', 'H’Hen Niê'])
    for (const text of [name, name.normalize('NFD')])
      expect([findSteering(text), hasUnseen(text), hasLongMarkRun(text)]).toEqual([undefined, false, false]);
});

test('thirty marks on one letter are text, thirty-one are none', () => {
  expect(hasLongMarkRun(`a${'\u0301'.repeat(30)}b`)).toBe(false);
  expect(hasLongMarkRun(`a${'\u0301\u0323'.repeat(16)}`)).toBe(true);
});

test('in several lines the same holds, and what parts them parts them still', () => {
  expect(linesOfText(100).parse('Mục\u200b đích\u00a0một\u2028Yêu cầu\n\thai')).toBe('Mục đích một\nYêu cầu\n\thai');
  for (const hidden of ['\u202e', '\u2066', '\ue000', '\u{e0041}'])
    expect(linesOfText(100).safeParse(`Lý do\n${hidden}khác`).error?.issues).toMatchObject([
      { params: { forbidden: codePointName(hidden) } },
    ]);
});
