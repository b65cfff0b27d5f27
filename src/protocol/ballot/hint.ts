import type { Election } from '../record/election.ts';

/** Two coordinates of 32 bytes. */
const pointBytes = 64;

/** The length of every hint of this election, in bytes (PROTOCOL §16). */
export function hintLength(election: Election): number {
  // For each subject α, β of k levels and four commitments of k + 1 proofs; then the commitment of the signature.
  const points = election.questions.reduce(
    (sum, { answers }) => sum + 2 * answers.length + 4 * (answers.length + 1),
    1,
  );
  return pointBytes * points;
}

/**
 * The part of a hint that has α and β of every level, subject by subject: what stands before the commitments of each.
 * @param levels of each subject
 */
export function ciphertextsOfHint(hint: Uint8Array, levels: readonly number[]): readonly Uint8Array[] {
  let start = 0;
  return levels.map((count) => {
    const part = hint.subarray(start, start + pointBytes * 2 * count);
    start += pointBytes * (2 * count + 4 * (count + 1));
    return part;
  });
}

const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_';
/** By the code of a character: its six bits, or `none`. A table, since a hint has tens of thousands of characters. */
const none = 64;
const bitsOf = new Uint8Array(128).fill(none);
for (const [value, character] of [...alphabet].entries()) bitsOf[character.charCodeAt(0)] = value;

/** A hint as it is sent with a ballot: base64url without padding. */
export function encodeHint(hint: Uint8Array): string {
  let text = '';
  for (let start = 0; start < hint.length; start += 3) {
    const [first = 0, second = 0, third = 0] = hint.subarray(start, start + 3);
    const bits = (first << 16) | (second << 8) | third;
    const characters = Math.min(3, hint.length - start) + 1;
    for (let index = 0; index < characters; index++) text += alphabet[(bits >> (18 - 6 * index)) & 63];
  }
  return text;
}

/** Reads the one spelling of a hint of this election; undefined for every other text. */
export function decodeHint(election: Election, text: string): Uint8Array | undefined {
  const hint = new Uint8Array(hintLength(election));
  if (text.length !== Math.ceil((hint.length * 4) / 3)) return undefined;
  let bits = 0;
  let count = 0;
  let next = 0;
  for (let at = 0; at < text.length; at++) {
    const value = bitsOf[text.charCodeAt(at)] ?? none;
    if (value === none) return undefined;
    bits = (bits << 6) | value;
    count += 6;
    if (count < 8) continue;
    count -= 8;
    hint[next++] = bits >> count;
    bits &= (1 << count) - 1;
  }
  // What is left over of the last character fills up to six bits.
  return bits === 0 ? hint : undefined;
}
