/** A compound file ([MS-CFB]) with streams of these names, as old Office programs and encrypted workbooks are. */
export function compoundFileOf(names: readonly string[]): Uint8Array {
  const header = Buffer.alloc(512);
  header.set([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]);
  const entries = ['Root Entry', ...names].map((name, at) => {
    const entry = Buffer.alloc(128);
    entry.write(name, 'utf16le');
    entry.writeUInt16LE(2 * name.length + 2, 64);
    entry[66] = at === 0 ? 5 : 2;
    return entry;
  });
  return Buffer.concat([header, Buffer.alloc(512, 0xff), ...entries]);
}
