import { readFileSync } from 'node:fs';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { launchBrowser, signedInPage } from '../support/browser/browser.ts';
import { builtPages } from '../support/browser/built-pages.ts';
import { findFaults } from '../support/browser/sound-page.ts';
import { expectAttribute, expectDisabled, expectGone, expectTexts } from '../support/browser/waiting.ts';
import { aCommittee } from '../support/build/committees.ts';
import { aPlanHall, type PlanHall } from '../support/service/plan-hall.ts';
import { aProvinceHall, type ProvinceHall } from '../support/service/province-hall.ts';

let browser: Browser;
let hall: ProvinceHall;
let plans: PlanHall;
let origins: { readonly province: string; readonly plans: string };

beforeAll(async () => {
  await builtPages();
  [browser, hall, plans] = await Promise.all([launchBrowser(), aProvinceHall(), aPlanHall()]);
  const { committees } = hall.service.deps.store;
  for (const [index, name] of ['Đảng ủy xã Phú Túc', 'Đảng ủy xã Giao Long'].entries()) {
    await committees.change({ around: [] }, () => ({
      ok: true,
      value: aCommittee(90 + index, { name, superiorId: hall.district }),
    }));
  }
  const listen = ({ app }: ProvinceHall['service']) => app.listen({ port: 0, host: '127.0.0.1' });
  origins = { province: await listen(hall.service), plans: await listen(plans.service) };
});
afterAll(async () => {
  await browser.close();
  await hall.service.app.close();
  await plans.service.app.close();
});

const csv = (text: string, name = 'danh-sach.csv') => ({ name, mimeType: 'text/csv', buffer: Buffer.from(text) });
const given = (name: string) => ({
  ...{ name, mimeType: 'application/octet-stream' },
  buffer: readFileSync(new URL(`../data/lists/${name}`, import.meta.url)),
});
const preview = (page: Page) => page.getByRole('button', { name: 'Xem trước' });
const fileField = (page: Page) => page.getByLabel('Tệp .xlsx hoặc .csv');
const pasteField = (page: Page) => page.getByLabel('Hoặc dán từ bảng tính');

describe('the list of one committee, on its own page', () => {
  const heading = 'TT\tHọ và tên\tChức vụ\tMã cá nhân\tTừ ngày\tGhi chú';
  const lines = [
    '1\tNguyễn Thị Hoa\tBí thư Đảng ủy\tCB-01\t01/08/2020\t',
    '2\tĐặng Thị Mỹ Lệ\tỦy viên Ban Chấp hành\t\t15/08/2025\tmới bầu bổ sung',
  ];

  test('its office pastes it, sees who is added and what is not used, and imports exactly that', async () => {
    const { page, complaints } = await signedInPage(browser, origins.province, hall.office, {
      viewport: { width: 360, height: 740 },
    });
    await page.goto(`${origins.province}/province#/${hall.commune}`);
    await page.getByRole('link', { name: 'Nhập danh sách từ bảng tính' }).click();
    await page.getByRole('heading', { level: 1, name: 'Nhập danh sách Đảng ủy xã Đại Điền' }).waitFor();
    const template = page.getByRole('link', { name: 'Tải mẫu Excel' });
    await expectAttribute(template, 'href', '/api/templates/roster?language=vi');
    await expectDisabled(preview(page));
    await pasteField(page).fill([heading, ...lines].join('\n'));
    await preview(page).press('Enter');
    await page.getByText('Thêm 1, sửa 1, giữ nguyên 0.').waitFor();
    await page.getByText('Cột này không được dùng đến; trong cột có: “mới bầu bổ sung”.').waitFor();
    await expectTexts(page.getByRole('table').getByRole('rowheader'), ['Nguyễn Thị Hoa', 'Đặng Thị Mỹ Lệ']);
    expect(await findFaults(page)).toEqual([]);
    await page.getByRole('button', { name: 'Nhập đúng như trên' }).click();
    await page.getByText('Đã nhập 2 cấp ủy viên.').waitFor();
    await expectGone(page.getByRole('table'));
    await page.getByRole('status').getByRole('link', { name: 'Về cấp ủy' }).click();
    await page.getByRole('rowheader', { name: 'Đặng Thị Mỹ Lệ' }).waitFor();
    expect(complaints).toEqual([]);
  });

  test('a line that is wrong is named beside the field, and nothing is imported', async () => {
    const { page } = await signedInPage(browser, origins.province, hall.office);
    await page.goto(`${origins.province}/province#/${hall.commune}/import`);
    await pasteField(page).fill([heading, '1\tLê Văn Tám\tỦy viên\t\t31/06/2025\t'].join('\n'));
    await preview(page).click();
    const alert = page.getByRole('alert');
    await alert.getByText('không phải là ngày có thật').waitFor();
    await alert.getByText('Dòng 2, cột Từ ngày').waitFor();
    expect(await findFaults(page)).toEqual([]);
    // Another list is another matter.
    await pasteField(page).fill([heading, ...lines].join('\n'));
    await expectGone(alert.getByText('không phải là ngày có thật'));
    const known = await hall.service.deps.store.committees.people();
    expect(known.map(({ name: fullName }) => fullName)).not.toContain('Lê Văn Tám');
  });

  test('a file that was corrected under the same name is read anew, and what was previewed before is gone', async () => {
    const { page } = await signedInPage(browser, origins.province, hall.office);
    await page.goto(`${origins.province}/province#/${hall.commune}/import`);
    await fileField(page).setInputFiles(
      csv([heading, '1\tLê Văn Một\tỦy viên\t\t\t'].join('\n').replaceAll('\t', ';')),
    );
    await expectDisabled(pasteField(page));
    await preview(page).click();
    await page.getByRole('rowheader', { name: 'Lê Văn Một' }).waitFor();
    await fileField(page).click();
    await fileField(page).setInputFiles(
      csv([heading, '1\tLê Văn Hai\tỦy viên\t\t\t'].join('\n').replaceAll('\t', ';')),
    );
    await expectGone(page.getByRole('rowheader', { name: 'Lê Văn Một' }));
    await preview(page).click();
    await page.getByRole('rowheader', { name: 'Lê Văn Hai' }).waitFor();
    await page.getByRole('button', { name: 'Bỏ tệp đã chọn' }).click();
    await expectGone(page.getByRole('rowheader', { name: 'Lê Văn Hai' }));
    await expectDisabled(preview(page));
    await pasteField(page).fill('x');
  });

  test('a file that is no spreadsheet is told apart, with what to do', async () => {
    const { page } = await signedInPage(browser, origins.province, hall.office);
    await page.goto(`${origins.province}/province#/${hall.commune}/import`);
    const pdf = {
      name: 'danh-sach.xlsx',
      mimeType: 'application/pdf',
      buffer: Buffer.from('%PDF-1.7\n%âãÏÓ\n1 0 obj'),
    };
    await fileField(page).setInputFiles(pdf);
    await preview(page).click();
    await page.getByRole('alert').getByText(/PDF/).waitFor();
  });
});

