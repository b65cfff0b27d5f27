import { expect, test } from 'vitest';
import { nobleGroup as group } from '../../../src/protocol/arithmetic/noble-group.ts';
import { order } from '../../../src/protocol/arithmetic/scalar.ts';
import {
  ballotSignaturePrefix,
  keyKnowledgePrefix,
  messageSignaturePrefix,
} from '../../../src/protocol/encoding/hash.ts';
import { checkSchnorr, createSchnorr, readProof, writeProof } from '../../../src/protocol/proofs/schnorr.ts';
import { repeatableRandom } from '../../support/build/recorded-random.ts';

const secret = 42n;
const key = group.generatorPower(secret);
const prefix = ballotSignaturePrefix('hash');
const proof = createSchnorr(group, prefix, secret, repeatableRandom());

test('who knows the secret convinces', () => {
  expect(checkSchnorr(group, prefix, key, proof)).toBe(true);
});

test('a proof serves for nothing else and nobody else', () => {
  expect(checkSchnorr(group, ballotSignaturePrefix('another hash'), key, proof)).toBe(false);
  expect(checkSchnorr(group, prefix, group.generatorPower(43n), proof)).toBe(false);
  expect(checkSchnorr(group, prefix, key, createSchnorr(group, prefix, 43n, repeatableRandom()))).toBe(false);
});

test('what a ballot is signed with proves no key and signs no message of the ceremony', () => {
  const text = group.encode(key);
  const kinds = [ballotSignaturePrefix(text), keyKnowledgePrefix(text), messageSignaturePrefix(text)];
  const said = kinds.map((made) => {
    const one = createSchnorr(group, made, secret, repeatableRandom());
    return kinds.map((asked) => checkSchnorr(group, asked, key, one));
  });
  expect(said).toEqual([
    [true, false, false],
    [false, true, false],
    [false, false, true],
  ]);
});

test('an altered proof is refused', () => {
  expect(checkSchnorr(group, prefix, key, { ...proof, challenge: proof.challenge + 1n })).toBe(false);
  expect(checkSchnorr(group, prefix, key, { ...proof, response: proof.response + 1n })).toBe(false);
  expect(checkSchnorr(group, prefix, key, { challenge: 0n, response: 0n })).toBe(false);
});

test('a proof is read in its one form only', () => {
  const written = writeProof(proof) as { challenge: string; response: string };
  expect(readProof(written)).toEqual(proof);
  for (const other of [
    { response: written.response, challenge: written.challenge },
    { ...written, more: '1' },
    { challenge: written.challenge },
    { ...written, response: (proof.response + order).toString() },
    { ...written, challenge: 7 },
    [written.challenge, written.response],
    null,
  ]) {
    expect(readProof(other)).toBeUndefined();
  }
});
