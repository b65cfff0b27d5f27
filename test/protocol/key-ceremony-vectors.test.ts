import { expect, test } from 'vitest';
import { nobleGroup as group } from '../../src/protocol/arithmetic/noble-group.ts';
import { checkOutput, createOutput } from '../../src/protocol/ceremony/ceremony-output.ts';
import { checkCertificates } from '../../src/protocol/ceremony/certificate.ts';
import { checkPolynomial } from '../../src/protocol/ceremony/polynomial.ts';
import { repeatableRandom } from '../support/build/recorded-random.ts';
import { vectorJson } from '../support/build/vectors.ts';

interface Case {
  readonly stage: 'check-certs' | 'check-polynomial' | 'step5' | 'check-voutput';
  readonly name: string;
  readonly expected: 'accept' | 'reject';
  readonly certs: readonly unknown[];
  readonly index: number;
  readonly seed: string;
  readonly polynomial: unknown;
  readonly polynomials: readonly unknown[];
  readonly vinput: unknown;
  readonly voutput: unknown;
}

const expected: Readonly<Record<string, string>> = {
  'check-certs: control': 'accepted',
  'check-certs: two certificates exchanged': 'certificate-context, trustee 1',
  'check-certs: one certificate twice': 'certificate-context, trustee 2',
  'check-certs: signature altered': 'certificate-signature, trustee 2',
  'check-certs: another threshold in one certificate, signed': 'certificate-context, trustee 2',
  "check-certs: another trustee's encryption key, signed": 'certificate-duplicate-key, trustee 2',
  'check-certs: no context, signed': 'certificate-form, trustee 2',
  'check-certs: one certificate missing': 'certificate-count',
  'check-certs: encryption key of small order, signed': 'certificate-key, trustee 2',
  'check-polynomial: control': 'accepted',
  'check-polynomial: coefexps signature altered': 'coefficients-signature, trustee 2',
  'check-polynomial: certificates signature altered': 'certificates-signature, trustee 2',
  "check-polynomial: another trustee's polynomial message": 'coefficients-signature, trustee 2',
  'check-polynomial: degree too high (three coefficients for threshold 2), signed': 'coefficients-count, trustee 2',
  'check-polynomial: one secret missing': 'secrets-count, trustee 2',
  'check-polynomial: signed over another list of certificates (server showed different lists)':
    'certificates-signature, trustee 2',
  'step5: control': 'accepted',
  'step5: share that does not fit the coefexps, properly signed and encrypted': 'secret, trustee 2',
  'step5: share meant for another trustee': 'channel-decryption, trustee 2',
  'step5: share sent by another trustee': 'channel-signature, trustee 2',
  'step5: ciphertext altered': 'channel-decryption, trustee 2',
  'step5: signed message for another recipient, re-encrypted (surreptitious forwarding)':
    'channel-recipient, trustee 2',
  'step5: coefexps signed by a stranger': 'coefficients-signature, trustee 2',
  'step5: certificates signature of another run': 'certificates-signature, trustee 2',
  'step5: own polynomial replaced': 'own-polynomial-form, trustee 1',
  'step5: algorithm field removed (AES-CCM form)': 'channel-form, trustee 2',
  'step5: one secret missing': 'input-count',
  'check-voutput: control': 'accepted',
  'check-voutput: proof of knowledge altered': 'key-knowledge, trustee 2',
  "check-voutput: another trustee's output": 'verification-key, trustee 2',
  'check-voutput: verification key of another secret, proven and signed': 'verification-key, trustee 2',
  'check-voutput: signature of the verification key altered': 'key-signature, trustee 2',
  'check-voutput: signature of the verification key missing': 'output-form, trustee 2',
};

const agreed = { size: 3, threshold: 2 };
const texts = (values: readonly unknown[]) => values.map((value) => JSON.stringify(value));

function verdict(outcome: { ok: true } | { ok: false; refusal: string; trustee?: number }): string {
  if (outcome.ok) return 'accepted';
  return outcome.trustee === undefined ? outcome.refusal : `${outcome.refusal}, trustee ${outcome.trustee}`;
}

function run(example: Case): string {
  const list = checkCertificates(group, texts(example.certs), agreed);
  if (example.stage === 'check-certs') return verdict(list);
  if (!list.ok) throw new Error('the certificates of this case are good');
  const { index } = example;
  if (example.stage === 'check-polynomial') {
    return verdict(checkPolynomial(group, list.value, index, JSON.stringify(example.polynomial), undefined));
  }
  if (example.stage === 'step5') {
    const input = JSON.stringify(example.vinput);
    return verdict(createOutput(group, list.value, example.seed, input, undefined, repeatableRandom()));
  }
  const coefficients = texts(example.polynomials).map((text, position) => {
    const polynomial = checkPolynomial(group, list.value, position + 1, text, undefined);
    if (!polynomial.ok) throw new Error('the polynomials of this case are good');
    return polynomial.value.coefficients;
  });
  return verdict(checkOutput(group, list.value, coefficients, index, JSON.stringify(example.voutput)));
}

test('every recorded message of the key ceremony is accepted, or refused with its own reason', async () => {
  const cases = await vectorJson<Case[]>('dkg-cases.json');
  const verdicts = Object.fromEntries(cases.map((example) => [`${example.stage}: ${example.name}`, run(example)]));
  expect(verdicts).toEqual(expected);
});
