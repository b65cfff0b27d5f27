import type { Group, Point } from '../arithmetic/group.ts';
import type { RandomBytes } from '../arithmetic/random.ts';
import { sha256Hex } from '../encoding/hash.ts';
import { parseCanonical, readFields, writeCanonical } from '../encoding/json.ts';
import { accepted, type Outcome, refused, refusedTrustee } from '../outcome.ts';
import {
  checkSignedMessage,
  createSignedMessage,
  readSignedMessage,
  type SignedMessage,
  writeSignedMessage,
} from './signed-message.ts';
import { type TrusteeKeys, trusteeKeys } from './trustee-keys.ts';

/** What everybody agreed on before the ceremony: n trustees, of whom t decrypt. */
export interface CeremonySize {
  readonly size: number;
  readonly threshold: number;
}

/** A trustee's certificate, checked: its public keys and the exact message that was signed. */
export interface Certificate {
  readonly signed: SignedMessage;
  readonly verificationKey: Point;
  readonly encryptionKey: Point;
  readonly verification: string;
  readonly encryption: string;
}

/** The certificates of all trustees, in order, as accepted by checkCertificates: Γ of PROTOCOL §5.2. */
export interface CertificateList extends CeremonySize {
  readonly certificates: readonly Certificate[];
}

export type CertificateRefusal =
  | 'threshold'
  | 'certificate-count'
  | 'certificate-form'
  | 'certificate-context'
  | 'certificate-key'
  | 'certificate-duplicate-key'
  | 'certificate-signature';

/** Step 1: the certificate of trustee `index` (from 1), as the text that goes to the server. */
export function createCertificate(
  group: Group,
  seed: string,
  size: CeremonySize,
  index: number,
  random: RandomBytes,
): string {
  const keys = trusteeKeys(group, seed);
  const message = certificateMessage(keys, size, index);
  return writeCanonical(writeSignedMessage(createSignedMessage(group, keys.signingKey, message, random)));
}

function certificateMessage(keys: TrusteeKeys, { size, threshold }: CeremonySize, index: number): string {
  return writeCanonical({
    context: { group: 'Ed25519', size, threshold, index },
    verification: keys.verification,
    encryption: keys.encryption,
  });
}

/** Step 2, K1–K3: the certificates of all trustees, each the text that its trustee sent. */
export function checkCertificates(
  group: Group,
  certificates: readonly string[],
  agreed: CeremonySize,
): Outcome<CertificateList, CertificateRefusal> {
  return checkCertificateValues(group, certificates.map(parseCanonical), agreed);
}

/** The same on parsed certificates, as they stand in the trustees of an election. */
export function checkCertificateValues(
  group: Group,
  values: readonly unknown[],
  { size, threshold }: CeremonySize,
): Outcome<CertificateList, CertificateRefusal> {
  if (!(threshold >= 1 && threshold < size)) return refused('threshold');
  if (values.length !== size) return refused('certificate-count');
  const certificates: Certificate[] = [];
  const keys = new Set<string>();
  for (const [position, value] of values.entries()) {
    const certificate = checkCertificate(group, value, { size, threshold }, position + 1);
    if (!certificate.ok) return certificate;
    certificates.push(certificate.value);
    keys.add(certificate.value.verification).add(certificate.value.encryption);
    if (keys.size !== 2 * (position + 1)) return refusedTrustee('certificate-duplicate-key', position + 1);
  }
  return accepted({ size, threshold, certificates });
}

export function checkCertificate(
  group: Group,
  value: unknown,
  { size, threshold }: CeremonySize,
  index: number,
): Outcome<Certificate, CertificateRefusal> {
  const signed = readSignedMessage(value);
  const fields = readFields(parseCanonical(signed?.message ?? ''), ['context', 'verification', 'encryption']);
  const context = readFields(fields?.context, ['group', 'size', 'threshold', 'index']);
  const { verification, encryption } = fields ?? {};
  if (signed === undefined || context === undefined) return refusedTrustee('certificate-form', index);
  if (typeof verification !== 'string' || typeof encryption !== 'string')
    return refusedTrustee('certificate-form', index);
  const asAgreed =
    context.group === 'Ed25519' && context.size === size && context.threshold === threshold && context.index === index;
  if (!asAgreed) return refusedTrustee('certificate-context', index);
  const verificationKey = group.decode(verification);
  const encryptionKey = group.decode(encryption);
  if (verificationKey === undefined || encryptionKey === undefined) return refusedTrustee('certificate-key', index);
  if (!checkSignedMessage(group, verificationKey, signed)) return refusedTrustee('certificate-signature', index);
  return accepted({ signed, verificationKey, encryptionKey, verification, encryption });
}

/** K4: whether the certificate at my place is the one that my seed gives. A server in the middle would fail here. */
export function isOwnCertificate(group: Group, list: CertificateList, seed: string, index: number): boolean {
  const message = certificateMessage(trusteeKeys(group, seed), list, index);
  return list.certificates[index - 1]?.signed.message === message;
}

/** The number (from 1) of the trustee who holds this seed, by K4; undefined when it is none of them. */
export function findOwnIndex(group: Group, list: CertificateList, seed: string): number | undefined {
  const { verification } = trusteeKeys(group, seed);
  const index = 1 + list.certificates.findIndex((certificate) => certificate.verification === verification);
  return isOwnCertificate(group, list, seed, index) ? index : undefined;
}

/** What people compare while the keys are made: HEX of each certificate's message (PROTOCOL §12). */
export function certificateFingerprints(list: CertificateList): string[] {
  return list.certificates.map((certificate) => sha256Hex(certificate.signed.message));
}
