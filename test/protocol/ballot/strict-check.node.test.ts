import { expect, onTestFinished, test, vi } from 'vitest';
import { anElection } from '../../support/build/elections.ts';
import { repeatableRandom } from '../../support/build/recorded-random.ts';

test('no check that may refuse a ballot computes in floating point', async () => {
  const inPairs = () => {
    throw new Error('computed in pairs');
  };
  // Other files run in the same process.
  onTestFinished(() => {
    vi.doUnmock('../../../src/protocol/arithmetic/wasm-exports.ts');
    vi.resetModules();
  });
  vi.doMock(import('../../../src/protocol/arithmetic/wasm-exports.ts'), async (original) => ({
    ...(await original()),
    newPairs: () => ({
      prepareConstants: () => 1,
      raiseToEight: inPairs,
      addFactors: inPairs,
      productOfPowers: inPairs,
    }),
  }));
  vi.resetModules();
  const { wasmGroup } = await import('../../../src/protocol/arithmetic/wasm-group.ts');
  const { checkBallots } = await import('../../../src/protocol/ballot/check-ballots.ts');
  const { createBallot } = await import('../../../src/protocol/ballot/create-ballot.ts');
  const { createCredential } = await import('../../../src/protocol/ballot/credential.ts');
  const random = repeatableRandom(14);
  const election = anElection(wasmGroup, [3, 3, 3, 3]);
  const { text, hint } = createBallot(wasmGroup, election, createCredential(random), [0, 1, 2, 0], random);
  const context = { credentials: { has: () => true }, seen: new Set<string>() };
  const [strict] = checkBallots(wasmGroup, election, [{ content: text }], context, { makeHints: true });
  expect(strict).toMatchObject({ ok: true, ballot: { hint } });
  expect(() => checkBallots(wasmGroup, election, [{ content: text, hint }], context)).toThrow('computed in pairs');
});
