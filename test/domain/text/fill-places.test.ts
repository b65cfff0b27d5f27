import { expect, test } from 'vitest';
import { counted, fillPlaces } from '../../../src/domain/text/fill-places.ts';

test('a place without a value stays visible', () => {
  expect(fillPlaces('{a} of {b}', { a: 1 })).toBe('1 of {b}');
  expect(fillPlaces('{a|day|days}')).toBe('{a|day|days}');
});

test('a word goes with its number: one is one, none and more are several', () => {
  const days = (count: number) => fillPlaces('{count} {count|day|days}', { count });
  expect([0, 1, 2, 21, 101].map(days)).toEqual(['0 days', '1 day', '2 days', '21 days', '101 days']);
  expect([counted(1, 'sheet'), counted(3, 'sheet'), counted(1, 'person', 'people')]).toEqual([
    ...['1 sheet', '3 sheets', '1 person'],
  ]);
});
