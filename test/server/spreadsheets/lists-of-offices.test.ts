import { readdirSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { worksheetsOf } from '../../support/build/worksheets.ts';

const folder = new URL('../../data/lists/', import.meta.url);
const files = readdirSync(folder).filter((name) => !name.endsWith('.md'));
const read = async (name: string) => worksheetsOf(readFileSync(new URL(name, folder)));
const lastOf = async (name: string) => (await read(name)).at(-1)?.rows.at(-1)?.cells ?? [];

test.each(files)('%s is read, its heading where it is', async (name) => {
  const visible = (await read(name)).filter(({ isHidden }) => !isHidden);
  expect(visible.length).toBeGreaterThan(0);
  const expected = name === 'delegates-two-columns-pasted.tsv' ? /^1$/ : /^(TT|Cấp ủy|Họ và tên|Chỉ tiêu)$/;
  for (const sheet of visible) expect(sheet.rows[0]?.cells[0]?.shown).toMatch(expected);
});

test('sheets that are hidden are told', async () => {
  const states = async (name: string) => (await read(name)).map((sheet) => [sheet.name, sheet.isHidden]);
  expect(await states('hidden-first-sheet.xlsx')).toEqual([
    ['foxz', true],
    ['DS', false],
  ]);
  expect(await states('hidden-old-list-first.xlsx')).toEqual([
    ['cũ', true],
    ['mới', false],
  ]);
  expect(await states('one-sheet-per-committee.xlsx')).toEqual([
    ['Phú Túc', false],
    ['Giao Long', false],
  ]);
});

test('errors and formulas never computed are told', async () => {
  expect((await lastOf('error-cell-in-last-day.xlsx'))[4]).toEqual({ kind: 'error', shown: '#NAME?' });
  expect((await lastOf('formula-without-value-in-last-day.xlsx'))[4]).toEqual({ kind: 'uncomputed', shown: '' });
});

test('what people see counts', async () => {
  const targets = (await read('percent-targets.xlsx'))[0]?.rows;
  expect(targets?.[1]?.cells[3]).toEqual({ kind: 'text', shown: '8,5%' });
  expect(targets?.[1]?.cells[4]).toEqual({ kind: 'percent', value: 9, shown: '9%' });
  expect((await lastOf('leading-zero-code.xlsx'))[5]).toMatchObject({ kind: 'number', shown: '079085012345' });
  const day = { kind: 'date', day: '2023-03-15', shown: '15/03/2023' };
  expect((await lastOf('libreoffice-1904.xlsx'))[4]).toEqual(day);
  expect((await lastOf('strict-iso-dates.xlsx'))[4]).toEqual(day);
  expect((await lastOf('1904-plain-number.xlsx'))[4]).toMatchObject({ kind: 'number', day: '2023-03-15' });
});

test('cells without addresses, and rows that only have a format, are read', async () => {
  const shown = ['1', 'Đảng ủy xã Phú Túc', 'Nguyễn Văn Thử Một', 'Ủy viên', '45000', 'A1'];
  for (const name of ['cells-without-r.xlsx', 'empty-row-1048576.xlsx']) {
    expect((await read(name))[0]?.rows.map(({ line }) => line)).toEqual([1, 2]);
    expect((await lastOf(name)).map((cell) => cell?.shown)).toEqual(shown);
  }
});

test('a name over two columns, and a column without a title, keep their places', async () => {
  expect((await read('name-in-two-columns.xlsx'))[0]?.merges).toEqual([{ top: 1, bottom: 1, left: 2, right: 3 }]);
  expect((await lastOf('name-in-two-columns.xlsx')).map((cell) => cell?.shown)).toEqual([
    ...['1', 'Đảng ủy xã Phú Túc', 'Nguyễn Thị', 'Đào', 'Ủy viên'],
  ]);
  expect((await lastOf('untitled-column.xlsx')).at(-1)).toEqual({ kind: 'text', shown: 'đã thôi từ 01/2026' });
});

test('commas within positions do not divide a file of semicolons', async () => {
  const [sheet] = await read('semicolons-five-rows.csv');
  expect(sheet?.rows.map(({ cells }) => cells.length)).toEqual([3, 3, 3, 3, 3, 3]);
});
