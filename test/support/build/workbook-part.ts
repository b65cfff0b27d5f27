import { inflateRawSync } from 'node:zlib';

/** The text of one file within a workbook, which is a ZIP archive. */
export function partOf(workbook: Uint8Array, name: string): string {
  const file = Buffer.from(workbook);
  for (let at = file.indexOf('PK\x01\x02'); at >= 0; at = file.indexOf('PK\x01\x02', at + 4)) {
    const length = file.readUInt16LE(at + 28);
    if (file.toString('utf8', at + 46, at + 46 + length) !== name) continue;
    const body = file.readUInt32LE(at + 42);
    const from = body + 30 + file.readUInt16LE(body + 26) + file.readUInt16LE(body + 28);
    const packed = file.subarray(from, from + file.readUInt32LE(at + 20));
    return (file.readUInt16LE(at + 10) === 0 ? packed : inflateRawSync(packed)).toString();
  }
  throw new Error(`there is no ${name}`);
}
