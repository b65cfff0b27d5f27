/** Source of unpredictable bytes: the system's generator in the service, a recorded stream in tests. */
export type RandomBytes = (length: number) => Uint8Array;

/** The characters of uuids, credentials and seeds (PROTOCOL §3): no 0, O, I or l, which people confuse. */
export const base58Alphabet = '123456789ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz';

/**
 * Draws `length` characters, each of the 58 equally likely (PROTOCOL §4): one byte a try, six bits kept, again when
 * they are no index into the alphabet.
 */
export function base58Text(length: number, random: RandomBytes): string {
  let text = '';
  while (text.length < length) {
    for (const byte of random(length - text.length)) text += base58Alphabet[byte & 0x3f] ?? '';
  }
  return text;
}
