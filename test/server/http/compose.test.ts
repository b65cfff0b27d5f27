import { expect, test } from 'vitest';
import { cleanText } from '../../../src/domain/roster-line.ts';
import { composeTexts } from '../../../src/server/http/compose.ts';
import { findUnfit } from '../../../src/server/http/unfit.ts';

const hasLongMarkRunAnywhere = (value: unknown) => findUnfit(value, undefined, 'body')?.code === 'too-many-marks';

/** Marks of two classes in turn: composing sorts such a run, in a time that is quadratic in its length. */
const run = (length: number) => `a${'\u0301\u0323'.repeat(length / 2)}`;
const words = (length: number) => `Nguye\u0302\u0303n${'\u0301\u0323'.repeat(12)} `.repeat(length / 32);

/** Milliseconds of the processor, the least of several tries. */
function time(work: () => unknown): number {
  const tries = Array.from({ length: 7 }, () => {
    const before = process.cpuUsage();
    work();
    const { user, system } = process.cpuUsage(before);
    return (user + system) / 1000;
  });
  return Math.min(...tries);
}

test.each([
  ['a run of marks', run, (text: string) => hasLongMarkRunAnywhere({ name: [text] })],
  ['words with many marks', words, (text: string) => !hasLongMarkRunAnywhere({ text }) && composeTexts({ text })],
  ['letters', (length: number) => 'ê'.repeat(length), (text: string) => composeTexts([text])],
  ['a run of marks in a cell', run, (text: string) => cleanText(text)],
])('%s of twice the length takes twice the time', (_what, make, work) => {
  const [small, large] = [make(320_000), make(640_000)];
  expect(work(small)).toBeTruthy();
  // Too short a time measures nothing.
  const [once, twice] = [time(() => work(small)), time(() => work(large))];
  expect(twice).toBeLessThan(2.5 * once + 5);
});

test('a run of marks is found wherever it stands', () => {
  const long = run(40);
  for (const value of [long, [long], { a: { b: long } }, { [long]: 1 }])
    expect(hasLongMarkRunAnywhere(value)).toBe(true);
  for (const value of [run(30), null, 1, new Uint8Array(3), { a: ['Nguyễn'.normalize('NFD')] }])
    expect(hasLongMarkRunAnywhere(value)).toBe(false);
});