async function expectUnscrolled(page: Page, name: string): Promise<void> {
  const box = page.getByRole('region', { name, exact: true });
  await expect.poll(() => box.evaluate((one) => one.scrollWidth - one.clientWidth)).toBeLessThanOrEqual(0);
}

describe('those summoned', () => {
  const open = async (list: string) => {
    const { page, complaints } = await signedInPage(browser, origins.plans, plans.communeChair);
    await page.goto(`${origins.plans}/plans#/${plans.commune}/summoned`);
    await page.getByLabel('Nhiệm kỳ').fill('2025-2030');
    await page.getByLabel('Tệp danh sách đại biểu').setInputFiles(given(list));
    await preview(page).click();
    return { page, complaints };
  };

  test('two delegates of one name and position with different codes are two people, seen before they are entered', async () => {
    const { page, complaints } = await open('delegates-namesakes.tsv');
    await page.getByText('Danh sách có 3 đại biểu. Chưa ai được nhập.').waitFor();
    expect(await findFaults(page)).toEqual([]);
    await page.getByRole('button', { name: 'Nhập đúng 3 đại biểu này' }).click();
    await page.getByText('Đã nhập 3 đại biểu.').waitFor();
    await page.getByText('3 người trong danh sách, 3 người được bỏ phiếu').waitFor();
    expect(complaints).toEqual([]);
  });

  test('on a phone the preview shows its columns side by side, without scrolling', async () => {
    const { page } = await signedInPage(browser, origins.plans, plans.communeChair, {
      viewport: { width: 360, height: 740 },
    });
    await page.goto(`${origins.plans}/plans#/${plans.commune}/summoned`);
    await page.getByLabel('Nhiệm kỳ').fill('2025-2030');
    const position = 'Trưởng Ban Công tác Mặt trận ấp An Hòa Đông, xã Đại Điền';
    await pasteField(page).fill(`Họ và tên\tChức vụ\tNăm sinh\nNguyễn Thị Phương Thảo\t${position}\t1975`);
    await preview(page).click();
    await expectUnscrolled(page, 'Danh sách đại biểu');
    await page.goto(`${origins.plans}/half-term`);
    await page.getByRole('link', { name: 'Đảng ủy xã Ba Chẽ' }).click();
    await page.getByLabel('Nhiệm kỳ').fill('2025-2030');
    await page.getByRole('button', { name: 'Mở', exact: true }).click();
    const targets = 'Chỉ tiêu;Đơn vị tính;Mục tiêu nghị quyết;Đạt được\nThu ngân sách trên địa bàn;tỷ đồng;120;131,5\n';
    await page.getByLabel('Nhập chỉ tiêu từ bảng tính').setInputFiles(csv(targets));
    await expectUnscrolled(page, 'Chỉ tiêu nghị quyết');
  });

  test('a heading as offices write it is no delegate', async () => {
    const { page } = await open('delegates-official-heading.tsv');
    await page.getByText('Danh sách có 1 đại biểu. Chưa ai được nhập.').waitFor();
  });

  test('another term asks for another preview', async () => {
    const { page } = await open('delegates-two-columns-pasted.tsv');
    await expectTexts(page.getByRole('table').last().getByRole('rowheader'), ['Nguyễn Thị Đào', 'Trần Văn Út']);
    await page.getByLabel('Nhiệm kỳ').fill('2020-2025');
    await expectGone(page.getByRole('button', { name: 'Nhập đúng 2 đại biểu này' }));
  });

  test('names in capitals are offered to be written the usual way', async () => {
    const { page } = await signedInPage(browser, origins.plans, plans.communeChair);
    await page.goto(`${origins.plans}/plans#/${plans.commune}/summoned`);
    await page.getByLabel('Nhiệm kỳ').fill('2025-2030');
    await pasteField(page).fill('Họ và tên\tChức vụ\nNGUYỄN THỊ MAI\tBí thư chi bộ');
    await preview(page).click();
    await page.getByRole('rowheader', { name: 'NGUYỄN THỊ MAI' }).waitFor();
    await page.getByLabel('Viết lại họ tên in hoa theo cách thông thường').check();
    await page.getByRole('rowheader', { name: 'Nguyễn Thị Mai', exact: true }).waitFor();
    await page.getByLabel('Viết lại họ tên in hoa theo cách thông thường').uncheck();
    await page.getByRole('rowheader', { name: 'NGUYỄN THỊ MAI' }).waitFor();
  });
});

