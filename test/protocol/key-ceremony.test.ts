import { describe, expect, test } from 'vitest';
import { nobleGroup as group } from '../../src/protocol/arithmetic/noble-group.ts';
import { order } from '../../src/protocol/arithmetic/scalar.ts';
import { createInput } from '../../src/protocol/ceremony/ceremony-input.ts';
import { checkOutput, createOutput } from '../../src/protocol/ceremony/ceremony-output.ts';
import { checkParameters } from '../../src/protocol/ceremony/ceremony-parameters.ts';
import {
  checkCertificates,
  createCertificate,
  findOwnIndex,
  isOwnCertificate,
} from '../../src/protocol/ceremony/certificate.ts';
import { createChannelMessage, openChannelMessage } from '../../src/protocol/ceremony/channel.ts';
import { openDecryptionKey } from '../../src/protocol/ceremony/decryption-key.ts';
import { checkPolynomial, createCommitment, createPolynomial } from '../../src/protocol/ceremony/polynomial.ts';
import { spokenCode, spokenDigits } from '../../src/protocol/ceremony/spoken-code.ts';
import { createSeed, isSeed, trusteeKeys } from '../../src/protocol/ceremony/trustee-keys.ts';
import { checkTrustees, writeThresholdTrustees } from '../../src/protocol/ceremony/trustees.ts';
import { aCeremony } from '../support/build/ceremony.ts';
import { good } from '../support/build/good.ts';
import { repeatableRandom } from '../support/build/recorded-random.ts';
import { vectorJson, vectorText } from '../support/build/vectors.ts';

const size = { size: 3, threshold: 2 };
const random = repeatableRandom(11);
const ceremony = aCeremony(group, size, random);
const { list, seeds, inputs, commitments } = ceremony;
const [seed1 = '', seed2 = '', seed3 = ''] = seeds;

test('an honest ceremony gives parameters that everybody accepts, and every trustee its key from the seed alone', () => {
  expect(checkParameters(group, ceremony.parameters, size).ok).toBe(true);
  const trustees = good(checkTrustees(group, writeThresholdTrustees(ceremony.parameters)));
  expect(trustees.owners.map(({ owner }) => owner)).toEqual([1, 2, 3]);
  for (const [position, seed] of seeds.entries()) {
    const key = good(openDecryptionKey(group, trustees, seed, ceremony.outputs[position]?.sealedKey ?? ''));
    expect(key.owner.owner).toBe(position + 1);
  }
});

test('a trustee finds that it was replaced, or was handed another key', () => {
  const trustees = good(checkTrustees(group, writeThresholdTrustees(ceremony.parameters)));
  const [first, second] = ceremony.outputs;
  const stranger = createSeed(random);
  expect(openDecryptionKey(group, trustees, stranger, first?.sealedKey ?? '')).toMatchObject({
    refusal: 'not-a-trustee',
  });
  expect(openDecryptionKey(group, trustees, seed1, second?.sealedKey ?? '')).toMatchObject({ refusal: 'sealed-key' });
  const other = aCeremony(group, size, repeatableRandom(11));
  const again = good(checkTrustees(group, writeThresholdTrustees(other.parameters)));
  expect(openDecryptionKey(group, again, seed1, first?.sealedKey ?? '').ok).toBe(true);
});

test('n and t are those agreed beforehand, whatever the parameters name', () => {
  expect(checkParameters(group, ceremony.parameters, { size: 3, threshold: 1 })).toMatchObject({
    refusal: 'threshold',
  });
  expect(checkCertificates(group, ceremony.certs, { size: 3, threshold: 3 })).toMatchObject({ refusal: 'threshold' });
  expect(checkCertificates(group, ceremony.certs, { size: 3, threshold: 0 })).toMatchObject({ refusal: 'threshold' });
});

test('a trustee knows its own certificate again', () => {
  expect(isOwnCertificate(group, list, seed2, 2)).toBe(true);
  expect(isOwnCertificate(group, list, seed2, 1)).toBe(false);
  expect(isOwnCertificate(group, list, seed3, 2)).toBe(false);
});

test('a server in the middle changes the spoken code', () => {
  const code = spokenCode(list);
  expect(code).toMatch(/^\d{4}( \d{4}){4}$/);
  expect(spokenCode(good(checkCertificates(group, ceremony.certs, size)))).toBe(code);
  const forged = createCertificate(group, createSeed(random), size, 2, random);
  const [first = '', , third = ''] = ceremony.certs;
  expect(spokenCode(good(checkCertificates(group, [first, forged, third], size)))).not.toBe(code);
});

