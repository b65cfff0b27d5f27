import { expect } from 'vitest';

/** Processor time in milliseconds, which other programs of a busy machine do not take. */
async function timeOf(work: () => unknown): Promise<number> {
  const before = process.cpuUsage();
  await work();
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1_000;
}

/** What is over before this is not worth comparing: other work of the process counts in it. */
const tooShortToCompare = 150;
const attempts = 8;

/** Twice as much takes at most two and a half times as long. */
export async function expectLinear(once: () => unknown, twice: () => unknown): Promise<void> {
  await timeOf(once);
  // The least of several times is what the work itself takes, however busy the machine: what is quadratic stays at four.
  let [short, long] = [await timeOf(once), await timeOf(twice)];
  const isLinear = () => long <= Math.max(tooShortToCompare, 2.5 * short);
  for (let attempt = 1; attempt < attempts && !isLinear(); attempt++) {
    short = Math.min(short, await timeOf(once));
    long = Math.min(long, await timeOf(twice));
  }
  expect(long).toBeLessThanOrEqual(Math.max(tooShortToCompare, 2.5 * short));
}
