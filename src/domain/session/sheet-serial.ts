import { sha256Bytes } from '../../protocol/encoding/hash.ts';

// Crockford's alphabet: no I, L, O or U, so that a serial can be read aloud and typed.
const alphabet = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';

/**
 * The serial on a sheet and its stub, `XXXX-XXXX`: derived from the public credential, so that voiding by the stub
 * needs no list of who made which sheet, and nobody has one.
 */
export function sheetSerial(credential: string): string {
  const digest = sha256Bytes(`sheet-serial|${credential}`);
  const letters = Array.from({ length: 8 }, (_, index) => alphabet[(digest[index] ?? 0) % alphabet.length]);
  return `${letters.slice(0, 4).join('')}-${letters.slice(4).join('')}`;
}
