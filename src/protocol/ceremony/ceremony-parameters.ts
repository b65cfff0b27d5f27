import type { Group, Point } from '../arithmetic/group.ts';
import { parseCanonical, readCount, readFields, readList, writeCanonical } from '../encoding/json.ts';
import { accepted, type Outcome, refused, refusedTrustee } from '../outcome.ts';
import { type Proof, readProof, writeProof } from '../proofs/schnorr.ts';
import { type CeremonyOutput, findKeyProblem, type TrusteeKeyRefusal } from './ceremony-output.ts';
import {
  type CeremonySize,
  type CertificateList,
  type CertificateRefusal,
  checkCertificateValues,
} from './certificate.ts';
import {
  type Coefficients,
  type CoefficientsRefusal,
  checkSignedCoefficients,
  sumOfPolynomials,
} from './coefficients.ts';
import type { Polynomial } from './polynomial.ts';
import { writeSignedMessage } from './signed-message.ts';
import { readTrusteeKey, type TrusteeKey, writeTrusteeKey } from './trustee-key.ts';

/** The public outcome of a key ceremony, checked: n keys of which t decrypt. */
export interface Parameters extends CeremonySize {
  readonly certificates: CertificateList;
  readonly keys: readonly TrusteeKey[];
  /** The group's part of the election key: Π A_i0. */
  readonly publicKey: Point;
}

export type ParametersRefusal = CertificateRefusal | CoefficientsRefusal | TrusteeKeyRefusal | 'parameters-form';

/** Step 6: the parameters from everything checked before, as they stand in the election's trustees. */
export function createParameters(
  list: CertificateList,
  polynomials: readonly Polynomial[],
  outputs: readonly CeremonyOutput[],
): string {
  return writeCanonical({
    threshold: list.threshold,
    certs: list.certificates.map((certificate) => writeSignedMessage(certificate.signed)),
    coefexps: polynomials.map((polynomial) => writeSignedMessage(polynomial.coefficients.signed)),
    signatures: polynomials.map((polynomial) => writeProof(polynomial.signature)),
    verification_keys: outputs.map((output) => writeTrusteeKey(output.key)),
  });
}

/** Every trustee checks the parameters whole (K1–K3, K5, K6, K10), against the n and t agreed beforehand. */
export function checkParameters(
  group: Group,
  text: string,
  agreed: CeremonySize,
): Outcome<Parameters, ParametersRefusal> {
  const parameters = checkParametersValue(group, parseCanonical(text));
  if (!parameters.ok) return parameters;
  const { size, threshold } = parameters.value;
  return size === agreed.size && threshold === agreed.threshold ? parameters : refused('threshold');
}

/** The same on a parsed value, as it stands in a record: n and t are those that it names. */
export function checkParametersValue(group: Group, value: unknown): Outcome<Parameters, ParametersRefusal> {
  const fields = readFields(value, ['threshold', 'certs', 'coefexps', 'signatures', 'verification_keys']);
  const threshold = readCount(fields?.threshold);
  const { certs, coefexps } = fields ?? {};
  const signatures = readList(fields?.signatures, readProof);
  const keys = readList(fields?.verification_keys, (key) => readTrusteeKey(group, key, 'signed'));
  if (threshold === undefined || !Array.isArray(certs) || !Array.isArray(coefexps)) return refused('parameters-form');
  if (signatures === undefined || keys === undefined) return refused('parameters-form');
  const certificates = checkCertificateValues(group, certs, { size: certs.length, threshold });
  if (!certificates.ok) return certificates;
  const lengths = [coefexps.length, signatures.length, keys.length];
  if (lengths.some((length) => length !== certs.length)) return refused('parameters-form');
  return checkContents(group, certificates.value, coefexps, signatures, keys);
}

function checkContents(
  group: Group,
  list: CertificateList,
  coefexps: readonly unknown[],
  signatures: readonly Proof[],
  keys: readonly TrusteeKey[],
): Outcome<Parameters, ParametersRefusal> {
  const all: Coefficients[] = [];
  for (const position of list.certificates.keys()) {
    const coefficients = checkSignedCoefficients(group, list, position + 1, coefexps[position], signatures[position]);
    if (!coefficients.ok) return coefficients;
    all.push(coefficients.value);
  }
  const sum = sumOfPolynomials(group, all);
  for (const [position, signer] of list.certificates.entries()) {
    const key = keys[position];
    const problem = key ? findKeyProblem(group, signer, sum, position + 1, key) : 'verification-key';
    if (problem !== undefined) return refusedTrustee(problem, position + 1);
  }
  const { size, threshold } = list;
  return accepted({ size, threshold, certificates: list, keys, publicKey: powerAtZero(group, sum) });
}

/** A sum of polynomials at zero: its first point. */
function powerAtZero(group: Group, sum: readonly Point[]): Point {
  return sum[0] ?? group.neutral;
}
