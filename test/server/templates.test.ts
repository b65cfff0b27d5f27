import { inflateRawSync } from 'node:zlib';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { xlsxType } from '../../src/contract/spreadsheet.ts';
import { listKinds } from '../../src/domain/lists/list-templates.ts';
import { aHall, type Hall } from '../support/hall.ts';

let hall: Hall;
beforeAll(async () => {
  hall = await aHall();
});
afterAll(() => hall.service.app.close());

const template = (list: string, headers = {}) =>
  hall.service.app.inject({ method: 'GET', url: `/api/templates/${list}`, headers });

test.each(listKinds)('whoever is signed in gets the template of %s as an Excel file, nobody else', async (list) => {
  const given = await template(list, hall.person(1));
  expect(given.headers['content-type']).toBe(xlsxType);
  expect(given.headers['content-disposition']).toMatch(/^attachment; filename="mau-[a-z-]+\.xlsx"$/);
  expect((await template(list)).statusCode).toBe(401);
});

test('whole columns keep codes as text and days as days, also below the examples', async () => {
  const { rawPayload } = await template('roster', hall.person(1));
  const sheet = partOf(rawPayload, 'xl/worksheets/sheet1.xml');
  const formats = partOf(rawPayload, 'xl/styles.xml');
  const styles = [...(/<cellXfs[\s\S]*<\/cellXfs>/.exec(formats)?.[0] ?? '').matchAll(/<xf\b[^>]*>/g)].map(
    ([tag]) => /numFmtId="(\d+)"/.exec(tag)?.[1] ?? '0',
  );
  const written = new Map(
    [...formats.matchAll(/<numFmt numFmtId="(\d+)" formatCode="([^"]+)"/g)].map(([, id, code]) => [id, code]),
  );
  const columns = [...sheet.matchAll(/<col style="(\d+)"/g)].map(([, style]) => {
    const format = styles[Number(style)];
    return written.get(format ?? '');
  });
  expect(columns).toEqual(['General', '@', '@', '@', 'General', 'General', 'dd/mm/yyyy', 'dd/mm/yyyy']);
});

/** A part of a workbook as text, found by its place in the directory at the end. */
function partOf(file: Buffer, name: string): string {
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
