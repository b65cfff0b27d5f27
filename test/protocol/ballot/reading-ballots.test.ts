import { expect, test, vi } from 'vitest';
import { wasmGroup as group } from '../../../src/protocol/arithmetic/wasm-group.ts';
import { readBallotHead } from '../../../src/protocol/ballot/ballot-head.ts';
import { boxedBallot } from '../../../src/protocol/ballot/boxed-ballot.ts';
import { checkBallot, checkBallotSignature } from '../../../src/protocol/ballot/check-ballot.ts';
import { createBallot } from '../../../src/protocol/ballot/create-ballot.ts';
import { createCredential, sortCredentials } from '../../../src/protocol/ballot/credential.ts';
import { utf8Bytes } from '../../../src/protocol/encoding/utf8.ts';
import type { Ciphertexts } from '../../../src/protocol/tally/tally.ts';
import { anElection } from '../../support/build/elections.ts';
import { repeatableRandom } from '../../support/build/recorded-random.ts';

const election = anElection(group, [3]);
const sealed = createBallot(group, election, createCredential(repeatableRandom(1)), [1], repeatableRandom(2));
const credentials = new Set([sealed.publicCredential]);
const context = { credentials, seen: new Set<string>() };

test('the beginning of a ballot names its election and its paper, before anything is proven', () => {
  const head = { uuid: election.uuid, credential: sealed.publicCredential };
  expect(readBallotHead(sealed.text)).toEqual(head);
  expect(readBallotHead(`${sealed.text.slice(0, 400)} and anything`)).toEqual(head);
  for (const other of ['', '{}', ` ${sealed.text}`, sealed.text.replace('"credential":"', '"credential":"0')]) {
    expect(readBallotHead(other)).toBeUndefined();
  }
});

test('a ballot that was checked before is boxed with what the tally needs, and what never passed is a bug', () => {
  const checked = checkBallot(group, election, sealed.text, context);
  if (!checked.ok) throw new Error(checked.refusal);
  const { hash, publicCredential, ciphertexts } = checked.ballot;
  expect(publicCredential).toBe(sealed.publicCredential);
  expect(ciphertexts.map((answer) => answer.length)).toEqual([3]);
  const boxed = boxedBallot(group, { hash, content: utf8Bytes(sealed.text) });
  expect([boxed.hash, boxed.publicCredential]).toEqual([hash, publicCredential]);
  const encode = (all: typeof ciphertexts) =>
    all.map((answer) => answer.map(({ alpha, beta }) => [group.encode(alpha), group.encode(beta)]));
  expect(encode(boxed.ciphertexts() as typeof ciphertexts)).toEqual(encode(ciphertexts));
  const never = 'a ballot that was never checked';
  for (const content of [utf8Bytes('{}'), new Uint8Array([0xff])]) {
    expect(() => boxedBallot(group, { hash, content })).toThrow(never);
  }
  const broken = sealed.text.replace(/"alpha":"[0-9a-f]{64}"/, '"alpha":"zz"');
  expect(() => boxedBallot(group, { hash, content: utf8Bytes(broken) }).ciphertexts()).toThrow(never);
});

test('the points of a boxed ballot are taken from its hint, and from its texts where the hint is not its own', () => {
  const { hint = new Uint8Array() } = sealed;
  const foreign = createBallot(group, election, createCredential(repeatableRandom(3)), [1], repeatableRandom(4)).hint;
  const checked = checkBallot(group, election, sealed.text, context);
  if (!checked.ok) throw new Error(checked.refusal);
  const content = utf8Bytes(sealed.text);
  const encode = (all: Ciphertexts) => all.flat().map(({ alpha, beta }) => [group.encode(alpha), group.encode(beta)]);
  const read = vi.spyOn(group, 'decodeAgain');
  const fromTexts = (given: Uint8Array | undefined) => {
    read.mockClear();
    const { ciphertexts } = boxedBallot(group, { hash: checked.ballot.hash, content, hint: given });
    expect(encode(ciphertexts())).toEqual(encode(checked.ballot.ciphertexts));
    return read.mock.calls.length;
  };
  expect(fromTexts(hint)).toBe(0);
  for (const given of [undefined, foreign, hint.subarray(0, 320), hint.map(() => 255), new Uint8Array()]) {
    expect(fromTexts(given)).toBe(6);
  }
  read.mockRestore();
});

test('whose ballot it is can be told without its proofs', () => {
  expect(checkBallotSignature(group, election, sealed.text, context)).toBeUndefined();
  expect(checkBallotSignature(group, election, sealed.text.replace('"hash":"', '"hash":"A'), context)).toBeDefined();
  const forged = sealed.text.replace(/.(?="\}\}\}$)/, (digit) => String((Number(digit) + 1) % 10));
  expect(checkBallotSignature(group, election, forged, context)).toBe('signature');
  expect(checkBallotSignature(group, election, '{}', context)).toBe('wrong-fields');
  expect(checkBallotSignature(group, election, new Uint8Array([0xff]), context)).toBe('not-canonical');
});

test('credentials stand in the order of the points read from the last byte to the first', () => {
  const point = (first: string, last: string) => `${first}${'0'.repeat(60)}${last}`;
  const [low, middle, high] = [point('ff', '01'), point('00', '02'), point('01', '02')];
  for (const given of [
    [low, middle, high],
    [high, middle, low],
    [middle, high, low],
  ]) {
    expect(sortCredentials(given)).toEqual([low, middle, high]);
  }
});
