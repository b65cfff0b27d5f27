import { execFile } from 'node:child_process';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { causeOf, fileOf, meantBy, type OfficeList, officeLists } from '../../support/build/office-list.ts';
import { readBack, told } from '../../support/build/office-lists.ts';
import { inTemporaryFolder } from '../../support/service/temporary-folder.ts';

test('lists of other people in other ways are read back to what they were made from', async () => {
  let refused = 0;
  await fc.assert(
    fc.asyncProperty(officeLists, async (list) => {
      const read = await readBack(fileOf(list));
      const cause = causeOf(list);
      if (cause !== null) expect('refused' in read ? read.refused : []).toContain(cause);
      else if ('refused' in read) refused += 1;
      else expect(read.lines).toEqual(meantBy(list));
    }),
    { numRuns: 3_000 },
  );
  expect(refused).toBeLessThan(150);
});

/** LibreOffice's names of the formats; CSV with what cells show, in UTF-8, divided by semicolons. */
const formats = {
  xlsx: 'xlsx:Calc MS Excel 2007 XML',
  csv: 'csv:Text - txt - csv (StarCalc):59,34,76,1,,0,false,false,true',
  ods: 'ods',
} as const;

describe('lists that LibreOffice has opened and saved', () => {
  const lists = fc
    .sample(officeLists, { numRuns: 120, seed: 5 })
    .filter((list) => list.file.kind === 'workbook' && causeOf(list) === null)
    .slice(0, 40);

  async function saved(ending: keyof typeof formats): Promise<{ list: OfficeList; bytes: Uint8Array }[]> {
    return inTemporaryFolder(async (folder) => {
      const names = lists.map((_, at) => join(folder, `${at}.xlsx`));
      await Promise.all(lists.map((list, at) => writeFile(names[at] ?? '', fileOf(list))));
      const out = join(folder, 'out');
      await mkdir(out);
      const profile = `-env:UserInstallation=file://${join(folder, 'profile')}`;
      const options = [profile, '--headless', '--convert-to', formats[ending], '--outdir', out];
      await promisify(execFile)('soffice', [...options, ...names]);
      return Promise.all(
        lists.map(async (list, at) => ({ list, bytes: await readFile(join(out, `${at}.${ending}`)) })),
      );
    });
  }

  test('as workbooks are read back', async () => {
    const refused: string[] = [];
    for (const { list, bytes } of await saved('xlsx')) {
      const read = await readBack(bytes);
      if ('refused' in read) refused.push(`${read.refused}: ${told(list)}`);
      else expect(read.lines, told(list)).toEqual(meantBy(list));
    }
    expect(refused.slice(lists.length / 20)).toEqual([]);
  });

  test('as CSV are read back, or refused for what CSV does not keep: merges, and formats of dates', async () => {
    for (const { list, bytes } of await saved('csv')) {
      // Of several sheets the first alone is saved.
      if (list.looks.committeeIn === 'worksheet' || list.looks.hidden === 'before') continue;
      const read = await readBack(bytes);
      if ('refused' in read) {
        const expected = [
          // What is merged over several lines stands on the first of them alone.
          ...(list.looks.committeeIn === 'merged-column' ? ['missing-value'] : []),
          ...(/^(?:plain|system)$/.test(list.looks.dates) ? ['bad-date'] : []),
        ];
        expect(
          read.refused.filter((code) => !expected.includes(code)),
          told(list),
        ).toEqual([]);
      } else if (list.looks.dates !== 'system') expect(read.lines, told(list)).toEqual(meantBy(list));
    }
  });

  test('as OpenDocument are told apart', async () => {
    for (const { bytes } of await saved('ods')) expect(await readBack(bytes)).toEqual({ refused: ['open-document'] });
  });
});
