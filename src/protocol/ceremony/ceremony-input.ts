import type { Group } from '../arithmetic/group.ts';
import { sha256Hex } from '../encoding/hash.ts';
import { parseCanonical, readFields, readList, readText, writeCanonical } from '../encoding/json.ts';
import { accepted, type Outcome, refused, refusedTrustee } from '../outcome.ts';
import { readProof, writeProof } from '../proofs/schnorr.ts';
import type { CertificateList } from './certificate.ts';
import { type Coefficients, type CoefficientsRefusal, checkSignedCoefficients } from './coefficients.ts';
import type { Polynomial } from './polynomial.ts';
import { writeSignedMessage } from './signed-message.ts';

/** What trustee j receives in step 4: its own polynomial back, and from everybody a secret and the coefficients. */
export interface CeremonyInput {
  readonly sealedPolynomial: string;
  readonly sealedSecrets: readonly string[];
  readonly coefficients: readonly Coefficients[];
}

export type InputRefusal = CoefficientsRefusal | 'input-form' | 'input-count' | 'commitment';

/** Step 4: what the server sends to trustee `index` (from 1), from the checked polynomials of all. */
export function createInput(polynomials: readonly Polynomial[], index: number): string {
  return writeCanonical({
    polynomial: polynomials[index - 1]?.sealedPolynomial ?? '',
    secrets: polynomials.map((polynomial) => polynomial.sealedSecrets[index - 1] ?? ''),
    coefexps: polynomials.map((polynomial) => writeSignedMessage(polynomial.coefficients.signed)),
    signatures: polynomials.map((polynomial) => writeProof(polynomial.signature)),
  });
}

/** K5–K7 by the receiving trustee: nothing that the server checked before is taken on trust. */
export function checkInput(
  group: Group,
  list: CertificateList,
  text: string,
  commitments: readonly string[] | undefined,
): Outcome<CeremonyInput, InputRefusal> {
  const fields = readFields(parseCanonical(text), ['polynomial', 'secrets', 'coefexps', 'signatures']);
  const sealedPolynomial = readText(fields?.polynomial);
  const sealedSecrets = readList(fields?.secrets, readText);
  const signatures = readList(fields?.signatures, readProof);
  const coefexps = fields?.coefexps;
  if (sealedPolynomial === undefined || sealedSecrets === undefined || signatures === undefined)
    return refused('input-form');
  if (!Array.isArray(coefexps)) return refused('input-form');
  const counts = [sealedSecrets.length, signatures.length, coefexps.length, commitments?.length ?? list.size];
  if (counts.some((count) => count !== list.size)) return refused('input-count');
  const all: Coefficients[] = [];
  for (const position of list.certificates.keys()) {
    const coefficients = checkSignedCoefficients(group, list, position + 1, coefexps[position], signatures[position]);
    if (!coefficients.ok) return coefficients;
    if (commitments && sha256Hex(coefficients.value.signed.message) !== commitments[position]) {
      return refusedTrustee('commitment', position + 1);
    }
    all.push(coefficients.value);
  }
  return accepted({ sealedPolynomial, sealedSecrets, coefficients: all });
}
