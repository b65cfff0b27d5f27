import type { Group, Point } from '../arithmetic/group.ts';
import type { RandomBytes } from '../arithmetic/random.ts';
import { decodeScalar, encodeScalar, mod } from '../arithmetic/scalar.ts';
import { parseCanonical, readFields, readList, readText, writeCanonical } from '../encoding/json.ts';
import { accepted, type Outcome, refused, refusedTrustee } from '../outcome.ts';
import { type CeremonyInput, checkInput, type InputRefusal } from './ceremony-input.ts';
import { type Certificate, type CertificateList, findOwnIndex } from './certificate.ts';
import { type ChannelRefusal, createChannelMessage, openChannelMessage } from './channel.ts';
import { type Coefficients, powerAt, sumOfPolynomials } from './coefficients.ts';
import { readSealedMessage } from './sealed-message.ts';
import { checkSignature, createSignature } from './signed-message.ts';
import { createTrusteeKey, isKeyProven, readTrusteeKey, type TrusteeKey, writeTrusteeKey } from './trustee-key.ts';
import { type TrusteeKeys, trusteeKeys } from './trustee-keys.ts';

export type OwnPolynomialRefusal = `own-polynomial-${'channel' | 'form' | 'points'}`;
export type CreateOutputRefusal =
  | InputRefusal
  | ChannelRefusal
  | OwnPolynomialRefusal
  | 'own-certificate'
  | 'secret-form'
  | 'secret';

/**
 * Step 5: checks everything received (K4–K9) and gives the text that goes to the server. A refusal names the trustee
 * whose message is wrong: complain aloud and stop.
 * @param commitments what all trustees posted before step 3; undefined only where no commitments are made
 */
export function createOutput(
  group: Group,
  list: CertificateList,
  seed: string,
  input: string,
  commitments: readonly string[] | undefined,
  random: RandomBytes,
): Outcome<string, CreateOutputRefusal> {
  const keys = trusteeKeys(group, seed);
  const index = findOwnIndex(group, list, seed);
  if (index === undefined) return refused('own-certificate');
  const checked = checkInput(group, list, input, commitments);
  if (!checked.ok) return checked;
  const own = checkOwnPolynomial(group, list, keys, checked.value, index);
  if (!own.ok) return own;
  const share = openShares(group, list, keys, checked.value, index);
  if (!share.ok) return share;
  const key = createTrusteeKey(group, share.value, random);
  const signature = createSignature(group, keys.signingKey, key.text, random);
  const decryptionKey = writeCanonical({ decryption_key: encodeScalar(share.value) });
  return accepted(
    writeCanonical({
      private_key: createChannelMessage(group, keys, keys, decryptionKey, random),
      public_key: writeTrusteeKey({ ...key, signature }),
    }),
  );
}

/** K8: my own polynomial came back: it opens, is from me, and fits my coefficients. Stops the replay of an old one. */
function checkOwnPolynomial(
  group: Group,
  list: CertificateList,
  keys: TrusteeKeys,
  input: CeremonyInput,
  index: number,
): Outcome<undefined, OwnPolynomialRefusal> {
  const opened = openChannelMessage(group, keys, keys.verificationKey, input.sealedPolynomial);
  if (!opened.ok) return refusedTrustee('own-polynomial-channel', index);
  const fields = readFields(parseCanonical(opened.value), ['polynomial']);
  const coefficients = readList(fields?.polynomial, decodeScalar, list.threshold);
  if (coefficients === undefined) return refusedTrustee('own-polynomial-form', index);
  const texts = group.encodeAll(coefficients.map((coefficient) => group.secretPower(group.generator, coefficient)));
  const announced = input.coefficients[index - 1]?.texts ?? [];
  const fits = texts.every((text, degree) => text === announced[degree]);
  return fits ? accepted(undefined) : refusedTrustee('own-polynomial-points', index);
}

/** K9: every share opens with its sender's key and fits the sender's coefficients; their sum is my decryption key. */
function openShares(
  group: Group,
  list: CertificateList,
  keys: TrusteeKeys,
  input: CeremonyInput,
  index: number,
): Outcome<bigint, ChannelRefusal | 'secret-form' | 'secret'> {
  let sum = 0n;
  for (const [position, sender] of list.certificates.entries()) {
    const opened = openChannelMessage(group, keys, sender.verificationKey, input.sealedSecrets[position] ?? '');
    if (!opened.ok) return refusedTrustee(opened.refusal, position + 1);
    const secret = decodeScalar(readFields(parseCanonical(opened.value), ['secret'])?.secret);
    if (secret === undefined) return refusedTrustee('secret-form', position + 1);
    const expected = powerAt(group, input.coefficients[position]?.points ?? [], index);
    if (!group.equal(group.secretPower(group.generator, secret), expected))
      return refusedTrustee('secret', position + 1);
    sum = mod(sum + secret);
  }
  return accepted(sum);
}

/** A trustee's message of step 5, checked. The sealed key goes back to the trustee when it is time to decrypt. */
export interface CeremonyOutput {
  readonly sealedKey: string;
  readonly key: TrusteeKey;
}

export type TrusteeKeyRefusal = 'key-knowledge' | 'verification-key' | 'key-signature';

/**
 * K10, for the server: the output of trustee `index` (from 1) fits the coefficients of all. Of `private_key`, which only
 * that trustee can open, the form: one that nobody can open would be kept until the box has to be.
 */
export function checkOutput(
  group: Group,
  list: CertificateList,
  coefficients: readonly Coefficients[],
  index: number,
  text: string,
): Outcome<CeremonyOutput, TrusteeKeyRefusal | 'output-form'> {
  const fields = readFields(parseCanonical(text), ['private_key', 'public_key']);
  const sealedKey = readText(fields?.private_key);
  const key = readTrusteeKey(group, fields?.public_key, 'signed');
  const signer = list.certificates[index - 1];
  if (sealedKey === undefined || key === undefined || signer === undefined) return refusedTrustee('output-form', index);
  if (readSealedMessage(group, sealedKey) === undefined) return refusedTrustee('output-form', index);
  const refusal = findKeyProblem(group, signer, sumOfPolynomials(group, coefficients), index, key);
  return refusal === undefined ? accepted({ sealedKey, key }) : refusedTrustee(refusal, index);
}

/** K10: proof of knowledge, fit with the polynomials (`sum`: points of their sum), signature. Undefined when all hold. */
export function findKeyProblem(
  group: Group,
  signer: Certificate,
  sum: readonly Point[],
  index: number,
  key: TrusteeKey,
): TrusteeKeyRefusal | undefined {
  if (!isKeyProven(group, key)) return 'key-knowledge';
  if (!group.equal(key.publicKey, powerAt(group, sum, index))) return 'verification-key';
  const signed = key.signature && checkSignature(group, signer.verificationKey, key.text, key.signature);
  return signed ? undefined : 'key-signature';
}
