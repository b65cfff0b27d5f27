import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex } from '@noble/hashes/utils.js';
import { mod } from '../arithmetic/scalar.ts';
import { utf8Bytes } from './utf8.ts';

const base64Alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/';

function digest(data: string | Uint8Array): Uint8Array {
  return sha256(typeof data === 'string' ? utf8Bytes(data) : data);
}

/** The 32 bytes of SHA-256, of a text's UTF-8 bytes or of bytes as they are. */
export function sha256Bytes(data: string | Uint8Array): Uint8Array {
  return digest(data);
}

/** SHA-256 as 64 lower-case hexadecimal digits: HEX of PROTOCOL §2. */
export function sha256Hex(data: string | Uint8Array): string {
  return bytesToHex(digest(data));
}

/** SHA-256 in Base64 without padding, 43 characters: B64 of PROTOCOL §2, the form that people compare. */
export function sha256Base64(data: string | Uint8Array): string {
  return hexToBase64(sha256Hex(data));
}

/** The Base64 form (43 characters, no padding) of a hash in hexadecimal: both name the same record. */
export function hexToBase64(hex: string): string {
  // 64 digits are 42 characters of six bits and four bits more, which padding bits complete.
  const bits = BigInt(`0x${hex}`) << 2n;
  let text = '';
  for (let shift = 252n; shift >= 0n; shift -= 6n) text += base64Alphabet[Number((bits >> shift) & 63n)];
  return text;
}

/** H of PROTOCOL §2: SHA-256 of the text as a big-endian number, reduced modulo q. */
export function hashToScalar(text: string): bigint {
  return mod(BigInt(`0x${sha256Hex(text)}`));
}

// Every purpose a hash serves begins with its own word, so that no proof can be replayed for another purpose
// (PROTOCOL §2). All of those inputs are put together below and nowhere else.

/** Prefix of the proof that a trustee knows the key behind X (PROTOCOL §5.1). */
export function keyKnowledgePrefix(publicKey: string): string {
  return `pok|Ed25519|${publicKey}|`;
}

/** Prefix of the proof that a teller's key card could be read while the box of an election is open: ours, in no record. */
export function cardReadingPrefix(fingerprint: string, publicKey: string): string {
  return `card-read|Ed25519|${fingerprint}|${publicKey}|`;
}

/** Prefix of a ballot's signature over the hash of its body (PROTOCOL §7.1). */
export function ballotSignaturePrefix(bodyHash: string): string {
  return `sig|${bodyHash}|`;
}

/** Prefix of a signed message of the key ceremony (PROTOCOL §5.2). */
export function messageSignaturePrefix(message: string): string {
  return `sigmsg|${message}|`;
}

/**
 * Challenge of the proof that a ciphertext hides 0 or 1 (PROTOCOL §7.1).
 * @param statement the S of the proof: it binds election, credential and, for the overall proof, the choices
 * @param commitments A₀, B₀, A₁, B₁ in text form
 */
export function rangeChallenge(statement: string, alpha: string, beta: string, commitments: readonly string[]): bigint {
  return hashToScalar(`prove|${statement}|${alpha},${beta}|${commitments.join(',')}`);
}

/** Challenge of a decryption proof (PROTOCOL §8). */
export function decryptionChallenge(
  fingerprint: string,
  publicKey: string,
  commitmentA: string,
  commitmentB: string,
): bigint {
  return hashToScalar(`decrypt|${fingerprint}|${publicKey}|${commitmentA},${commitmentB}`);
}

/** Secret exponent of a credential in an election (PROTOCOL §4): 512 bits, so that the remainder is unbiased. */
export function credentialExponent(electionUuid: string, credential: string): bigint {
  const half = (index: 0 | 1) => sha256Hex(`derive_credential|${electionUuid}|${index}|${credential}`);
  return mod(BigInt(`0x${half(0)}${half(1)}`));
}

/** Secret signing key of a trustee, derived from the seed (PROTOCOL §5.2). */
export function signingKeyFromSeed(seed: string): bigint {
  return hashToScalar(`sk|${seed}`);
}

/** Secret key for messages to a trustee, derived from the seed (PROTOCOL §5.2). */
export function decryptionKeyFromSeed(seed: string): bigint {
  return hashToScalar(`dk|${seed}`);
}

/** AES key of a sealed message of the key ceremony, 32 bytes (PROTOCOL §5.2). */
export function channelKey(keyPoint: string): Uint8Array {
  return digest(`key|${keyPoint}`);
}

/** Initial vector of a sealed message of the key ceremony, all 32 bytes of it (PROTOCOL §5.2). */
export function channelVector(alpha: string): Uint8Array {
  return digest(`iv|${alpha}`);
}
