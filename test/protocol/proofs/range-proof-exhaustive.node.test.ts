import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import type { Ciphertext, RangeProof } from '../../../src/protocol/proofs/range-proof.ts';
import { smallGroup } from '../../support/build/small-group.ts';

/*
 * Over a group of five elements every ciphertext, every proof and every run of the prover is tried. A hash has few values
 * there, so that one false proof in five hits its own by chance: what is shown is that a false statement leaves no
 * choice. Whoever has fixed the commitments can answer one single challenge; of q ≈ 2²⁵² the hash is that one never.
 */
const order = 5n;
const group = smallGroup(order);
const scalars = Array.from({ length: Number(order) }, (_, at) => BigInt(at));
const secrets = scalars.slice(1);

let proofs: typeof import('../../../src/protocol/proofs/range-proof.ts');
beforeAll(async () => {
  vi.resetModules();
  // The same code over scalars modulo 5: its order is the only thing that a proof knows of its group beside its points.
  vi.doMock('../../../src/protocol/arithmetic/scalar.ts', async (original) => ({
    ...(await original<object>()),
    order,
    mod: (value: bigint) => ((value % order) + order) % order,
  }));
  proofs = await import('../../../src/protocol/proofs/range-proof.ts');
});
afterAll(() => {
  vi.doUnmock('../../../src/protocol/arithmetic/scalar.ts');
  vi.resetModules();
});

function keyOf(secret: bigint) {
  const point = group.generatorPower(secret);
  return { point, power: group.fixedBase(point) };
}
type Key = ReturnType<typeof keyOf>;

function encrypt(key: Key, randomness: bigint, value: bigint): Ciphertext {
  return { alpha: group.generatorPower(randomness), beta: key.power(randomness, value) };
}

/** What a checker has to hash for a proof of that ciphertext. */
function textsOf(key: Key, { alpha, beta }: Ciphertext, proof: RangeProof) {
  const challenges = proof.map(({ challenge }) => challenge);
  const powers = { alpha: group.powers(alpha, challenges), beta: group.powers(beta, challenges) };
  const commitments = group.encodeAll(proofs.rebuildRangeCommitments(group, key, proof, powers));
  return { alpha: group.encode(alpha), beta: group.encode(beta), commitments };
}

function everyProof(): RangeProof[] {
  const branches = scalars.flatMap((challenge) => scalars.map((response) => ({ challenge, response })));
  return branches.flatMap((zero) => branches.map((one): RangeProof => [zero, one]));
}

/** By the commitments, the challenges for which some proof of that ciphertext leads to them. */
function answerable(key: Key, ciphertext: Ciphertext): ReadonlyMap<string, ReadonlySet<bigint>> {
  const found = new Map<string, Set<bigint>>();
  for (const proof of everyProof()) {
    const commitments = textsOf(key, ciphertext, proof).commitments.join();
    const sum = (proof[0].challenge + proof[1].challenge) % order;
    found.set(commitments, (found.get(commitments) ?? new Set()).add(sum));
  }
  return found;
}

describe.each(secrets)('under the key of %i', (secret) => {
  const key = keyOf(secret);

  test('whatever an honest device draws, its proof of 0 or 1 passes', () => {
    let tried = 0;
    for (const value of [0, 1] as const) {
      for (const randomness of scalars) {
        const ciphertext = encrypt(key, randomness, BigInt(value));
        const [alpha, beta] = [group.encode(ciphertext.alpha), group.encode(ciphertext.beta)];
        for (const challenge of scalars) {
          for (const response of scalars) {
            for (const nonce of scalars) {
              const [opening, nonces] = [
                { randomness, value },
                { simulated: { challenge, response }, nonce },
              ];
              const commitments = group.encodeAll(proofs.rangeCommitments(group, key, opening, nonces));
              const proof = proofs.answerRange('S', { alpha, beta, commitments }, opening, nonces);
              const texts = textsOf(key, ciphertext, proof);
              if (texts.commitments.join() !== commitments.join() || !proofs.checkRange('S', texts, proof)) {
                expect.fail(`${value}, ${randomness}, ${challenge}, ${response}, ${nonce}`);
              }
              tried += 1;
            }
          }
        }
      }
    }
    expect(tried).toBe(2 * 5 ** 4);
  });

  test('who hides 0 or 1 can answer every challenge, whatever the commitments', () => {
    for (const value of [0n, 1n]) {
      for (const randomness of scalars) {
        const challenges = [...answerable(key, encrypt(key, randomness, value)).values()];
        expect(challenges.length).toBe(5 ** 3);
        expect(challenges.filter((each) => each.size !== Number(order))).toEqual([]);
      }
    }
  });

  test('who hides anything else can answer one challenge only, whatever the commitments', () => {
    for (const value of scalars.slice(2)) {
      for (const randomness of scalars) {
        const challenges = [...answerable(key, encrypt(key, randomness, value)).values()];
        expect(challenges.length).toBe(5 ** 4);
        expect(challenges.filter((each) => each.size !== 1)).toEqual([]);
      }
    }
  });

  test('a proof passes where its challenges add up to the hash, and nowhere else', () => {
    const ciphertext = encrypt(key, 2n, 3n);
    const hashes = new Map<string, bigint>();
    let passed = 0;
    for (const proof of everyProof()) {
      const texts = textsOf(key, ciphertext, proof);
      if (!proofs.checkRange('S', texts, proof)) continue;
      passed += 1;
      const sum = (proof[0].challenge + proof[1].challenge) % order;
      const commitments = texts.commitments.join();
      expect(hashes.get(commitments) ?? sum, 'one hash of the same commitments').toBe(sum);
      hashes.set(commitments, sum);
    }
    // By chance about one of five.
    expect(passed).toBeGreaterThan(5 ** 3 / 2);
    expect(passed).toBeLessThan(5 ** 3 * 2);
  });
});
