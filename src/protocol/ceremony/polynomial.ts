import type { Group } from '../arithmetic/group.ts';
import type { RandomBytes } from '../arithmetic/random.ts';
import { encodeScalar, mod } from '../arithmetic/scalar.ts';
import { sha256Hex } from '../encoding/hash.ts';
import { parseCanonical, readFields, readList, readText, writeCanonical } from '../encoding/json.ts';
import { accepted, type Outcome, refusedTrustee } from '../outcome.ts';
import { type Proof, readProof, writeProof } from '../proofs/schnorr.ts';
import { type CertificateList, certificateFingerprints } from './certificate.ts';
import { createChannelMessage } from './channel.ts';
import {
  type Coefficients,
  type CoefficientsRefusal,
  certificatesMessage,
  checkSignedCoefficients,
  coefficientsMessage,
  valueAt,
} from './coefficients.ts';
import { readSealedMessage } from './sealed-message.ts';
import { createSignature, createSignedMessage, writeSignedMessage } from './signed-message.ts';
import { trusteeKeys } from './trustee-keys.ts';

/** A trustee's message of step 3, checked. The sealed texts are for their receivers only. */
export interface Polynomial {
  readonly sealedPolynomial: string;
  readonly sealedSecrets: readonly string[];
  readonly coefficients: Coefficients;
  readonly signature: Proof;
}

export type PolynomialRefusal =
  | CoefficientsRefusal
  | 'polynomial-form'
  | 'secrets-count'
  | 'sealed-form'
  | 'commitment';

/**
 * Coefficient number `degree` of the polynomial of the trustee with this seed, for these certificates. Derived, so that
 * a phone that lost its memory between commitment and reveal gives the same polynomial again; 512 bits, so that the
 * remainder is unbiased. Other certificates give another polynomial: no two ceremonies share one. This hash is
 * ours: belenios-tool neither makes nor reads it.
 */
function polynomialCoefficient(seed: string, certificateFingerprints: readonly string[], degree: number): bigint {
  const half = (index: 0 | 1) =>
    sha256Hex(`polynomial|${index}|${degree}|${certificateFingerprints.join(',')}|${seed}`);
  return mod(BigInt(`0x${half(0)}${half(1)}`));
}

/** Coefficients of my polynomial: the same whenever they are computed from this seed and these certificates. */
function ownCoefficients(list: CertificateList, seed: string): bigint[] {
  const fingerprints = certificateFingerprints(list);
  return Array.from({ length: list.threshold }, (_, degree) => polynomialCoefficient(seed, fingerprints, degree));
}

function coefficientTexts(group: Group, coefficients: readonly bigint[]): string[] {
  return group.encodeAll(coefficients.map((coefficient) => group.secretPower(group.generator, coefficient)));
}

/**
 * The commitment that every trustee posts before anyone reveals step 3: HEX of its coefficients' message
 * (PROTOCOL §5.2, "recommended besides"). It stops the last trustee from choosing the common key.
 */
export function createCommitment(group: Group, list: CertificateList, seed: string): string {
  return sha256Hex(coefficientsMessage(coefficientTexts(group, ownCoefficients(list, seed))));
}

/** Step 3: the polynomial of the trustee with this seed, as the text that goes to the server. */
export function createPolynomial(group: Group, list: CertificateList, seed: string, random: RandomBytes): string {
  const keys = trusteeKeys(group, seed);
  const coefficients = ownCoefficients(list, seed);
  const texts = coefficientTexts(group, coefficients);
  const polynomial = writeCanonical({ polynomial: coefficients.map(encodeScalar) });
  const secret = (index: number) => writeCanonical({ secret: encodeScalar(valueAt(coefficients, index)) });
  const coefexps = createSignedMessage(group, keys.signingKey, coefficientsMessage(texts), random);
  return writeCanonical({
    polynomial: createChannelMessage(group, keys, keys, polynomial, random),
    secrets: list.certificates.map((recipient, position) =>
      createChannelMessage(group, keys, recipient, secret(position + 1), random),
    ),
    coefexps: writeSignedMessage(coefexps),
    signature: writeProof(createSignature(group, keys.signingKey, certificatesMessage(list, texts), random)),
  });
}

/**
 * K5–K7 on the message of trustee `index` (from 1).
 * @param commitment what this trustee posted before; undefined only where no commitments are made (other programs)
 */
export function checkPolynomial(
  group: Group,
  list: CertificateList,
  index: number,
  text: string,
  commitment: string | undefined,
): Outcome<Polynomial, PolynomialRefusal> {
  const fields = readFields(parseCanonical(text), ['polynomial', 'secrets', 'coefexps', 'signature']);
  const sealedPolynomial = readText(fields?.polynomial);
  const sealedSecrets = readList(fields?.secrets, readText);
  const signature = readProof(fields?.signature);
  if (
    list.certificates[index - 1] === undefined ||
    sealedPolynomial === undefined ||
    sealedSecrets === undefined ||
    signature === undefined
  ) {
    return refusedTrustee('polynomial-form', index);
  }
  const coefficients = checkSignedCoefficients(group, list, index, fields?.coefexps, signature);
  if (!coefficients.ok) return coefficients;
  if (commitment !== undefined && sha256Hex(coefficients.value.signed.message) !== commitment) {
    return refusedTrustee('commitment', index);
  }
  if (sealedSecrets.length !== list.size) return refusedTrustee('secrets-count', index);
  const sealed = [sealedPolynomial, ...sealedSecrets].every((message) => readSealedMessage(group, message));
  if (!sealed) return refusedTrustee('sealed-form', index);
  return accepted({ sealedPolynomial, sealedSecrets, coefficients: coefficients.value, signature });
}
