import { expect, test } from 'vitest';
import { fitsSearch, searchKey, searchWords } from '../../../src/domain/text/search-key.ts';

const isFound = (name: string, search: string) => fitsSearch(searchKey(name), searchWords(search));

test.each([
  ["H'Hen Niê", 'hhen'],
  ['H’Hen Niê', "h'hen"],
  ['HʼHen Niê', 'H‘HEN NIÊ'],
  ["H'Hen Niê", 'h hen'],
  ["H'Hen Niê", 'hen nie'],
  ["Đảng bộ xã Ea H'Leo", 'ea hleo'],
  ["Đảng bộ xã Ea H'Leo", 'leo'],
  ['Ðặng Văn Út', 'dang van ut'],
  ['Ɖặng Văn Út', 'đặng'],
  ['Lò Thị Hoà', 'Hòa'],
  ['Tỉnh uỷ Bến Tre', 'tỉnh ủy'],
  ['Chi bộ 2', 'chi bo 2'],
  ['Øa Łan', 'oa lan'],
])('%s is found by %j', (name, search) => {
  expect(isFound(name, search)).toBe(true);
});

test.each([
  ["H'Hen Niê", 'en'],
  ['Chi bộ 12', 'chi bo 2'],
  ['Lò Thị Hoà', 'hoan'],
])('%s is not found by %j', (name, search) => {
  expect(isFound(name, search)).toBe(false);
});

test('names are in order without their signs, numbers by their size', () => {
  const names = ['Chi bộ 10', "H'Hen Niê", 'Chi bộ 2', 'Hhon'];
  expect(names.toSorted((a, b) => (searchKey(a) < searchKey(b) ? -1 : 1))).toEqual([
    ...['Chi bộ 2', 'Chi bộ 10', "H'Hen Niê", 'Hhon'],
  ]);
});
