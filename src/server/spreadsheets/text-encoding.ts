import { findLegacyText } from '../../domain/legacy-text.ts';

/** UTF-8 and UTF-16 with their marks, UTF-16 without, plain UTF-8, or old fonts' codes, to be refused line by line. */
export function decodeText(bytes: Uint8Array): string | undefined {
  const [first, second] = bytes;
  if (first === 0xff && second === 0xfe) return decode('utf-16le', bytes);
  if (first === 0xfe && second === 0xff) return decode('utf-16be', bytes);
  const zeros = zerosAt(bytes);
  if (zeros.odd > 0.2 && zeros.even < 0.02) return decode('utf-16le', bytes);
  if (zeros.even > 0.2 && zeros.odd < 0.02) return decode('utf-16be', bytes);
  const text = decode('utf-8', bytes);
  if (text !== undefined) return text;
  const latin = decode('windows-1252', bytes);
  const isOldFont = latin?.split(/[\r\n,;\t]+/).some((part) => findLegacyText(part) !== undefined);
  return isOldFont === true ? latin : undefined;
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
