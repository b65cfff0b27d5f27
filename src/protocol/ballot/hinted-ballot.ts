import { type BatchArithmetic, type EighthPower, type Group, neutralText, type Point } from '../arithmetic/group.ts';
import { mod } from '../arithmetic/scalar.ts';
import { ballotSignaturePrefix } from '../encoding/hash.ts';
import type { Ciphertext, RangeProof } from '../proofs/range-proof.ts';
import { isSchnorrChallenge } from '../proofs/schnorr.ts';
import type { Election } from '../record/election.ts';
import { findFalseChallenge, productOf } from './answer-challenges.ts';
import { ballotStatement } from './ballot.ts';
import type { Equation } from './equations.ts';
import { hintLength } from './hint.ts';
import type { ReadAnswer, ReadBallot } from './read-ballot.ts';

/** A ballot whose points are those of its hint and whose challenges are their hashes: it holds if its equations do. */
export interface HintedBallot {
  readonly ciphertexts: readonly (readonly Ciphertext[])[];
  readonly equations: readonly Equation[];
}

/**
 * Steps 1 and 2 of PROTOCOL §16: everything about a ballot with a hint but its equations. Undefined where anything does
 * not fit, which says nothing against the ballot: the hint is somebody's advice.
 */
export function readHinted(
  group: Group,
  batches: BatchArithmetic,
  election: Election,
  read: ReadBallot,
  hint: Uint8Array,
): HintedBallot | undefined {
  if (hint.length !== hintLength(election)) return undefined;
  const signer = group.decode(read.publicCredential);
  const powers = batches.readEighths(hint);
  if (signer === undefined || powers === undefined) return undefined;
  const { proof, hash } = read.signature;
  const signature = powers.at(-1);
  if (signature === undefined || !isSchnorrChallenge(ballotSignaturePrefix(hash), signature.text, proof)) {
    return undefined;
  }
  const answers = readAnswers(read, powers);
  if (answers === undefined || !haveTrueChallenges(group, ballotStatement(election, read.publicCredential), answers)) {
    return undefined;
  }
  const ofSignature = {
    ...proof,
    base: 'generator',
    powered: [signer],
    shift: 0n,
    commitment: signature.point,
  } as const;
  return {
    ciphertexts: answers.map(({ ciphertexts }) => ciphertexts),
    equations: [...answers.flatMap(answerEquations), ofSignature],
  };
}

interface HintedAnswer {
  readonly answer: ReadAnswer;
  readonly ciphertexts: readonly Ciphertext[];
  /** A₀, B₀, A₁, B₁ of every proof. */
  readonly commitments: readonly EighthPower[];
}

function readAnswers({ answers }: ReadBallot, powers: readonly EighthPower[]): HintedAnswer[] | undefined {
  const found: HintedAnswer[] = [];
  let next = 0;
  for (const answer of answers) {
    const middle = next + 2 * answer.choices.length;
    const end = middle + 4 * answer.proofs.length;
    const ciphertexts = readCiphertexts(answer, powers.slice(next, middle));
    if (ciphertexts === undefined) return undefined;
    found.push({ answer, ciphertexts, commitments: powers.slice(middle, end) });
    next = end;
  }
  return found;
}

/** B6: a point of the hint is in the group, so that it is enough that its text is the ballot's and that it is not 1. */
function readCiphertexts({ choices }: ReadAnswer, pairs: readonly EighthPower[]): Ciphertext[] | undefined {
  const ciphertexts: Ciphertext[] = [];
  for (const [level, choice] of choices.entries()) {
    const [alpha, beta] = [pairs[2 * level], pairs[2 * level + 1]];
    if (alpha?.text !== choice.alpha || beta?.text !== choice.beta) return undefined;
    if (alpha.text === neutralText || beta.text === neutralText) return undefined;
    ciphertexts.push({ alpha: alpha.point, beta: beta.point });
  }
  return ciphertexts;
}

/** The hashes of B9 and B10. */
function haveTrueChallenges(group: Group, statement: string, answers: readonly HintedAnswer[]): boolean {
  const sums = answers.map(({ ciphertexts }) => productOf(group, ciphertexts));
  const texts = group.encodeAll(sums.flatMap(({ alpha, beta }) => [alpha, beta]));
  return answers.every(({ answer, commitments }, index) => {
    const [alpha = '', beta = ''] = texts.slice(2 * index);
    const own = commitments.map(({ text }) => text);
    return findFalseChallenge(statement, answer, { alpha, beta }, own) === undefined;
  });
}

function answerEquations({ answer, ciphertexts, commitments }: HintedAnswer): Equation[] {
  const points = commitments.map(({ point }) => point);
  return answer.proofs.flatMap((proof, level) => {
    const own = ciphertexts[level];
    // The overall proof is about the products of all: α and β of each take part in its equations.
    return proofEquations(proof, own ? [own] : ciphertexts, points.slice(4 * level, 4 * level + 4));
  });
}

function proofEquations(proof: RangeProof, ciphertexts: readonly Ciphertext[], points: readonly Point[]): Equation[] {
  const [alphas, betas] = [ciphertexts.map(({ alpha }) => alpha), ciphertexts.map(({ beta }) => beta)];
  return proof.flatMap(({ challenge, response }, value): Equation[] => {
    const [a, b] = points.slice(2 * value);
    // An equation left out would be one that nobody checks.
    if (a === undefined || b === undefined) throw new Error('a hint of this length has every commitment');
    // (β/g)^c = β^c·g^-c, as the strict check computes it.
    const shift = value === 0 ? 0n : mod(-challenge);
    return [
      { base: 'generator', response, powered: alphas, challenge, shift: 0n, commitment: a },
      { base: 'key', response, powered: betas, challenge, shift, commitment: b },
    ];
  });
}