// Computed apart from our program, from the words of PROTOCOL §5.2.
test.each([
  ['a,7', '0389 0281 6761 9287 5823'],
  ['a,8', '0524 6081 7720 1424 1252'],
])('the spoken code of fingerprints %s is %s', (fingerprints, code) => {
  expect(spokenDigits(fingerprints.split(','))).toBe(code);
});

test('one of two may be enough to decrypt, none is not', () => {
  const both = (threshold: number) =>
    [1, 2].map((index) => createCertificate(group, seeds[index] ?? '', { size: 2, threshold }, index, random));
  const check = (threshold: number) => checkCertificates(group, both(threshold), { size: 2, threshold });
  expect(check(1).ok).toBe(true);
  expect(check(0)).toMatchObject({ refusal: 'threshold' });
});

test('only the certificate that a seed gives makes its holder a trustee', () => {
  expect(findOwnIndex(group, list, seed2)).toBe(2);
  expect(findOwnIndex(group, list, createSeed(random))).toBeUndefined();
  const [, second] = list.certificates;
  if (second === undefined) throw new Error('three certificates');
  // My key for signing, in a certificate that says something else besides.
  const other = {
    ...second,
    signed: { ...second.signed, message: second.signed.message.replace('"index":2', '"index":3') },
  };
  expect(findOwnIndex(group, { ...list, certificates: list.certificates.with(1, other) }, seed2)).toBeUndefined();
});

test('a phone that lost its memory between commitment and reveal sends the polynomial it committed to', () => {
  const again = createPolynomial(group, list, seed1, repeatableRandom(99));
  expect(checkPolynomial(group, list, 1, again, createCommitment(group, list, seed1)).ok).toBe(true);
});

test('a polynomial that is not the one committed to is refused, by the server and by every trustee', () => {
  const otherCommitment = createCommitment(group, list, seed2);
  const sent = ceremony.sent[0] ?? '';
  expect(checkPolynomial(group, list, 1, sent, otherCommitment)).toMatchObject({ refusal: 'commitment', trustee: 1 });
  const swapped = [commitments[0] ?? '', commitments[2] ?? '', commitments[1] ?? ''];
  expect(createOutput(group, list, seed1, inputs[0] ?? '', swapped, random)).toMatchObject({
    refusal: 'commitment',
    trustee: 2,
  });
  expect(createOutput(group, list, seed1, inputs[0] ?? '', commitments.slice(1), random)).toMatchObject({
    refusal: 'input-count',
  });
});

test('a trustee refuses the input of another, and says whose message it could not open', () => {
  expect(createOutput(group, list, seed1, inputs[1] ?? '', commitments, random)).toMatchObject({
    refusal: 'own-polynomial-channel',
    trustee: 1,
  });
  const [first, second, third] = ceremony.polynomials;
  if (!first || !second || !third) throw new Error('three polynomials');
  const wrong = { ...third, sealedSecrets: second.sealedSecrets };
  expect(createOutput(group, list, seed1, createInput([first, second, wrong], 1), commitments, random)).toMatchObject({
    refusal: 'channel-signature',
    trustee: 3,
  });
});

test('an old polynomial of my own, sent back to me, is refused', () => {
  const keys = trusteeKeys(group, seed1);
  const [first, ...others] = ceremony.polynomials;
  if (first === undefined) throw new Error('three polynomials');
  const opened = good(openChannelMessage(group, keys, keys.verificationKey, first.sealedPolynomial));
  const [free = ''] = (JSON.parse(opened) as { polynomial: string[] }).polynomial;
  for (const polynomial of [
    ['3', '4'],
    [free, '4'],
  ]) {
    const sealedPolynomial = createChannelMessage(group, keys, keys, JSON.stringify({ polynomial }), random);
    const input = createInput([{ ...first, sealedPolynomial }, ...others], 1);
    expect(createOutput(group, list, seed1, input, commitments, random)).toMatchObject({
      ...{ refusal: 'own-polynomial-points', trustee: 1 },
    });
  }
});

test('a key that is not the one behind my public key is refused', () => {
  const keys = trusteeKeys(group, seed1);
  const sealed = createChannelMessage(group, keys, keys, '{"decryption_key":"7"}', random);
  const trustees = good(checkTrustees(group, writeThresholdTrustees(ceremony.parameters)));
  expect(openDecryptionKey(group, trustees, seed1, sealed)).toMatchObject({ refusal: 'another-key' });
});

