import { describe, expect, test } from 'vitest';
import { nobleGroup as group } from '../../src/protocol/arithmetic/noble-group.ts';
import type { RandomBytes } from '../../src/protocol/arithmetic/random.ts';
import { inverseScalar, mod, randomScalar } from '../../src/protocol/arithmetic/scalar.ts';
import { maximumBallotLength } from '../../src/protocol/ballot/ballot.ts';
import { checkBallot } from '../../src/protocol/ballot/check-ballot.ts';
import { createBallot, type Marks } from '../../src/protocol/ballot/create-ballot.ts';
import { createCredential, publicCredential } from '../../src/protocol/ballot/credential.ts';
import {
  ballotSignaturePrefix,
  credentialExponent,
  sha256Base64,
  sha256Hex,
} from '../../src/protocol/encoding/hash.ts';
import { writeCanonical } from '../../src/protocol/encoding/json.ts';
import { utf8Bytes } from '../../src/protocol/encoding/utf8.ts';
import { createSchnorr, writeProof } from '../../src/protocol/proofs/schnorr.ts';
import { anElection, tellerKey } from '../support/build/elections.ts';
import { repeatableRandom, scalarsInOrder } from '../support/build/recorded-random.ts';

interface Branch {
  challenge: string;
  response: string;
}

interface Answer {
  choices: { alpha: string; beta: string }[];
  individual_proofs: Branch[][];
  overall_proof: Branch[];
}

interface Ballot {
  credential: unknown;
  answers: Answer[];
  signature: { hash: string; proof: Branch };
}

const election = anElection(group, [3, 3]);
const credential = createCredential(repeatableRandom(1));
const sealed = seal([0, undefined], repeatableRandom(2));
const credentials = new Set([sealed.publicCredential]);

function seal(marks: Marks, random: RandomBytes) {
  return createBallot(group, election, credential, marks, random);
}

function check(ballot: string | Uint8Array, seen: ReadonlySet<string> = new Set()) {
  const outcome = checkBallot(group, election, ballot, { credentials, seen });
  return outcome.ok ? 'accepted' : outcome.refusal;
}

/** The ballot with something changed. All its scalars become "0", so that what is added does not make it too long. */
function withChange(change: (ballot: Ballot, first: Answer) => void): string {
  const ballot = JSON.parse(sealed.text, (name, value) =>
    name === 'challenge' || name === 'response' ? '0' : value,
  ) as Ballot;
  const [first] = ballot.answers;
  if (first === undefined) throw new Error('a ballot without answers');
  change(ballot, first);
  return JSON.stringify(ballot);
}

/** Seals one mark on each subject, the r of the first subject's levels chosen by the attacker. */
function sealWith(chosen: readonly bigint[], marks: Marks) {
  const rest = Array.from({ length: 3 + 2 * 12 + 1 }, () => randomScalar(repeatableRandom(3)));
  return seal(marks, scalarsInOrder([...chosen, ...rest]));
}

test('the untouched ballot is accepted', () => {
  expect(check(sealed.text)).toBe('accepted');
});

describe('B1: one ballot has one form', () => {
  test('a ballot of exactly the maximum length is read, one byte more is refused unread', () => {
    const limit = maximumBallotLength(election);
    expect(check('x'.repeat(limit))).toBe('not-canonical');
    expect(check('x'.repeat(limit + 1))).toBe('too-long');
    expect(check(new Uint8Array(limit + 1))).toBe('too-long');
    // Fewer characters than the limit, but more bytes.
    expect(check('ế'.repeat(limit - 1))).toBe('too-long');
  });

  test('the maximum is that of the profile', () => {
    expect(
      maximumBallotLength(
        anElection(
          group,
          Array.from({ length: 15 }, () => 3),
        ),
      ),
    ).toBe(14 + 432 + 15 * 1977);
  });

  test('bytes that are no UTF-8 are refused, in a key as elsewhere', () => {
    const bytes = utf8Bytes(sealed.text);
    bytes[2] = 0xff;
    expect(check(bytes)).toBe('not-canonical');
  });

  test.each<[string, (ballot: Ballot, first: Answer) => void]>([
    ['a field more at the top', (ballot) => Object.assign(ballot, { more: 1 })],
    ['a field more in an answer', (_, first) => Object.assign(first, { more: 1 })],
    ['a proof about blank lines', (_, first) => Object.assign(first, { blank_proof: [] })],
    ['a field more in a ciphertext', (_, first) => Object.assign(first.choices[0] ?? {}, { more: 1 })],
    ['a field more in a branch', (_, first) => Object.assign(first.overall_proof[1] ?? {}, { more: 1 })],
    ['a field more in the signature', (ballot) => Object.assign(ballot.signature, { more: 1 })],
    ['a field more in the proof of the signature', (ballot) => Object.assign(ballot.signature.proof, { more: 1 })],
    ['answers that are no list', (ballot) => Object.assign(ballot, { answers: { length: 2 } })],
    ['a ciphertext that is a text', (_, first) => Object.assign(first, { choices: ['', '', ''] })],
    ['no signature at all', (ballot) => Object.assign(ballot, { signature: null })],
  ])('%s', (_, change) => {
    expect(check(withChange(change))).toBe('wrong-fields');
  });
});

