import { equalBytes, joinBytes } from '../encoding/bytes.ts';
import { accepted, type Outcome, refused } from '../outcome.ts';

/** A file of the record's container, with the place where it stands: [start, end) includes header and padding. */
export interface RecordFile {
  readonly name: string;
  readonly content: Uint8Array;
  readonly start: number;
  readonly end: number;
}

export type RecordFileRefusal = 'cut-short' | 'file-header' | 'file-padding' | 'file-time';

const block = 512;
/** Eleven octal digits: the largest time and size that a header can hold. */
export const largestHeaderNumber = 8 ** 11 - 1;

/** One file with header and padding as bytes (PROTOCOL §10). `time` is the record's timestamp, in seconds since 1970. */
export function writeRecordFile(name: string, content: Uint8Array, time: number): Uint8Array {
  const padding = new Uint8Array((block - (content.length % block)) % block);
  return joinBytes([header(name, content.length, time), content, padding]);
}

/** The file that starts at `start`. `time`: the time that its header must show; undefined accepts any (first file). */
export function readRecordFile(
  bytes: Uint8Array,
  start: number,
  time: number | undefined,
): Outcome<RecordFile & { readonly time: number }, RecordFileRefusal> {
  const where = `byte ${start}`;
  const head = bytes.subarray(start, start + block);
  if (head.length < block) return refused('cut-short', where);
  const name = ascii(head.subarray(0, 100));
  const size = octal(head, 124);
  const shownTime = octal(head, 136);
  // The header is rebuilt and compared whole, so that no byte of it can carry anything else.
  if (name === undefined || size === undefined || shownTime === undefined) return refused('file-header', where);
  if (!equalBytes(head, header(name, size, shownTime))) return refused('file-header', where);
  if (time !== undefined && shownTime !== time) return refused('file-time', where);
  const contentEnd = start + block + size;
  const end = start + block + Math.ceil(size / block) * block;
  if (end > bytes.length) return refused('cut-short', where);
  if (bytes.subarray(contentEnd, end).some((byte) => byte !== 0)) return refused('file-padding', `byte ${contentEnd}`);
  return accepted({ name, content: bytes.subarray(start + block, contentEnd), start, end, time: shownTime });
}

/** The oldest form of a tar header; zero wherever nothing is written. */
function header(name: string, size: number, time: number): Uint8Array {
  const bytes = new Uint8Array(block);
  put(bytes, 0, name);
  for (const [offset, text] of [
    [100, '0000644'],
    [108, '0000000'],
    [116, '0000000'],
  ] as const)
    put(bytes, offset, text);
  put(bytes, 124, octalText(size));
  put(bytes, 136, octalText(time));
  put(bytes, 148, '        ');
  put(bytes, 156, '0');
  const sum = bytes.reduce((total, byte) => total + byte, 0);
  put(bytes, 148, `${sum.toString(8).padStart(6, '0')}\0 `);
  return bytes;
}

function put(bytes: Uint8Array, offset: number, text: string): void {
  for (let index = 0; index < text.length; index++) bytes[offset + index] = text.charCodeAt(index);
}

function octalText(value: number): string {
  if (!Number.isSafeInteger(value) || value < 0 || value > largestHeaderNumber)
    throw new RangeError('not 11 octal digits');
  return value.toString(8).padStart(11, '0');
}

function octal(head: Uint8Array, offset: number): number | undefined {
  const text = ascii(head.subarray(offset, offset + 11));
  return text !== undefined && /^[0-7]{11}$/.test(text) ? Number.parseInt(text, 8) : undefined;
}

/** Text up to the first zero byte, or undefined when a byte is not ASCII. */
function ascii(bytes: Uint8Array): string | undefined {
  const end = bytes.indexOf(0);
  const used = end < 0 ? bytes : bytes.subarray(0, end);
  return used.some((byte) => byte > 126 || byte < 32) ? undefined : String.fromCharCode(...used);
}
