import type { Group, Point } from '../arithmetic/group.ts';
import type { RandomBytes } from '../arithmetic/random.ts';
import { mod, randomScalar } from '../arithmetic/scalar.ts';
import { rangeChallenge } from '../encoding/hash.ts';
import { readList } from '../encoding/json.ts';
import type { ElectionKey } from '../record/election.ts';
import { type Proof, readProof, scaleProof } from './schnorr.ts';

/** Proof that a ciphertext hides 0 or 1: one branch for each of the two values (PROTOCOL §7.1, RANGE). */
export type RangeProof = readonly [Proof, Proof];

/** A ciphertext of the tellers' key: α = g^r, β = y^r·g^m. */
export interface Ciphertext {
  readonly alpha: Point;
  readonly beta: Point;
}

/** What only the voter's device knows of a ciphertext. */
export interface Opening {
  /** r */
  readonly randomness: bigint;
  /** m */
  readonly value: 0 | 1;
}

/** Randomness of one proof, drawn in this order: challenge and response of the false branch, nonce of the true one. */
export interface RangeNonces {
  readonly simulated: Proof;
  readonly nonce: bigint;
}

/** Draws the three scalars of one proof. */
export function drawRangeNonces(random: RandomBytes): RangeNonces {
  const challenge = randomScalar(random);
  const response = randomScalar(random);
  return { simulated: { challenge, response }, nonce: randomScalar(random) };
}

/** The nonces whose commitments are those of `nonces` raised to the factor. */
export function scaleNonces({ simulated, nonce }: RangeNonces, factor: bigint): RangeNonces {
  return { simulated: scaleProof(simulated, factor), nonce: mod(nonce * factor) };
}

/**
 * The prover's commitments A₀, B₀, A₁, B₁. Who knows r needs fixed bases only: with e = ρ + r·c, the false branch is
 * A = g^e and B = y^e·g^(±c) (PROTOCOL §7.1, prover cost trick).
 */
export function rangeCommitments(group: Group, key: ElectionKey, opening: Opening, nonces: RangeNonces): Point[] {
  const { randomness, value } = opening;
  const { challenge, response } = nonces.simulated;
  const genuine = [group.generatorPower(nonces.nonce), key.power(nonces.nonce)];
  const exponent = mod(response + randomness * challenge);
  const shift = value === 1 ? challenge : mod(-challenge);
  const simulated = [group.generatorPower(exponent), key.power(exponent, shift)];
  return value === 0 ? [...genuine, ...simulated] : [...simulated, ...genuine];
}

/**
 * The finished proof, once the commitments have their text forms.
 * @param statement the S of the proof
 */
export function answerRange(
  statement: string,
  texts: { readonly alpha: string; readonly beta: string; readonly commitments: readonly string[] },
  opening: Opening,
  { simulated, nonce }: RangeNonces,
): RangeProof {
  const sum = rangeChallenge(statement, texts.alpha, texts.beta, texts.commitments);
  const challenge = mod(sum - simulated.challenge);
  const genuine = { challenge, response: mod(nonce - opening.randomness * challenge) };
  return opening.value === 0 ? [genuine, simulated] : [simulated, genuine];
}

/** The proof with all numbers multiplied: the commitments rebuilt from it are raised to the factor. */
export function scaleRangeProof([zero, one]: RangeProof, factor: bigint): RangeProof {
  return [scaleProof(zero, factor), scaleProof(one, factor)];
}

/** α and β raised to the challenges of both branches. */
export interface BranchPowers {
  readonly alpha: readonly Point[];
  readonly beta: readonly Point[];
}

/** The commitments A₀, B₀, A₁, B₁ that a checker rebuilds (PROTOCOL §7.2). */
export function rebuildRangeCommitments(
  group: Group,
  key: ElectionKey,
  proof: RangeProof,
  powers: BranchPowers,
): Point[] {
  return proof.flatMap(({ challenge, response }, value) => {
    const [alpha = group.neutral, beta = group.neutral] = [powers.alpha[value], powers.beta[value]];
    // (β/g)^c = β^c·g^-c: one base for both branches, and no β/g that could be neutral.
    const shift = value === 0 ? 0n : mod(-challenge);
    return [group.product(group.generatorPower(response), alpha), group.product(key.power(response, shift), beta)];
  });
}

/** Whether the challenges of both branches add up to the hash of the rebuilt commitments (PROTOCOL §7.2). */
export function checkRange(
  statement: string,
  texts: { readonly alpha: string; readonly beta: string; readonly commitments: readonly string[] },
  [zero, one]: RangeProof,
): boolean {
  const sum = rangeChallenge(statement, texts.alpha, texts.beta, texts.commitments);
  return sum === mod(zero.challenge + one.challenge);
}

/** Reads the two branches; undefined when a field or a scalar is refused. */
export function readRangeProof(value: unknown): RangeProof | undefined {
  const [zero, one] = readList(value, readProof, 2) ?? [];
  return zero === undefined || one === undefined ? undefined : [zero, one];
}
