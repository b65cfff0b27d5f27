import { expect, test } from 'vitest';
import { operations } from '../../../src/contract/operations.ts';
import { fuzz } from '../../support/fuzz/run.ts';

/** `npm run fuzz` sends more, with another seed each time. */
const requests = 2_000;

test('whatever is sent from the API description is answered as described, and breaks nothing', async () => {
  const { faults, done, statuses } = await fuzz({ requests, seed: 20_261_201 });
  expect(faults).toEqual([]);
  // A fuzzer that never comes past the door would find nothing behind it.
  expect(done.size).toBeGreaterThan(operations.length * 0.95);
  expect([...done.values()].filter(({ successes }) => successes > 0).length).toBeGreaterThan(operations.length / 4);
  expect(statuses[422]).toBeGreaterThan(0);
});
