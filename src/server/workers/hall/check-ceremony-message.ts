import { checkOutput } from '../../../protocol/ceremony/ceremony-output.ts';
import { type CertificateList, checkCertificate, checkCertificates } from '../../../protocol/ceremony/certificate.ts';
import { checkPolynomial, type Polynomial } from '../../../protocol/ceremony/polynomial.ts';
import { checkSingleTrustee } from '../../../protocol/ceremony/single-trustee.ts';
import { parseCanonical } from '../../../protocol/encoding/json.ts';
import { sodiumGroup } from '../../arithmetic/sodium-group.ts';
import type { CeremonyMessageToCheck, CeremonyTexts, Handler } from '../jobs.ts';

/** One message of the key ceremony against everything that was sent before it (PROTOCOL §5.2, K1–K3, K5–K7, K10). */
export const checkCeremonyMessage: Handler<'checkCeremonyMessage'> = (input) => {
  switch (input.round) {
    case 'certificates':
      return input.size === 1 ? checkSingle(input) : checkOwnCertificate(input);
    case 'polynomials':
      return checkOwnPolynomial(input);
    case 'outputs':
      return checkOwnOutput(input);
  }
};

function verdict(checked: { readonly ok: boolean; readonly refusal?: string }) {
  return checked.ok ? ({ ok: true } as const) : ({ ok: false, refusal: checked.refusal ?? 'form' } as const);
}

function checkSingle({ text }: CeremonyMessageToCheck) {
  return verdict(checkSingleTrustee(sodiumGroup, text));
}

/** K1–K3 of one certificate; its keys must differ from all that came before (K2). */
function checkOwnCertificate({ text, teller, size, threshold, sent }: CeremonyMessageToCheck) {
  const agreed = { size, threshold };
  const own = checkCertificate(sodiumGroup, parseCanonical(text), agreed, teller);
  if (!own.ok) return verdict(own);
  const keys = new Set<string>();
  for (const [position, certificate] of sent.certificates.entries()) {
    const other = checkCertificate(sodiumGroup, parseCanonical(certificate ?? ''), agreed, position + 1);
    if (other.ok) keys.add(other.value.verification).add(other.value.encryption);
  }
  const { verification, encryption } = own.value;
  const taken = keys.has(verification) || keys.has(encryption) || verification === encryption;
  return taken ? ({ ok: false, refusal: 'certificate-duplicate-key' } as const) : ({ ok: true } as const);
}

function checkOwnPolynomial({ text, teller, size, threshold, sent }: CeremonyMessageToCheck) {
  const list = listOf(sent, { size, threshold });
  return verdict(checkPolynomial(sodiumGroup, list, teller, text, sent.commitments[teller - 1] ?? ''));
}

function checkOwnOutput({ text, teller, size, threshold, sent }: CeremonyMessageToCheck) {
  const list = listOf(sent, { size, threshold });
  const coefficients = polynomialsOf(sent, list).map((polynomial) => polynomial.coefficients);
  return verdict(checkOutput(sodiumGroup, list, coefficients, teller, text));
}

/** The certificates were checked one by one when they came in. */
function listOf({ certificates }: CeremonyTexts, agreed: { size: number; threshold: number }): CertificateList {
  const list = checkCertificates(sodiumGroup, certificates.map(String), agreed);
  if (!list.ok) throw new TypeError(`certificates that were accepted do not hold: ${list.refusal}`);
  return list.value;
}

function polynomialsOf({ polynomials, commitments }: CeremonyTexts, list: CertificateList): Polynomial[] {
  return polynomials.map((text, position) => {
    const checked = checkPolynomial(sodiumGroup, list, position + 1, text ?? '', commitments[position] ?? '');
    if (!checked.ok) throw new TypeError(`a polynomial that was accepted does not hold: ${checked.refusal}`);
    return checked.value;
  });
}
