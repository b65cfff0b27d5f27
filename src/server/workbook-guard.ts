import { inflateRawSync } from 'node:zlib';

export type WorkbookLimits = { unpackedBytes: number; rows: number; columns: number };
export type WorkbookRefusal = 'not-a-spreadsheet' | 'too-large' | 'too-many-rows' | 'too-many-columns';

const endSignature = 0x06054b50;
const entrySignature = 0x02014b50;
const localSignature = 0x04034b50;
const endLength = 22;
const longestComment = 65_535;
const mostEntries = 2_000;

type Entry = { name: string; method: number; packed: number; unpacked: number; at: number };

/**
 * Looks through a workbook before it is unpacked: a few kilobytes can declare, or hide, gigabytes, and one cell far
 * down makes a reader build every row above it. Sizes are read from the central directory, which the reader goes by,
 * and then proven by unpacking within them.
 */
export function checkWorkbook(bytes: Uint8Array, limits: WorkbookLimits): WorkbookRefusal | undefined {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const entries = readDirectory(bytes, view);
  if (entries === undefined || !entries.some((entry) => entry.name === 'xl/workbook.xml')) return 'not-a-spreadsheet';
  const total = entries.reduce((sum, entry) => sum + entry.unpacked, 0);
  if (total > limits.unpackedBytes) return 'too-large';
  for (const entry of entries) {
    const content = unpack(bytes, view, entry);
    if (content === undefined) return 'not-a-spreadsheet';
    const refusal = entry.name.endsWith('.xml') ? checkExtent(content, limits) : undefined;
    if (refusal !== undefined) return refusal;
  }
  return undefined;
}

function readDirectory(bytes: Uint8Array, view: DataView): Entry[] | undefined {
  const end = findEnd(view);
  if (end === undefined) return undefined;
  const count = view.getUint16(end + 10, true);
  let at = view.getUint32(end + 16, true);
  if (count > mostEntries) return undefined;
  const entries: Entry[] = [];
  for (let index = 0; index < count; index++) {
    if (at + 46 > end || view.getUint32(at, true) !== entrySignature) return undefined;
    const nameLength = view.getUint16(at + 28, true);
    entries.push({
      name: new TextDecoder().decode(bytes.subarray(at + 46, at + 46 + nameLength)),
      method: view.getUint16(at + 10, true),
      packed: view.getUint32(at + 20, true),
      unpacked: view.getUint32(at + 24, true),
      at: view.getUint32(at + 42, true),
    });
    at += 46 + nameLength + view.getUint16(at + 30, true) + view.getUint16(at + 32, true);
  }
  return entries;
}

/** The last end record, as the reader finds it. */
function findEnd(view: DataView): number | undefined {
  const first = Math.max(0, view.byteLength - endLength - longestComment);
  for (let at = view.byteLength - endLength; at >= first; at--) {
    if (view.getUint32(at, true) === endSignature) return at;
  }
  return undefined;
}

/** Undefined unless the entry unpacks to exactly the size that it declares (zip64's marks never do). */
function unpack(bytes: Uint8Array, view: DataView, entry: Entry): Uint8Array | undefined {
  if (entry.at + 30 > view.byteLength || view.getUint32(entry.at, true) !== localSignature) return undefined;
  const start = entry.at + 30 + view.getUint16(entry.at + 26, true) + view.getUint16(entry.at + 28, true);
  const packed = bytes.subarray(start, start + entry.packed);
  if (packed.length !== entry.packed) return undefined;
  try {
    const content =
      entry.method === 0 ? packed : inflateRawSync(packed, { maxOutputLength: Math.max(1, entry.unpacked) });
    return content.length === entry.unpacked && (entry.method === 0 || entry.method === 8) ? content : undefined;
  } catch {
    return undefined;
  }
}

const rowOrCell = /<(?:[\w.-]+:)?(row|c)(?=[\s/>])((?:[^>"']|"[^"]*"|'[^']*')*)>/g;
const address = /(?:^|\s)r\s*=\s*(?:"([^"]*)"|'([^']*)')/;
const plainAddress = /^([A-Z]{0,3})(\d{1,7})$/;

/** How far rows and cells reach, by their number and by their addresses. Any part may be a sheet. */
function checkExtent(content: Uint8Array, limits: WorkbookLimits): WorkbookRefusal | undefined {
  let rows = 0;
  for (const [, tag, attributes = ''] of new TextDecoder().decode(content).matchAll(rowOrCell)) {
    if (tag === 'row' && ++rows > limits.rows) return 'too-many-rows';
    const found = address.exec(attributes);
    if (found === null) continue;
    const parts = plainAddress.exec(found[1] ?? found[2] ?? '');
    if (parts === null) return 'not-a-spreadsheet';
    if (Number(parts[2]) > limits.rows) return 'too-many-rows';
    if (columnNumber(parts[1] ?? '') > limits.columns) return 'too-many-columns';
  }
  return undefined;
}

function columnNumber(letters: string): number {
  return [...letters].reduce((number, letter) => number * 26 + letter.charCodeAt(0) - 64, 0);
}
