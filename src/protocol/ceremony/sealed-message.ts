import { gcm } from '@noble/ciphers/aes.js';
import { bytesToHex, hexToBytes } from '@noble/hashes/utils.js';
import type { Group, Point } from '../arithmetic/group.ts';
import type { RandomBytes } from '../arithmetic/random.ts';
import { randomScalar } from '../arithmetic/scalar.ts';
import { channelKey, channelVector } from '../encoding/hash.ts';
import { parseCanonical, readFields, readList, readText, writeCanonical } from '../encoding/json.ts';
import { utf8Bytes, utf8Text } from '../encoding/utf8.ts';

/** A message encrypted to one trustee: the key point in a ciphertext, the text under AES-256-GCM (PROTOCOL §5.2). */
export interface SealedMessage {
  readonly alpha: Point;
  readonly beta: Point;
  readonly alphaText: string;
  readonly data: Uint8Array;
}

/** Encrypts `text` so that only the holder of the key behind `encryptionKey` reads it. */
export function createSealedMessage(group: Group, encryptionKey: Point, text: string, random: RandomBytes): string {
  const nonce = randomScalar(random);
  const keyPoint = group.generatorPower(randomScalar(random));
  const alpha = group.encode(group.generatorPower(nonce));
  const beta = group.encode(group.product(group.power(encryptionKey, nonce), keyPoint));
  const data = gcm(channelKey(group.encode(keyPoint)), channelVector(alpha)).encrypt(utf8Bytes(text));
  return writeCanonical({ algorithm: 'AES-GCM', alpha, beta, data: bytesToHex(data) });
}

/** Reads the form of an encrypted message (K7); undefined for any other, the AES-CCM form of older tools included. */
export function readSealedMessage(group: Group, text: string): SealedMessage | undefined {
  const fields = readFields(parseCanonical(text), ['algorithm', 'alpha', 'beta', 'data']);
  if (fields?.algorithm !== 'AES-GCM') return undefined;
  const texts = readList([fields.alpha, fields.beta, fields.data], readText);
  if (texts === undefined) return undefined;
  const [alphaText = '', betaText = '', data = ''] = texts;
  // 16 bytes at least: the tag.
  if (!/^(?:[0-9a-f]{2}){16,}$/.test(data)) return undefined;
  const alpha = group.decode(alphaText);
  const beta = group.decode(betaText);
  return alpha && beta && { alpha, beta, alphaText, data: hexToBytes(data) };
}

/** Decrypts with the secret key; undefined when the message was altered or meant for another key. */
export function openSealedMessage(group: Group, decryptionKey: bigint, sealed: SealedMessage): string | undefined {
  const mask = group.secretPower(sealed.alpha, decryptionKey);
  const keyPoint = group.product(sealed.beta, group.inverse(mask));
  try {
    return utf8Text(gcm(channelKey(group.encode(keyPoint)), channelVector(sealed.alphaText)).decrypt(sealed.data));
  } catch {
    // noble throws when the tag does not fit.
    return undefined;
  }
}