describe('a province', () => {
  test('of a workbook with an old hidden list the visible one is read, the hidden one named', async () => {
    const { page } = await signedInPage(browser, origins.province, hall.administrator);
    await page.goto(`${origins.province}/province#/import`);
    await fileField(page).setInputFiles(given('hidden-old-list-first.xlsx'));
    await preview(page).click();
    await page.getByText(/^Trang tính “.+” đang ẩn: không đọc\.$/).waitFor();
    await page.getByText('Trang tính “mới”: đã đọc 1 dòng.').waitFor();
    await page.getByText('Thêm 1 vị trí cấp ủy viên').waitFor();
    expect(await findFaults(page)).toEqual([]);
  });

  test('two worksheets with a list each are both read', async () => {
    const { page } = await signedInPage(browser, origins.province, hall.administrator);
    await page.goto(`${origins.province}/province#/import`);
    await fileField(page).setInputFiles(given('one-sheet-per-committee.xlsx'));
    await preview(page).click();
    await page.getByText('Trang tính “Phú Túc”: đã đọc').waitFor();
    await page.getByText('Trang tính “Giao Long”: đã đọc').waitFor();
  });

  test('a committee that nobody knows is named with its line and column', async () => {
    const { page } = await signedInPage(browser, origins.province, hall.administrator);
    await page.goto(`${origins.province}/province#/import`);
    await pasteField(page).fill('Cấp ủy\tHọ và tên\tChức vụ\nĐảng ủy xã Không Có\tLê Văn Tám\tBí thư');
    await preview(page).click();
    await page.getByRole('alert').getByText('Không có cấp ủy "Đảng ủy xã Không Có".').waitFor();
    await page.getByRole('alert').getByText('Dòng 2, cột Cấp ủy:', { exact: true }).waitFor();
  });

  test('nothing widens the page at twice the size', async () => {
    const { page } = await signedInPage(browser, origins.province, hall.administrator, {
      viewport: { width: 320, height: 640 },
      colorScheme: 'dark',
    });
    await page.goto(`${origins.province}/province#/import`);
    await fileField(page).setInputFiles(given('one-sheet-per-committee.xlsx'));
    await preview(page).click();
    await page.getByText('Cách đọc danh sách').or(page.getByRole('alert').getByText(/./).first()).first().waitFor();
    await expect.poll(() => page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(320);
    expect(await findFaults(page)).toEqual([]);
  });
});
