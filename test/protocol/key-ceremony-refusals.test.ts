import { describe, expect, test } from 'vitest';
import { nobleGroup as group } from '../../src/protocol/arithmetic/noble-group.ts';
import { checkInput, createInput } from '../../src/protocol/ceremony/ceremony-input.ts';
import { createOutput } from '../../src/protocol/ceremony/ceremony-output.ts';
import { checkParameters, createParameters } from '../../src/protocol/ceremony/ceremony-parameters.ts';
import { checkCertificates } from '../../src/protocol/ceremony/certificate.ts';
import { createChannelMessage, openChannelMessage } from '../../src/protocol/ceremony/channel.ts';
import { checkSignedCoefficients } from '../../src/protocol/ceremony/coefficients.ts';
import { findSingleKey, openDecryptionKey } from '../../src/protocol/ceremony/decryption-key.ts';
import { checkPolynomial } from '../../src/protocol/ceremony/polynomial.ts';
import { createSealedMessage, readSealedMessage } from '../../src/protocol/ceremony/sealed-message.ts';
import { createSignedMessage, writeSignedMessage } from '../../src/protocol/ceremony/signed-message.ts';
import { checkSingleTrustee, createSingleTrustee } from '../../src/protocol/ceremony/single-trustee.ts';
import { trusteeKeys } from '../../src/protocol/ceremony/trustee-keys.ts';
import {
  checkTrustees,
  neededShares,
  writeSingleTrustees,
  writeThresholdTrustees,
} from '../../src/protocol/ceremony/trustees.ts';
import { type JsonValue, writeCanonical } from '../../src/protocol/encoding/json.ts';
import { aCeremony } from '../support/build/ceremony.ts';
import { good } from '../support/build/good.ts';
import { repeatableRandom } from '../support/build/recorded-random.ts';

/*
 * What a trustee or a server between them may send instead of a message of the ceremony: each is refused by its reason,
 * whoever signed it.
 */

const size = { size: 3, threshold: 2 };
const random = repeatableRandom(12);
const ceremony = aCeremony(group, size, random);
const { list, seeds, inputs, sent, polynomials } = ceremony;
const [seed1 = '', seed2 = ''] = seeds;
const [keys1, keys2] = [trusteeKeys(group, seed1), trusteeKeys(group, seed2)];
/** Bytes of the right length that are no point. */
const noPoint = 'f'.repeat(64);

type Fields = Record<string, JsonValue>;

/** A canonical text with some fields written anew, in their old order. */
function altered(text: string, change: Fields): string {
  return writeCanonical({ ...(JSON.parse(text) as Fields), ...change });
}

/** Signed by the first trustee, whatever it says. */
function signed(message: string): JsonValue {
  return writeSignedMessage(createSignedMessage(group, keys1.signingKey, message, random));
}

describe('a polynomial', () => {
  const coefexps = (texts: readonly string[]) => signed(writeCanonical({ coefexps: texts }));
  const point = polynomials[0]?.coefficients.texts[0] ?? '';

  test.each<[string, Fields, string]>([
    ['without its own copy', { polynomial: 1 }, 'polynomial-form'],
    ['without a list of secrets', { secrets: 'none' }, 'polynomial-form'],
    ['without a signature', { signature: {} }, 'polynomial-form'],
    ['with coefficients that nobody signed', { coefexps: 'A' }, 'coefficients-form'],
    ['with a signed text that has no coefficients', { coefexps: signed('{"other":1}') }, 'coefficients-form'],
    ['of another degree', { coefexps: coefexps([point]) }, 'coefficients-count'],
    ['with a coefficient that is no point', { coefexps: coefexps([point, noPoint]) }, 'coefficients-point'],
    ['that is not sealed', { polynomial: 'open' }, 'sealed-form'],
    ['with a secret too few', { secrets: ['', ''] }, 'secrets-count'],
  ])('%s is refused', (_, change, refusal) => {
    const text = altered(sent[0] ?? '', change);
    expect(checkPolynomial(group, list, 1, text, undefined)).toMatchObject({ refusal, trustee: 1 });
  });

  test('of a trustee that the ceremony does not have is refused', () => {
    expect(checkPolynomial(group, list, 4, sent[0] ?? '', undefined)).toMatchObject({ refusal: 'polynomial-form' });
    expect(checkSignedCoefficients(group, list, 4, coefexps([point]), undefined)).toMatchObject({
      ...{ refusal: 'coefficients-form', trustee: 4 },
    });
  });
});

