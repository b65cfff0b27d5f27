import { mkdirSync } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { tablesXlsx } from '../src/server/spreadsheets/tables-xlsx.ts';
import { aProvince, provinceSheets, twoTier } from '../test/support/build/province.ts';

/** Writes the spreadsheets of a whole province, before and after its districts ended, to try the import with. */
const folder = fileURLToPath(new URL('../out/province', import.meta.url));
mkdirSync(folder, { recursive: true });
const province = aProvince();
for (const [name, one] of [
  ['three-tier', province],
  ['two-tier', twoTier(province)],
] as const) {
  const path = `${folder}/${name}.xlsx`;
  await writeFile(path, await tablesXlsx(provinceSheets(one)));
  console.log(`${path}: ${one.committees.length} committees, ${one.seats.length} seats`);
}
