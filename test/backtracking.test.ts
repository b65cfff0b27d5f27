import { expect, test, vi } from 'vitest';
import {
  adversarialTexts,
  composedExpressions,
  composingFiles,
  type Expression,
  writtenExpressions,
} from './support/expressions.ts';

/*
 * No expression may go back over what it has read: a text of twice the length takes twice the time. Each is run over texts
 * made from its own parts; expressions over lines of our own sources or fixed texts are no exception, since nobody notices
 * when one of them comes to be used on input.
 */
const files = 'src/**/*.{ts,tsx}';
const composing = composingFiles(files);
vi.resetModules();
const composed = await composedExpressions([...composing.keys()]);
const expressions = [...writtenExpressions(files), ...composed];

/** Milliseconds: what is linear takes a hundredth of it over the shorter text. */
const suspicious = 2;

function milliseconds(expression: RegExp, text: string): number {
  expression.lastIndex = 0;
  const start = performance.now();
  expression.test(text);
  return performance.now() - start;
}

/** Of several runs the least, of the processor alone: other programs do not count in it. */
function processorTime(expression: RegExp, text: string): number {
  const tries = Array.from({ length: 3 }, () => {
    const before = process.cpuUsage();
    expression.lastIndex = 0;
    expression.test(text);
    const { user, system } = process.cpuUsage(before);
    return (user + system) / 1000;
  });
  return Math.min(...tries);
}

function isSlow(expression: RegExp, text: string): boolean {
  return [1, 2].every(() => milliseconds(expression, text) > 2 * suspicious);
}

/** The text over which an expression takes more than in proportion. */
function findBacktracking(one: Expression): string | undefined {
  const expression = new RegExp(one.source, one.flags);
  for (const make of adversarialTexts(one)) {
    // What doubles with each character is noticed over a few of them, and would never end over more.
    const few = [0.007, 0.01, 0.014, 0.02].find((times) => isSlow(expression, make(times)));
    if (few !== undefined) return make(few);
    if (milliseconds(expression, make(1)) < suspicious) continue;
    // What is quadratic takes sixteen times as long over four times as much.
    const [short, long] = [processorTime(expression, make(1)), processorTime(expression, make(4))];
    if (long > 8 * short && long > 20) return make(0.01);
  }
  return undefined;
}

test('the sources have many expressions', () => {
  expect(expressions.length).toBeGreaterThan(200);
});

test('those that are put together of texts are put together where a file is loaded, and each is among them', () => {
  const inside = [...composing].filter(([, counted]) => counted.inside > 0).map(([path]) => path);
  expect(inside, 'an expression that is made when a function is called is run over nothing here').toEqual([]);
  const counts = Object.groupBy(composed, ({ place }) => place);
  expect(Object.fromEntries(Object.entries(counts).map(([path, made]) => [path, made?.length]))).toEqual(
    Object.fromEntries([...composing].map(([path, { atLoad }]) => [path, atLoad])),
  );
  expect(composed.length).toBeGreaterThan(10);
});

test('an expression that goes back is found', () => {
  for (const source of ['(a+)+b', '\\s+$', '[a-z]+@[a-z]+\\.']) {
    expect(findBacktracking({ place: 'here', source, flags: '' }), source).toBeDefined();
  }
});

test('no expression goes back over what it has read', () => {
  const found = expressions.flatMap((one) => {
    const text = findBacktracking(one);
    return text === undefined ? [] : [`${one.place} /${one.source}/${one.flags} over ${JSON.stringify(text)} …`];
  });
  expect(found).toEqual([]);
});