describe('what a trustee receives', () => {
  test.each<[string, Fields]>([
    ['its own polynomial', { polynomial: null }],
    ['the secrets', { secrets: [1, 2, 3] }],
    ['the signatures', { signatures: ['', '', ''] }],
    ['the coefficients', { coefexps: {} }],
  ])('without %s is refused', (_, change) => {
    expect(checkInput(group, list, altered(inputs[0] ?? '', change), undefined)).toMatchObject({
      refusal: 'input-form',
    });
  });

  test('with a secret that is no number is refused, and its sender named', () => {
    const [first, second, third] = polynomials;
    if (!first || !second || !third) throw new Error('three polynomials');
    for (const secret of ['{"other":"1"}', '{"secret":1}', 'x']) {
      const sealed = createChannelMessage(group, keys2, keys1, secret, random);
      const wrong = { ...second, sealedSecrets: second.sealedSecrets.with(0, sealed) };
      const input = createInput([first, wrong, third], 1);
      expect(createOutput(group, list, seed1, input, ceremony.commitments, random)).toMatchObject({
        ...{ refusal: 'secret-form', trustee: 2 },
      });
    }
  });
});

test('a message between trustees says who signed it and for whom, or it is none', () => {
  const open = (text: string) =>
    openChannelMessage(
      group,
      keys2,
      keys1.verificationKey,
      createSealedMessage(group, keys2.encryptionKey, text, random),
    );
  expect(open('no signature')).toMatchObject({ refusal: 'channel-form' });
  expect(open(writeCanonical(signed('no fields')))).toMatchObject({ refusal: 'channel-form' });
  expect(open(writeCanonical(signed('{"recipient":1,"message":2}')))).toMatchObject({ refusal: 'channel-form' });
  expect(open(writeCanonical(signed('{"recipient":"1","message":"2"}')))).toMatchObject({
    refusal: 'channel-recipient',
  });
});

test('a sealed message has two points and bytes with a tag', () => {
  const sealed = createSealedMessage(group, keys2.encryptionKey, 'x', random);
  expect(readSealedMessage(group, sealed)).toBeDefined();
  for (const change of [
    { alpha: 1 },
    { beta: 1 },
    { data: 1 },
    { data: '00' },
    { alpha: noPoint },
    { beta: noPoint },
  ]) {
    expect(readSealedMessage(group, altered(sealed, change)), JSON.stringify(change)).toBeUndefined();
  }
});

test('a certificate names what was agreed, and its keys as texts', () => {
  const [first = '', ...rest] = ceremony.certs;
  const context = { group: 'Ed25519', size: 3, threshold: 2, index: 1 };
  const { verification, encryption } = list.certificates[0] ?? {};
  const of = (change: Fields) =>
    signed(JSON.stringify({ context: { ...context, ...change }, verification, encryption }));
  for (const change of [{ group: 'BELENIOS-2048' }, { size: 4 }, { threshold: 1 }, { index: 2 }]) {
    const cert = writeCanonical(of(change));
    expect(checkCertificates(group, [cert, ...rest], size)).toMatchObject({
      refusal: 'certificate-context',
      trustee: 1,
    });
  }
  const nowhere = writeCanonical(signed(JSON.stringify({ context: {}, verification, encryption })));
  expect(checkCertificates(group, [nowhere, ...rest], size)).toMatchObject({ refusal: 'certificate-form' });
  for (const keys of [{ verification: 1, encryption: '' }, { verification: '', encryption: 1 }, { verification: '' }]) {
    const cert = writeCanonical(signed(writeCanonical({ context, ...keys })));
    expect(checkCertificates(group, [cert, ...rest], size)).toMatchObject({ refusal: 'certificate-form', trustee: 1 });
  }
  const unsigned = altered(first, { signature: 'A' });
  expect(checkCertificates(group, [unsigned, ...rest], size)).toMatchObject({ refusal: 'certificate-form' });
});

