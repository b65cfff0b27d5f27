import { hexToBytes } from '@noble/hashes/utils.js';
import { hintLength } from '../ballot/hint.ts';
import { equalBytes, joinBytes } from '../encoding/bytes.ts';
import type { Election } from './election.ts';

/** A ballot of a record, by the SHA-256 of its bytes in hexadecimal, with its hint where there is one. */
export interface HintOfBallot {
  readonly hash: string;
  readonly hint?: Uint8Array | undefined;
}

const hashBytes = 32;
const lengthBytes = 4;

/**
 * The content of `UUID.hints` (PROTOCOL §16): for each Ballot event in the order of the record its ballot's hash, the
 * length of its hint, 0 for none, and the hint.
 */
export function writeHints(ballots: readonly HintOfBallot[]): Uint8Array {
  return joinBytes(ballots.flatMap(({ hash, hint = new Uint8Array() }) => [hexToBytes(hash), lengthOf(hint), hint]));
}

function lengthOf({ length }: Uint8Array): Uint8Array {
  return Uint8Array.from({ length: lengthBytes }, (_, index) => length >>> (8 * (lengthBytes - 1 - index)));
}

/**
 * The hint of each of these ballots, in the order of the record. A file that ends early, names another ballot or has a
 * length that no hint of the election has, holds no hint from there on; what stands behind the last ballot is not read.
 */
export function readHints(
  election: Election,
  file: Uint8Array,
  hashes: readonly string[],
): readonly (Uint8Array | undefined)[] {
  const hints: (Uint8Array | undefined)[] = hashes.map(() => undefined);
  const expected = hintLength(election);
  let offset = 0;
  for (const [index, hash] of hashes.entries()) {
    const start = offset + hashBytes + lengthBytes;
    if (!equalBytes(file.subarray(offset, offset + hashBytes), hexToBytes(hash))) break;
    const length = bigEndian(file.subarray(offset + hashBytes, start));
    if (length !== 0 && (length !== expected || file.length < start + length)) break;
    if (length > 0) hints[index] = file.subarray(start, start + length);
    offset = start + length;
  }
  return hints;
}

/** Undefined when the four bytes are not all there. */
function bigEndian(bytes: Uint8Array): number | undefined {
  return bytes.length < lengthBytes ? undefined : bytes.reduce((number, byte) => 256 * number + byte, 0);
}
