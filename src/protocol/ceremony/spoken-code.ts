import { pbkdf2 } from '@noble/hashes/pbkdf2.js';
import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex } from '@noble/hashes/utils.js';
import { utf8Bytes } from '../encoding/utf8.ts';
import { type CertificateList, certificateFingerprints } from './certificate.ts';

/** The short code over all certificates that must read the same on every trustee's screen, for example `0412 …`. */
export function spokenCode(list: CertificateList): string {
  return spokenDigits(certificateFingerprints(list));
}

const spokenGroups = 5;
const stretching = 2 ** 15;
/** A program looks at the same certificates in every round: what takes it long is done once. */
let latest: { readonly stretched: string; readonly digits: string } | undefined;

/**
 * The code that trustees read aloud before secrets are exchanged: five groups of four digits over all
 * certificates. Stretched, because a server that shows everybody another list may look for two lists with one code
 * only until the code is read: about 2^33 tries of 2^15 hash pairs each.
 */
export function spokenDigits(certificateFingerprints: readonly string[]): string {
  const stretched = certificateFingerprints.join(',');
  if (latest?.stretched !== stretched) latest = { stretched, digits: stretchToDigits(stretched) };
  return latest.digits;
}

function stretchToDigits(text: string): string {
  const code = pbkdf2(sha256, utf8Bytes(text), 'spoken-code', { c: stretching, dkLen: 32 });
  const number = BigInt(`0x${bytesToHex(code)}`) % 10n ** BigInt(4 * spokenGroups);
  const digits = number.toString().padStart(4 * spokenGroups, '0');
  return (digits.match(/.{4}/g) ?? []).join(' ');
}