test('B3: a credential that is no text is unknown', () => {
  const outcome = checkBallot(
    group,
    election,
    withChange((ballot) => Object.assign(ballot, { credential: [sealed.publicCredential] })),
    { credentials: { has: () => true }, seen: new Set() },
  );
  expect(outcome).toEqual({ ok: false, refusal: 'unknown-credential' });
});

test('B4: a ballot is taken once, a recast of the same marks is another ballot', () => {
  const seen = new Set([sha256Hex(sealed.text)]);
  expect(check(sealed.text, seen)).toBe('duplicate-ballot');
  expect(check(seal([0, undefined], repeatableRandom(4)).text, seen)).toBe('accepted');
});

describe('B5: the counts are those of the election', () => {
  const branch = { challenge: '0', response: '0' };
  test.each<[string, (ballot: Ballot, first: Answer) => void]>([
    ['an answer more', (ballot, first) => ballot.answers.push({ ...first, choices: [], individual_proofs: [] })],
    ['a choice more', (_, first) => first.choices.push({ alpha: '', beta: '' })],
    ['a proof more', (_, first) => first.individual_proofs.push([branch, branch])],
    ['a third branch of an individual proof', (_, first) => first.individual_proofs[2]?.push(branch)],
    ['a third branch of the overall proof', (_, first) => first.overall_proof.push(branch)],
    ['a branch less', (_, first) => first.overall_proof.pop()],
    ['no answers', (ballot) => ballot.answers.splice(0)],
  ])('%s', (_, change) => {
    expect(check(withChange(change))).toBe('wrong-counts');
  });
});

describe('B6: points', () => {
  test('a β that is the neutral point is refused: the vote would lie open', () => {
    const ballot = sealWith([mod(-inverseScalar(tellerKey)), 5n, 7n], [0, undefined]);
    expect(ballot.text).toContain(`"beta":"${group.encode(group.neutral)}"`);
    expect(check(ballot.text)).toBe('invalid-point');
  });

  test('β/g may be neutral, as a value on the way', () => {
    const ballot = sealWith([inverseScalar(tellerKey), 5n, 7n], [1, undefined]);
    expect(ballot.text).toContain(`"beta":"${group.encode(group.generator)}"`);
    expect(check(ballot.text)).toBe('accepted');
  });

  test.each<[string, Marks]>([
    ['both products', [undefined, 2]],
    ['the product of the α', [1, 2]],
  ])('%s may be neutral', (_, marks) => {
    expect(check(sealWith([5n, 7n, mod(-12n)], marks).text)).toBe('accepted');
  });

  test('a point that is no text is refused', () => {
    const published = JSON.parse(sealed.text) as Ballot;
    expect(typeof published.answers[0]?.choices[0]?.alpha).toBe('string');
    const number = withChange((_, first) => Object.assign(first.choices[0] ?? {}, { alpha: 7 }));
    // Its signature does not hold either, and that is found first.
    expect(check(number)).toBe('signature-hash');
  });
});

test('a ballot of another session is refused, even with the same key and credential', () => {
  const other = anElection(group, [3, 4]);
  expect(check(createBallot(group, other, credential, [0, 0], repeatableRandom(5)).text)).not.toBe('accepted');
  const renamed = { ...election, fingerprint: other.fingerprint };
  expect(check(createBallot(group, renamed, credential, [0, 0], repeatableRandom(5)).text)).toBe('wrong-election');
});

test('a ballot copied by the holder of another paper, who signs it as their own, is refused', () => {
  const [own, other] = [credential, createCredential(repeatableRandom(7))];
  const signedBy = (holder: string) => {
    const { signature: _, ...body } = JSON.parse(sealed.text);
    const copy = { ...body, credential: publicCredential(group, election.uuid, holder) };
    const hash = sha256Base64(writeCanonical(copy));
    const secret = credentialExponent(election.uuid, holder);
    const proof = writeProof(createSchnorr(group, ballotSignaturePrefix(hash), secret, repeatableRandom(8)));
    const known = { credentials: { has: () => true }, seen: new Set<string>() };
    return checkBallot(group, election, writeCanonical({ ...copy, signature: { hash, proof } }), known);
  };
  expect(signedBy(own).ok).toBe(true);
  expect(signedBy(other)).toMatchObject({ ok: false, refusal: 'individual-proof' });
});

test('marks that no paper allows cannot be sealed', () => {
  for (const marks of [[0], [0, 1, 2], [3, 0], [-1, 0], [0.5, 0]]) {
    expect(() => seal(marks, repeatableRandom(6))).toThrow(RangeError);
  }
  expect(() => createBallot(group, election, 'no credential', [0, 0], repeatableRandom(6))).toThrow(TypeError);
});