test('a stranger to the ceremony has no output', () => {
  const stranger = createSeed(random);
  expect(createOutput(group, list, stranger, inputs[0] ?? '', commitments, random)).toMatchObject({
    refusal: 'own-certificate',
  });
});

test('a seed is 22 characters of the alphabet', () => {
  expect(isSeed(seed1)).toBe(true);
  for (const text of ['', seed1.slice(1), `${seed1}1`, `0${seed1.slice(1)}`]) expect(isSeed(text)).toBe(false);
});

test.each([
  ['threshold-2of3', 2, 3],
  ['threshold-2of3-gcm', 2, 3],
  ['threshold-3of5-gcm', 3, 5],
])('the parameters made by the tool are accepted: %s', async (folder, threshold, count) => {
  const text = (await vectorText(`${folder}/threshold.json`)).trim();
  expect(checkParameters(group, text, { size: count, threshold }).ok).toBe(true);
  const trustees = await vectorText(`${folder}/trustees.json`);
  const { electionKey } = good(checkTrustees(group, trustees.trim()));
  const { election_public_key } = await vectorJson<{ election_public_key: string }>(`${folder}/expected.json`);
  expect(group.encode(electionKey)).toBe(election_public_key);
});

test.each(['threshold-2of3-gcm', 'threshold-3of5-gcm'])('trustees of the tool get their keys: %s', async (folder) => {
  const trustees = good(checkTrustees(group, (await vectorText(`${folder}/trustees.json`)).trim()));
  for (const { owner } of trustees.owners) {
    const seed = (await vectorText(`${folder}/trustee${owner}.key`)).trim();
    const sealed = (await vectorText(`${folder}/trustee${owner}.dkey`)).trim();
    expect(good(openDecryptionKey(group, trustees, seed, sealed)).owner.owner).toBe(owner);
  }
});

describe('what the server keeps for a trustee', () => {
  const own = () => JSON.parse(ceremony.sentOutputs[0] ?? '');
  const verdict = (output: object) => checkOutput(group, list, coefficientsOfAll(), 1, JSON.stringify(output));
  const coefficientsOfAll = () => ceremony.polynomials.map((polynomial) => polynomial.coefficients);

  test('has the form of a message that a trustee can open, or is refused before it is kept', () => {
    expect(verdict(own()).ok).toBe(true);
    const sealed = JSON.parse(own().private_key);
    const malformed = [
      ...['', 'x', '{}', JSON.stringify({ ...sealed, algorithm: 'AES-CCM' }), `${own().private_key} `],
      ...[
        { alpha: '0'.repeat(64) },
        { beta: 'f'.repeat(64) },
        { data: '' },
        { data: 'XY' },
        { data: `${sealed.data}0` },
      ].map((change) => JSON.stringify({ ...sealed, ...change })),
    ];
    for (const private_key of malformed) {
      expect(verdict({ ...own(), private_key })).toMatchObject({ refusal: 'output-form', trustee: 1 });
    }
  });

  test('opens to one decimal scalar above zero and below q, which is the key in the election, or is refused', () => {
    const keys = trusteeKeys(group, seed1);
    const trustees = good(checkTrustees(group, writeThresholdTrustees(ceremony.parameters)));
    const opened = (message: string) =>
      openDecryptionKey(group, trustees, seed1, createChannelMessage(group, keys, keys, message, random));
    const key = openDecryptionKey(group, trustees, seed1, own().private_key);
    const secret = key.ok ? key.value.secret : 0n;
    expect(opened(`{"decryption_key":"${secret}"}`).ok).toBe(true);
    const spellings = [
      '0',
      '',
      '-1',
      '+1',
      '0x1',
      '1e3',
      ' 1',
      `0${secret}`,
      `${secret + order}`,
      `${order}`,
      '1'.repeat(9000),
    ];
    const hostile = [
      ...spellings.map((one) => JSON.stringify({ decryption_key: one })),
      ...['{}', '[]', '{"decryption_key":1}', '{"decryption_key":null}', `{"decryption_key":"${secret}","x":"1"}`, '{'],
    ];
    for (const message of hostile) expect(opened(message)).toMatchObject({ refusal: 'sealed-key' });
    expect(opened('{"decryption_key":"1"}')).toMatchObject({ refusal: 'another-key' });
  });
});