describe('parameters', () => {
  const all = JSON.parse(ceremony.parameters) as {
    verification_keys: Fields[];
    signatures: JsonValue[];
    coefexps: JsonValue[];
    certs: JsonValue[];
  };
  /** What another than the first trustee says of itself, in the place of the first. */
  const certMessage = (position: number) =>
    (list.certificates[position]?.signed.message ?? '').replace('"index":2', '"index":1');
  const [key = {}, ...keys] = all.verification_keys;
  const { signature: _signature, ...unsigned } = key;

  test.each<[string, Fields]>([
    ['no threshold', { threshold: '2' }],
    ['no certificates', { certs: 'A' }],
    ['no coefficients', { coefexps: 'A' }],
    ['no signatures', { signatures: [1, 2, 3] }],
    ['a signature too few', { signatures: all.signatures.slice(1) }],
    ['a key too few', { verification_keys: keys }],
    ['a key that its trustee did not sign', { verification_keys: [unsigned, ...keys] }],
    ['a key signed by no signature', { verification_keys: [{ ...key, signature: 1 }, ...keys] }],
    ['a key whose name is no text', { verification_keys: [{ ...key, name: 1 }, ...keys] }],
    ['a key that is no point', { verification_keys: [{ ...key, public_key: noPoint }, ...keys] }],
  ])('with %s are refused', (_, change) => {
    expect(checkParameters(group, altered(ceremony.parameters, change), size)).toMatchObject({
      refusal: 'parameters-form',
    });
  });

  test.each<[string, Fields, string]>([
    ['a certificate of somebody else', { certs: all.certs.with(0, signed(certMessage(1))) }, 'certificate-signature'],
    ['the coefficients of another', { coefexps: all.coefexps.toReversed() }, 'coefficients-signature'],
    ['the signatures of others', { signatures: all.signatures.toReversed() }, 'certificates-signature'],
    ['the key of another', { verification_keys: all.verification_keys.toReversed() }, 'verification-key'],
  ])('with %s in the place of a trustee’s are refused, and that trustee named', (_, change, refusal) => {
    expect(checkParameters(group, altered(ceremony.parameters, change), size)).toMatchObject({ refusal, trustee: 1 });
  });

  test('keep the name that stands beside a key', () => {
    const named = { ...key, name: 'Tổ kiểm phiếu' };
    const parameters = altered(ceremony.parameters, { verification_keys: [named, ...keys] });
    expect(good(checkParameters(group, parameters, size)).keys.map(({ name }) => name)).toEqual([
      ...['Tổ kiểm phiếu', undefined, undefined],
    ]);
    const outputs = good(checkParameters(group, parameters, size)).keys.map((one) => ({ sealedKey: '', key: one }));
    expect(createParameters(list, polynomials, outputs)).toBe(parameters);
  });

  test('that are no text of the profile are refused', () => {
    expect(checkParameters(group, '[]', size)).toMatchObject({ refusal: 'parameters-form' });
  });
});

describe('the trustees of an election', () => {
  const single = createSingleTrustee(group, random);
  const alone = good(checkTrustees(group, writeSingleTrustees(single.text)));

  test.each(['', '{}', '[]', '[1]', '[["Single"]]', '[["Shamir",{}]]'])('are not %s', (text) => {
    expect(checkTrustees(group, text)).toMatchObject({ refusal: 'trustees-form' });
  });

  test('a single one has a key and a proof', () => {
    expect(checkSingleTrustee(group, '{}')).toMatchObject({ refusal: 'trustee-form' });
    expect(checkTrustees(group, '[["Single",{}]]')).toMatchObject({ refusal: 'trustee-form', where: 'item 1' });
    const other = JSON.parse(createSingleTrustee(group, random).text);
    expect(checkSingleTrustee(group, altered(single.text, { pok: {} }))).toMatchObject({ refusal: 'trustee-form' });
    const unproven = altered(single.text, { pok: other.pok });
    expect(checkSingleTrustee(group, unproven)).toMatchObject({ refusal: 'key-knowledge' });
    expect(checkTrustees(group, writeSingleTrustees(unproven))).toMatchObject({ refusal: 'key-knowledge' });
    const named = altered(single.text, { name: 'Tổ kiểm phiếu' });
    expect(good(checkSingleTrustee(group, named)).name).toBe('Tổ kiểm phiếu');
  });

  test('are numbered through all items, and a refusal within an item names its trustee so', () => {
    const both = (parameters: string) => `[["Single",${single.text}],["Pedersen",${parameters}]]`;
    const { owners, items, electionKey } = good(checkTrustees(group, both(ceremony.parameters)));
    expect(owners.map(({ owner, item, position }) => [owner, item, position])).toEqual([
      [1, 0, 1],
      ...[1, 2, 3].map((position) => [position + 1, 1, position]),
    ]);
    expect(items.map(neededShares)).toEqual([1, 2]);
    const { publicKey } = good(checkParameters(group, ceremony.parameters, size));
    expect(group.equal(electionKey, group.product(alone.electionKey, publicKey))).toBe(true);
    const { signatures } = JSON.parse(ceremony.parameters) as { signatures: JsonValue[] };
    const unsigned = altered(ceremony.parameters, { signatures: signatures.with(1, signatures[0] ?? null) });
    expect(checkTrustees(group, both(unsigned))).toMatchObject({
      ...{ refusal: 'certificates-signature', trustee: 3, where: 'trustee 3' },
    });
    expect(checkTrustees(group, both('{}'))).toMatchObject({ refusal: 'parameters-form', where: 'item 2' });
  });

  test('a seed opens nothing where there is only a single one, a secret nothing where it is not behind the key', () => {
    expect(openDecryptionKey(group, alone, seed1, '')).toMatchObject({ refusal: 'not-a-trustee' });
    expect(good(findSingleKey(group, alone, single.secret)).secret).toBe(single.secret);
    expect(findSingleKey(group, alone, single.secret + 1n)).toMatchObject({ refusal: 'not-a-trustee' });
    const threshold = good(checkTrustees(group, writeThresholdTrustees(ceremony.parameters)));
    expect(findSingleKey(group, threshold, single.secret)).toMatchObject({ refusal: 'not-a-trustee' });
  });
});
