import type { SpreadsheetRefusal } from './unreadable.ts';

/** Entries of the directory are this long and stand at multiples of it ([MS-CFB] 2.6.1). */
const entryLength = 128;
const nameLengthAt = 64;

/** What a compound file holds, by names in its directory: the first of these that is found. */
const contents: readonly (readonly [string, SpreadsheetRefusal])[] = [
  ['EncryptedPackage', 'encrypted-workbook'],
  ['Workbook', 'old-excel'],
  ['Book', 'old-excel'],
  ['WordDocument', 'word-document'],
  ['PowerPoint Document', 'presentation'],
  ['Root Entry', 'not-a-spreadsheet'],
];

/** Looks for the directory's entries wherever they are, so that a damaged file is told, too. */
export function kindInCompoundFile(bytes: Uint8Array): SpreadsheetRefusal {
  const names = new Set<string>();
  const known = new Set(contents.map(([name]) => name));
  for (let at = 0; at + entryLength <= bytes.length; at += entryLength) {
    const name = entryName(bytes, at);
    if (name !== undefined && known.has(name)) names.add(name);
  }
  return contents.find(([name]) => names.has(name))?.[1] ?? 'old-excel';
}

/** Undefined where no known name can stand. */
function entryName(bytes: Uint8Array, at: number): string | undefined {
  const length = (bytes[at + nameLengthAt] ?? 0) - 2;
  if (length < 8 || length > 62 || length % 2 === 1 || bytes[at + nameLengthAt + 1] !== 0) return undefined;
  return Buffer.from(bytes.buffer, bytes.byteOffset + at, length).toString('utf16le');
}
