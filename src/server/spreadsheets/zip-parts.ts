import { type Entry, fromBufferPromise, type ZipFile } from 'yauzl';
import { Unreadable } from './unreadable.ts';

/** More parts than any workbook of lists has. */
const mostEntries = 2_000;
const encryptedFlag = 1;

/** The parts of a package (ECMA-376 part 2), by their names without regard to case. */
export interface ZipParts {
  has(name: string): boolean;
  /** Names in small letters, without a leading slash. */
  names(): Iterable<string>;
  /**
   * The bytes of a part, piece by piece; undefined where there is none. A part that is not as long as it declares, and
   * all that was read beyond the limit, ends in a refusal.
   */
  read(name: string): AsyncIterable<Uint8Array> | undefined;
  /** Unpacks what nobody has read, to prove its sizes too: a file that lies about a picture is not read either. */
  proveRest(): Promise<void>;
}

/**
 * Opens a ZIP file by its directory. Sizes that it declares are added up before anything is unpacked, then proven while
 * it is; what is read twice counts twice.
 *
 * @param unpackedBytes of all parts together
 */
export async function openZip(bytes: Uint8Array, unpackedBytes: number): Promise<ZipParts> {
  const zip = await orUnreadable(
    fromBufferPromise(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength), { decodeStrings: false }),
  );
  const entries = await readDirectory(zip);
  const proven = new Set<Entry>();
  let left = unpackedBytes;
  const declared = [...entries.values()].reduce((sum, { uncompressedSize }) => sum + uncompressedSize, 0);
  if (declared > unpackedBytes) throw new Unreadable('too-large');
  async function* unpack(entry: Entry): AsyncIterable<Uint8Array> {
    left -= entry.uncompressedSize;
    if (left < 0) throw new Unreadable('too-large');
    const stream = await orUnreadable(zip.openReadStreamPromise(entry));
    const pieces = stream[Symbol.asyncIterator]();
    try {
      for (;;) {
        const piece = await orUnreadable(pieces.next());
        if (piece.done) break;
        yield piece.value as Uint8Array;
      }
      proven.add(entry);
    } finally {
      stream.destroy();
    }
  }
  return {
    has: (name) => entries.has(name.toLowerCase()),
    names: () => entries.keys(),
    read(name) {
      const entry = entries.get(name.toLowerCase());
      return entry === undefined ? undefined : unpack(entry);
    },
    async proveRest() {
      for (const entry of entries.values()) {
        if (!proven.has(entry)) for await (const _ of unpack(entry));
      }
    },
  };
}

async function readDirectory(zip: ZipFile): Promise<Map<string, Entry>> {
  if (zip.entryCount > mostEntries) throw new Unreadable('not-a-spreadsheet');
  const entries = new Map<string, Entry>();
  const listed = zip.eachEntry();
  for (;;) {
    const next = await orUnreadable(listed.next());
    if (next.done) return entries;
    const entry: Entry = next.value;
    const name = partName(entry.fileNameRaw);
    // Which of two parts of one name counts is for each program to say: none is what everybody sees.
    if (entries.has(name)) throw new Unreadable('not-a-spreadsheet');
    if ((entry.generalPurposeBitFlag & encryptedFlag) !== 0) throw new Unreadable('encrypted-workbook');
    entries.set(name, entry);
  }
}

/** Some programs write `\` for `/`, or begin with one; nothing is ever written under these names. */
function partName(raw: Uint8Array): string {
  return new TextDecoder().decode(raw).replaceAll('\\', '/').replace(/^\/+/, '').toLowerCase();
}

/** What the library says is wrong with a file is wrong with the file. */
async function orUnreadable<Value>(promise: Promise<Value>): Promise<Value> {
  try {
    return await promise;
  } catch {
    throw new Unreadable('not-a-spreadsheet');
  }
}
