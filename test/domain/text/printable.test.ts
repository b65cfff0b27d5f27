import { expect, test } from 'vitest';
import { findUnprintable, writeOutUnprintable } from '../../../src/domain/text/printable.ts';

test.each([
  'Nguyễn Thị Đào, Ủy viên Ban Thường vụ – “Trưởng ban” (2025 - 2030); H’Yim Kđoh',
  'Y Ƀhăm Êƀan, Rơ Châm Hʼnhơt, K’Să Ñĭ, ƀ č ĕ ĭ ŏ ŭ ñ ĉ Ƀ Č Ĕ Ĭ Ŏ Ŭ Ñ Ĉ',
  'ê̆ ô̆ ơ̆ ư̆ Ê̆ Ô̆ Ơ̆ Ư̆ ŏ̃ ĭ̀',
  'Vừ Mí Dế\nSùng A Sử\tLò Văn Phá',
  '',
])('what is written in Vietnam with Latin letters prints: %s', (text) => {
  expect(findUnprintable(text)).toBeUndefined();
  expect(findUnprintable(text.normalize('NFD'))).toBeUndefined();
});

test.each([
  ['Thạch សុខ', 'សុ'],
  ['ꨀꨇꩉ', 'ꨀ'],
  ['Lý 漢字', '漢'],
  ['Nguyễn Văn A 🙂', '🙂'],
  ['שלום', 'ש'],
  ['Nguyễn\u200eA', '\u200e'],
  ['\ufffdng', '\ufffd'],
  ['\u0301a', '\u0301'],
  ['ề̆', 'ề̆'],
  ['a\u0302\u0302\u0302b', 'â\u0302\u0302'],
  ['1\u0301', '1\u0301'],
  ['a\u20dd', 'a\u20dd'],
])('what the faces cannot print is found by its letter: %s', (text, letter) => {
  expect(findUnprintable(text)).toBe(letter);
});

test('a letter that no document can print is written out by its code points, the others stay', () => {
  expect(writeOutUnprintable('Thạch សុខ')).toBe('Thạch [U+179F U+17BB][U+1781]');
  expect(writeOutUnprintable('Y Ƀhăm ŏ̃')).toBe('Y Ƀhăm ŏ̃');
  expect(writeOutUnprintable('a\u0302\u0302\u0302')).toBe('[U+00E2 U+0302 U+0302]');
});
