import { expect, test } from 'vitest';
import { cursorOf, partOf, partOfWhole, placeAt } from '../../../src/server/kit/list-part.ts';

const numbers = (from: number, to: number) => Array.from({ length: to - from + 1 }, (_, at) => `n${from + at}`);
const idOf = (one: string) => one;

/** All parts, one after the other; `change` is what happens to the list behind each part. */
function parts(list: readonly string[], limit: number, change = (now: readonly string[]) => now): string[][] {
  const found: string[][] = [];
  let now = list;
  for (let after: string | undefined; ; now = change(now)) {
    const { rows, next } = partOfWhole(now, { after, limit }, idOf);
    found.push(rows);
    if (next === null) return found;
    after = next;
  }
}

test('the parts of a list are the list, each row once, and the last part is known to be the last', () => {
  expect(parts(numbers(1, 7), 3)).toEqual([numbers(1, 3), numbers(4, 6), ['n7']]);
  expect(parts(numbers(1, 6), 3)).toEqual([numbers(1, 3), numbers(4, 6)]);
  expect(parts([], 3)).toEqual([[]]);
});

test('rows that come or go meanwhile neither repeat one nor leave one out', () => {
  const coming = (now: readonly string[]) => ['new', ...now];
  expect(parts(numbers(1, 7), 3, coming).flat()).toEqual(numbers(1, 7));
  const going = (now: readonly string[]) => now.slice(1);
  expect(parts(numbers(1, 7), 3, going).flat()).toEqual(numbers(1, 7));
  const last = (now: readonly string[]) => now.filter((one) => one !== 'n3');
  expect(parts(numbers(1, 7), 3, last).flat()).toEqual(numbers(1, 7));
});

test('a row that has moved far away does not take the rest with it', () => {
  const moved = (now: readonly string[]) => ['n6', ...now.filter((one) => one !== 'n6')];
  expect(parts(numbers(1, 12), 3, moved).flat().slice(-6)).toEqual(numbers(7, 12));
});

test('what is no cursor begins the list anew', () => {
  for (const after of ['', 'n3', '3', '|', '-1|n3']) {
    expect(partOfWhole(numbers(1, 5), { after, limit: 2 }, idOf).rows).toEqual(['n1', 'n2']);
    expect(cursorOf(after)).toBeUndefined();
  }
});

test('a cursor of a stored list names any key, letters of Vietnamese names and bars too', () => {
  const id = '2f0c6a9e-6d1b-4f57-9a7d-1f1f5d3f9a01';
  for (const key of ['', 'd}uc4 le', 'a|b', '1văn phòng']) {
    const { rows, next } = partOf([id, 'more'], 1, () => ({ key, id }));
    expect([rows, cursorOf(next ?? undefined)]).toEqual([[id], { key, id }]);
  }
  expect(partOf([id], 1, () => ({ key: '', id })).next).toBeNull();
});

test('a key that has no room in a cursor is made anew from its row, unless that has gone or is called otherwise', async () => {
  const id = '2f0c6a9e-6d1b-4f57-9a7d-1f1f5d3f9a01';
  const key = 'a'.repeat(2000);
  const next = partOf([id, 'more'], 1, () => ({ key, id })).next ?? '';
  expect(next).toHaveLength(1000);
  const cut = { key: 'a'.repeat(963), id };
  expect(await placeAt(next, async (of) => (of === id ? key : undefined))).toEqual({ key, id });
  for (const now of [undefined, 'b'.repeat(2000), 'a']) expect(await placeAt(next, async () => now)).toEqual(cut);
});
