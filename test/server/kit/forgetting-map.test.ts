import { afterEach, expect, test, vi } from 'vitest';
import { forgettingMap } from '../../../src/server/kit/forgetting-map.ts';

afterEach(() => {
  vi.useRealTimers();
});

test('each thing is remembered for the same while and not a millisecond longer', () => {
  let now = 0;
  const map = forgettingMap<string>(() => now, 1000);
  map.set('first', 'một');
  now = 400;
  map.set('second', 'hai');
  now = 999;
  expect([map.get('first'), map.left('first'), map.left('second')]).toEqual(['một', 1, 401]);
  now = 1000;
  expect([map.get('first'), map.left('first'), map.size]).toEqual([undefined, 0, 1]);
  map.set('second', 'hai nữa');
  now = 1999;
  expect(map.get('second')).toBe('hai nữa');
});

test('it holds no more than what came within the while, however much comes', () => {
  let now = 0;
  const map = forgettingMap<number>(() => now, 100);
  for (; now < 100_000; now += 1) map.set(`key ${now}`, now);
  expect(map.size).toBe(99);
});

test('nothing stays because nobody asks any more', () => {
  vi.useFakeTimers();
  let now = 0;
  let asked = 0;
  const map = forgettingMap<string>(() => {
    asked += 1;
    return now;
  }, 1000);
  map.set('key', 'value');
  now = 1000;
  const before = asked;
  vi.advanceTimersByTime(1000);
  expect(asked).toBeGreaterThan(before);
  expect(vi.getTimerCount()).toBe(0);
});

test('with no while nothing is remembered', () => {
  const map = forgettingMap<string>(() => 0, 0);
  map.set('key', 'value');
  expect([map.get('key'), map.left('key'), map.size]).toEqual([undefined, 0, 0]);
});
