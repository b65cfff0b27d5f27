import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { xlsxType } from '../../src/contract/documents/spreadsheet.ts';
import { type ListKind, listKinds } from '../../src/domain/lists/list-templates.ts';
import { listTemplate, type TemplateCell } from '../../src/print/list-templates.ts';
import { templateXlsx } from '../../src/server/spreadsheets/template-xlsx.ts';
import { partOf } from '../support/build/workbook-part.ts';
import { aDraft, aHall, type Hall, type Headers } from '../support/service/hall.ts';
import { aPlanHall, type PlanHall } from '../support/service/plan-hall.ts';
import { aProvinceHall, type ProvinceHall } from '../support/service/province-hall.ts';
import type { TestService } from '../support/service/service.ts';

let hall: Hall;
let province: ProvinceHall;
let plans: PlanHall;
beforeAll(async () => {
  [hall, province, plans] = await Promise.all([aHall(), aProvinceHall(), aPlanHall()]);
});
afterAll(async () => {
  await Promise.all([hall, province, plans].map(({ service }) => service.app.close()));
});

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
  const worksheet = partOf(rawPayload, 'xl/worksheets/sheet1.xml');
  const formats = partOf(rawPayload, 'xl/styles.xml');
  const styles = [...(/<cellXfs[\s\S]*<\/cellXfs>/.exec(formats)?.[0] ?? '').matchAll(/<xf\b[^>]*>/g)].map(
    ([tag]) => /numFmtId="(\d+)"/.exec(tag)?.[1] ?? '0',
  );
  const written = new Map(
    [...formats.matchAll(/<numFmt numFmtId="(\d+)" formatCode="([^"]+)"/g)].map(([, id, code]) => [id, code]),
  );
  const columns = [...worksheet.matchAll(/<col style="(\d+)"/g)].map(([, style]) => {
    const format = styles[Number(style)];
    return written.get(format ?? '');
  });
  expect(columns).toEqual(['General', '@', '@', '@', 'General', 'General', 'dd/mm/yyyy', 'dd/mm/yyyy']);
});

const languages = ['vi', 'en'] as const;
type Language = (typeof languages)[number];

/** What the preview of each kind of list says of a workbook. */
const previews: Readonly<Record<ListKind, (file: Uint8Array) => Promise<Previewed>>> = {
  province: (file) => preview(province.service, '/api/province/preview', province.administrator, file),
  roster: (file) =>
    preview(province.service, `/api/committees/${province.commune}/roster/preview`, province.office, file),
  delegates: (file) =>
    preview(plans.service, `${ofCommune()}/summoned/delegates/preview?term=2025-2030`, plans.communeChair, file),
  participants: async (file) =>
    preview(hall.service, `/api/sessions/${await aDraft(hall)}/roll/reading`, hall.office, file),
  targets: (file) => preview(plans.service, `${ofCommune()}/half-term/targets/preview`, plans.communeChair, file),
};
const ofCommune = () => `/api/committees/${plans.commune}`;

interface Previewed {
  readonly status: number;
  // biome-ignore lint/suspicious/noExplicitAny: each kind of list answers in a shape of its own
  readonly body: any;
}

async function preview({ app }: TestService, url: string, as: Headers, file: Uint8Array): Promise<Previewed> {
  const headers = { ...as, 'content-type': xlsxType };
  const answer = await app.inject({ method: 'POST', url, headers, payload: Buffer.from(file) });
  return { status: answer.statusCode, body: answer.json() };
}

/** The template with more lines below its examples, on the worksheet of this index. */
function filledIn(list: ListKind, language: Language, lines: readonly TemplateCell[][], index = 0) {
  const worksheets = listTemplate(list, language).map((worksheet, at) =>
    at === index ? { ...worksheet, rows: [...worksheet.rows.slice(0, 3), ...lines] } : worksheet,
  );
  return templateXlsx(worksheets);
}

const text = (value: string): TemplateCell => ({ kind: 'text', text: value });
const number = (value: number): TemplateCell => ({ kind: 'number', number: value });
const none: TemplateCell = { kind: 'empty', as: 'text' };
const codesOf = ({ body }: Previewed) => body.warnings.map(({ code }: { code: string }) => code);

