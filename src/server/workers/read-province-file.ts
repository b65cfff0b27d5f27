import { readProvinceFile as readLists } from '../../domain/province-file.ts';
import { readSpreadsheet } from '../roster-file.ts';
import type { Handler } from './jobs.ts';

/** A province has about 1,700 committees and 50,000 seats; ten times as many rows is another mistake. */
const limits = { bytes: 20_000_000, unpackedBytes: 150_000_000, rows: 100_000, columns: 50 };

export const readProvinceFile: Handler<'readProvinceFile'> = async ({ file, levels }) => {
  const read = await readSpreadsheet(file, limits);
  return read.ok ? { ok: true, file: readLists(read.sheets, levels) } : read;
};
