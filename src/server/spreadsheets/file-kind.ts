import { kindInCompoundFile } from './compound-file.ts';
import type { SpreadsheetRefusal } from './unreadable.ts';

/** What a file is by its bytes: something to read, or the reason why it is not. */
export type FileKind = 'package' | 'text' | SpreadsheetRefusal;

/** Enough to see what a text file begins with. */
const beginning = 4_096;

const signatures: readonly (readonly [FileKind, readonly number[], number?])[] = [
  ['package', [0x50, 0x4b]],
  ['picture', [0x89, 0x50, 0x4e, 0x47]],
  ['picture', [0xff, 0xd8, 0xff]],
  ['picture', [0x47, 0x49, 0x46, 0x38]],
  ['picture', [0x49, 0x49, 0x2a, 0x00]],
  ['picture', [0x4d, 0x4d, 0x00, 0x2a]],
  ['picture', [0x57, 0x45, 0x42, 0x50], 8],
  ['picture', [0x66, 0x74, 0x79, 0x70, 0x68, 0x65, 0x69], 4],
  // A bitmap's two reserved fields: text that begins with BM has letters there.
  ['picture', [0x00, 0x00, 0x00, 0x00], 6],
  // Sheets of Excel 2 to 5 in no container.
  ['old-excel', [0x09, 0x08, 0x10, 0x00]],
  ['old-excel', [0x09, 0x08, 0x08, 0x00]],
  ['old-excel', [0x09, 0x04, 0x06, 0x00]],
  ['old-excel', [0x09, 0x02, 0x06, 0x00]],
  ['old-excel', [0x09, 0x00, 0x04, 0x00]],
  // RAR, 7z, gzip.
  ['not-a-spreadsheet', [0x52, 0x61, 0x72, 0x21, 0x1a]],
  ['not-a-spreadsheet', [0x37, 0x7a, 0xbc, 0xaf]],
  ['not-a-spreadsheet', [0x1f, 0x8b]],
];

const compoundFile = [0xd0, 0xcf, 0x11, 0xe0];
const bitmap = [0x42, 0x4d];

export function kindOf(bytes: Uint8Array): FileKind {
  if (startsWith(bytes, compoundFile)) return kindInCompoundFile(bytes);
  for (const [kind, signature, at = 0] of signatures) {
    if (at === 6 && !startsWith(bytes, bitmap)) continue;
    if (startsWith(bytes, signature, at)) return kind;
  }
  return kindOfText(firstText(bytes)) ?? 'text';
}

const texts: readonly (readonly [SpreadsheetRefusal, RegExp])[] = [
  ['pdf-file', /^.{0,1000}?%pdf-\d/s],
  ['word-document', /^\{\\rtf/],
  ['spreadsheet-xml', /^<\?xml.*(?:urn:schemas-microsoft-com:office:spreadsheet|progid="excel\.sheet")/s],
  ['open-document', /^<\?xml.*<office:document\b/s],
  ['word-document', /^<\?xml.*progid="word\.document"/s],
  ['picture', /^(?:<\?xml.*)?<svg\b/s],
  ['web-page', /^(?:<\?xml.*)?(?:<!--.*-->\s*)?<(?:!doctype\s+html|html|head|body|table|meta|style|title|div)\b/s],
  ['web-page', /^(?:mime-version|from:\s*<saved by|content-type:\s*multipart\/related)/],
  ['not-a-spreadsheet', /^<\?xml/],
];

function kindOfText(text: string): SpreadsheetRefusal | undefined {
  return texts.find(([, pattern]) => pattern.test(text))?.[0];
}

/** In small letters, without a mark or blanks before; of other letters than Latin ones only something that is none. */
function firstText(bytes: Uint8Array): string {
  const [first, second] = bytes;
  const isUtf16 = (first === 0xff && second === 0xfe) || (first === 0xfe && second === 0xff);
  const encoding = isUtf16 ? (first === 0xff ? 'utf-16le' : 'utf-16be') : 'windows-1252';
  const text = new TextDecoder(encoding).decode(bytes.subarray(0, beginning));
  return text
    .replace(/^\u00ef\u00bb\u00bf/, '')
    .trimStart()
    .toLowerCase();
}

function startsWith(bytes: Uint8Array, prefix: readonly number[], at = 0): boolean {
  return prefix.every((byte, index) => bytes[at + index] === byte);
}
