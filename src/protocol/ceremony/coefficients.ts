import type { Group, Point } from '../arithmetic/group.ts';
import { mod } from '../arithmetic/scalar.ts';
import { type JsonValue, parseCanonical, readFields, readList, readText, writeCanonical } from '../encoding/json.ts';
import { accepted, type Outcome, refused, refusedTrustee } from '../outcome.ts';
import type { Proof } from '../proofs/schnorr.ts';
import type { Certificate, CertificateList } from './certificate.ts';
import {
  checkSignature,
  checkSignedMessage,
  readSignedMessage,
  type SignedMessage,
  writeSignedMessage,
} from './signed-message.ts';

/** The public side of a trustee's polynomial: A_k = g^(a_k), signed (PROTOCOL §5.2, step 4). */
export interface Coefficients {
  readonly signed: SignedMessage;
  readonly points: readonly Point[];
  /** Text form of the points. */
  readonly texts: readonly string[];
}

export type CoefficientsRefusal =
  | 'coefficients-form'
  | 'coefficients-signature'
  | 'coefficients-count'
  | 'coefficients-point'
  | 'certificates-signature';

/** The message that carries the coefficients; HEX of it is the commitment made before anything is revealed. */
export function coefficientsMessage(texts: readonly string[]): string {
  return writeCanonical({ coefexps: texts });
}

/** K5: signed by its trustee, exactly t points, each valid. More would need more than t shares to decrypt. */
function checkCoefficients(
  group: Group,
  value: unknown,
  signer: Certificate,
  threshold: number,
): Outcome<Coefficients, CoefficientsRefusal> {
  const signed = readSignedMessage(value);
  if (signed === undefined) return refused('coefficients-form');
  if (!checkSignedMessage(group, signer.verificationKey, signed)) return refused('coefficients-signature');
  const texts = readList(readFields(parseCanonical(signed.message), ['coefexps'])?.coefexps, readText);
  if (texts === undefined) return refused('coefficients-form');
  if (texts.length !== threshold) return refused('coefficients-count');
  const points = readList(texts, (text) => group.decode(String(text)));
  return points === undefined ? refused('coefficients-point') : accepted({ signed, points, texts });
}

/** What a trustee signs to fix the list of certificates that it saw together with its coefficients (K6). */
export function certificatesMessage(list: CertificateList, texts: readonly string[]): string {
  const certs: JsonValue[] = list.certificates.map((certificate) => writeSignedMessage(certificate.signed));
  return `certs_sig|${writeCanonical({ certs, coefexps: texts })}`;
}

/** K6: the trustee signed these coefficients together with MY list. A server showing different lists fails here. */
function isSignedOverCertificates(
  group: Group,
  list: CertificateList,
  signer: Certificate,
  coefficients: Coefficients,
  signature: Proof,
): boolean {
  return checkSignature(group, signer.verificationKey, certificatesMessage(list, coefficients.texts), signature);
}

/**
 * K5 and K6 of trustee `index` (from 1), wherever its coefficients stand: in its own message, in what another trustee
 * receives, in the parameters.
 */
export function checkSignedCoefficients(
  group: Group,
  list: CertificateList,
  index: number,
  value: unknown,
  signature: Proof | undefined,
): Outcome<Coefficients, CoefficientsRefusal> {
  const signer = list.certificates[index - 1];
  if (signer === undefined) return refusedTrustee('coefficients-form', index);
  const coefficients = checkCoefficients(group, value, signer, list.threshold);
  if (!coefficients.ok) return refusedTrustee(coefficients.refusal, index);
  const signed = signature && isSignedOverCertificates(group, list, signer, coefficients.value, signature);
  return signed ? coefficients : refusedTrustee('certificates-signature', index);
}

/** Π_k A_k^(j^k): g to the value at `index` of the polynomial behind these points, without knowing it. */
export function powerAt(group: Group, points: readonly Point[], index: number): Point {
  // Horner's rule: exponents stay as small as the index.
  return points.reduceRight((sum, point) => group.product(group.power(sum, BigInt(index)), point), group.neutral);
}

/** The value at `index` of the polynomial with these coefficients. */
export function valueAt(coefficients: readonly bigint[], index: number): bigint {
  return coefficients.reduceRight((sum, coefficient) => mod(sum * BigInt(index) + coefficient), 0n);
}

/** Points of all polynomials multiplied place by place: the points of their sum. */
export function sumOfPolynomials(group: Group, all: readonly Coefficients[]): Point[] {
  const [first, ...rest] = all;
  return (first?.points ?? []).map((point, place) =>
    rest.reduce((sum, { points }) => group.product(sum, points[place] ?? group.neutral), point),
  );
}
