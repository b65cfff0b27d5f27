import { expect, test } from 'vitest';
import { fuzzProtocol } from '../support/fuzz/protocol.ts';

test('changed ballots, shares, messages and records are judged alike by every arithmetic, and none is accepted', async () => {
  const { faults, verdicts } = await fuzzProtocol({ rounds: 30, seed: 20_261_201 });
  expect(faults).toEqual([]);
  for (const [what, counted] of Object.entries(verdicts)) {
    expect(Object.keys(counted).length, what).toBeGreaterThan(1);
  }
});
