import { findLegacyText } from '../../domain/text/legacy-text.ts';
import { isVietnameseSyllable } from '../../domain/text/vietnamese-syllable.ts';
import { Unreadable } from './unreadable.ts';

/** UTF-8 and UTF-16 with their marks, UTF-16 without, plain UTF-8, or old fonts' codes, to be refused line by line. */
export function decodeText(bytes: Uint8Array): string {
  const [first, second] = bytes;
  const zeros = zerosAt(bytes);
  const isLittle = (first === 0xff && second === 0xfe) || (zeros.odd > 0.2 && zeros.even < 0.02);
  const isBig = (first === 0xfe && second === 0xff) || (zeros.even > 0.2 && zeros.odd < 0.02);
  const text = isLittle ? decode('utf-16le', bytes) : isBig ? decode('utf-16be', bytes) : decode('utf-8', bytes);
  if (text !== undefined) return text;
  if (isWindows1258(bytes)) throw new Unreadable('windows-1258');
  const latin = decode('windows-1252', bytes);
  if (latin?.split(/[\r\n,;\t|]+/).some((part) => findLegacyText(part) !== undefined)) return latin;
  throw new Unreadable('unknown-encoding');
}

/** Its own letters and marks, by which it differs from other codes of Latin letters. */
const ownLetters = /[\u0300\u0301\u0303\u0309\u0323ăâđêôơư]/i;
const word = /[\p{L}\p{M}]+/gu;
const accented = /[^\p{ASCII}]/u;
/** Longer than any syllable; what is longer is none, however long it takes to look at it. */
const longestSyllable = 12;
const sampled = 100_000;

/** Vietnamese Windows' code, in which tone marks follow their letters: nearly every accented word is a syllable. */
function isWindows1258(bytes: Uint8Array): boolean {
  const text = new TextDecoder('windows-1258').decode(bytes.subarray(0, sampled));
  const words = (text.match(word) ?? []).filter((one) => accented.test(one));
  const syllables = words.filter((one) => one.length <= longestSyllable && isVietnameseSyllable(one.normalize('NFC')));
  return words.some((one) => ownLetters.test(one)) && syllables.length >= 0.8 * words.length;
}

function decode(encoding: string, bytes: Uint8Array): string | undefined {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch {
    return undefined;
  }
}

/** Share of zero bytes at even and at odd places of the beginning: what Latin letters look like in UTF-16. */
function zerosAt(bytes: Uint8Array): { even: number; odd: number } {
  const beginning = bytes.subarray(0, 4_000);
  const counts = [0, 0];
  for (const [index, byte] of beginning.entries()) if (byte === 0) counts[index % 2] = (counts[index % 2] ?? 0) + 1;
  const half = Math.max(1, beginning.length / 2);
  return { even: (counts[0] ?? 0) / half, odd: (counts[1] ?? 0) / half };
}