describe.each(languages)('a template in %s', (language) => {
  test.each(['roster', 'delegates', 'participants'] as const)(
    'of %s that was left as it is holds nobody',
    async (list) => {
      const { status, body } = await previews[list](await templateXlsx(listTemplate(list, language)));
      expect(status).toBe(422);
      expect(body.problems.map(({ code }: { code: string }) => code)).toEqual(['no-people']);
    },
  );

  test('of a province or of targets that was left as it is changes nothing', async () => {
    const ofProvince = await previews.province(await templateXlsx(listTemplate('province', language)));
    expect(ofProvince.body.counts).toEqual([]);
    expect(codesOf(ofProvince)).toEqual(['worksheet-without-list', 'example-lines', 'example-lines']);
    const ofTargets = await previews.targets(await templateXlsx(listTemplate('targets', language)));
    expect(ofTargets.body.targets).toEqual([]);
    expect(codesOf(ofTargets)).toEqual(['worksheet-without-list', 'example-lines']);
  });

  test('of one committee’s seats gives exactly the lines that were filled in', async () => {
    const line = (...cells: TemplateCell[]) => [none, ...cells];
    const read = await previews.roster(
      await filledIn('roster', language, [
        line(
          text('Lê Văn Sáu'),
          text('Bí thư'),
          text('0079'),
          number(1970),
          number(7),
          { kind: 'day', day: '2025-08-15' },
          none,
        ),
        line(text('Lê Thị Bảy'), text('Ủy viên'), none, none, number(8), none, { kind: 'day', day: '2026-06-30' }),
      ]),
    );
    expect(read.body.entries).toMatchObject([
      { name: 'Lê Văn Sáu', position: 'Bí thư', order: 7, from: '2025-08-15', to: null, effect: 'added' },
      { name: 'Lê Thị Bảy', position: 'Ủy viên', order: 8, from: null, to: '2026-06-30', effect: 'added' },
    ]);
    expect(read.body.entries).toHaveLength(2);
    expect(codesOf(read)).toEqual(['worksheet-without-list', 'example-lines', 'stays-unnamed']);
  });

  test.each([
    ['delegates', 'delegates'],
    ['participants', 'participants'],
  ] as const)('of %s gives exactly the people that were filled in', async (list, key) => {
    const read = await previews[list](
      await filledIn(list, language, [
        [number(1), text('Lê Văn Sáu'), text('Trưởng ấp'), text('0079'), number(1970)],
        [number(2), text('Lê Thị Bảy'), text('Nông dân'), none, none],
      ]),
    );
    expect(read.body[key].map(({ name, position }: Record<string, string>) => [name, position])).toEqual([
      ['Lê Văn Sáu', 'Trưởng ấp'],
      ['Lê Thị Bảy', 'Nông dân'],
    ]);
    expect(codesOf(read)).toEqual(['worksheet-without-list', 'example-lines']);
  });

  test('of a province gives exactly the committees that were filled in', async () => {
    const rank = { vi: 'Đảng bộ xã, phường, đặc khu', en: 'Commune, ward or special zone party committee' }[language];
    const line = [none, text('X-09'), text('Đảng ủy xã Thạnh Hải'), text(rank), text('Địa phương'), text('T-01')];
    const read = await previews.province(await filledIn('province', language, [line]));
    expect(read.body.counts).toEqual([{ kind: 'committee', effect: 'added', count: 1 }]);
    expect(read.body.entries).toMatchObject([{ name: 'Đảng ủy xã Thạnh Hải' }]);
  });

  test('of targets gives exactly those that were filled in', async () => {
    const direction = { vi: 'Không vượt quá', en: 'At most' }[language];
    const line = [none, text('Hộ nghèo'), text('%'), text(direction), number(2.5), number(2)];
    const read = await previews.targets(await filledIn('targets', language, [line]));
    expect(read.body.targets).toMatchObject([
      { name: 'Hộ nghèo', unit: '%', direction: 'at-most', target: 2.5, reached: 2 },
    ]);
  });
});
