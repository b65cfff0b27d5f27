import { expect, test } from 'vitest';
import { readBirthYear } from '../../../src/domain/lists/list-cells.ts';
import { namesToldApart, shownBirthYears } from '../../../src/domain/roster/namesakes.ts';
import { cellOf } from '../../support/build/lists.ts';

test('a year of birth stands behind a name only where two people of the list have it', () => {
  const list = [
    { name: 'Lò Thị Hòa', birthYear: 1970, personId: 'a' },
    { name: 'LÒ THỊ HOÀ', birthYear: 1981, personId: null },
    { name: 'Lò Văn Ba', birthYear: 1960, personId: 'b' },
    { name: 'Lò Văn Tư', birthYear: null },
    { name: 'Lò Văn Tư', birthYear: 1950 },
  ];
  expect(namesToldApart(list)).toEqual([
    ...['Lò Thị Hòa (1970)', 'LÒ THỊ HOÀ (1981)', 'Lò Văn Ba', 'Lò Văn Tư', 'Lò Văn Tư (1950)'],
  ]);
});

test('a list of people shows the years of birth of namesakes only', () => {
  const people = [
    { id: 'a', name: 'Lò Thị Hòa', birthYear: 1970 },
    { id: 'b', name: 'Lò Thị Hoà', birthYear: null },
    { id: 'c', name: 'Lò Văn Ba', birthYear: 1960 },
    { id: 'c', name: 'Lò Văn Ba', birthYear: 1960 },
  ];
  expect([...shownBirthYears(people)]).toEqual([['a', 1970]]);
});

test('one person on two lines is nobody’s namesake', () => {
  const seat = { name: 'Lò Thị Hòa', birthYear: 1970, personId: 'a' };
  expect(namesToldApart([seat, seat])).toEqual(['Lò Thị Hòa', 'Lò Thị Hòa']);
});

test.each([
  [1975, 1975],
  ['1975', 1975],
  ['Sinh năm 1975', 1975],
  ['năm 1975', 1975],
  ['15/03/1975', 1975],
  ['1975-03-15', 1975],
  [new Date(Date.UTC(1975, 2, 15)), 1975],
  [27_468, 1975],
  ['75', undefined],
  ['1875', undefined],
  ['31/02/1975', undefined],
  ['không rõ', undefined],
  [true, undefined],
])('of the birthday %j the year is read', (cell, year) => {
  const wrong: string[] = [];
  const read = readBirthYear(cellOf(cell), (_field, code) => void wrong.push(code));
  expect(wrong.length === 0 ? read : undefined).toBe(year);
});
