import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { launchBrowser, signedInPage } from '../support/browser.ts';
import { builtPages } from '../support/built-pages.ts';
import { aPlanHall, type PlanHall } from '../support/plan-hall.ts';
import { findFaults } from '../support/sound-page.ts';

let browser: Browser;
let hall: PlanHall;
let origin: string;

beforeAll(async () => {
  await builtPages();
  [browser, hall] = await Promise.all([launchBrowser(), aPlanHall()]);
  origin = await hall.service.app.listen({ port: 0, host: '127.0.0.1' });
});
afterAll(async () => {
  await browser.close();
  await hall.service.app.close();
});

const title = (page: Page, name: string) => page.getByRole('heading', { level: 1, name }).waitFor();

test('a commune writes its review from a spreadsheet, with a remedy for its weakness; the province counts targets', async () => {
  const { page, complaints } = await signedInPage(browser, origin, hall.communeChair);
  await page.goto(`${origin}/half-term#/${hall.commune}`);
  await title(page, 'Sơ kết giữa nhiệm kỳ');
  expect(await findFaults(page)).toEqual([]);
  await page.getByLabel('Nhiệm kỳ').fill('2025-2030');
  await page.getByRole('button', { name: 'Mở', exact: true }).click();
  await title(page, 'Sơ kết giữa nhiệm kỳ 2025–2030');
  const file = (text: string) => ({ name: 'chi-tieu.csv', mimeType: 'text/csv', buffer: Buffer.from(text) });
  const chosen = page.getByLabel('Nhập chỉ tiêu từ bảng tính');
  await chosen.setInputFiles(file('Chỉ tiêu;Mục tiêu nghị quyết;Đạt được\nHộ nghèo;ba;4\n'));
  await page.getByText('Không phải là số', { exact: false }).waitFor();
  await chosen.setInputFiles(
    file('Chỉ tiêu;Mục tiêu nghị quyết;Đạt được\nThu ngân sách;120;131,5\nĐường bê tông;90;90\n'),
  );
  await page.getByText('Tệp có 2 chỉ tiêu.', { exact: false }).waitFor();
  await page.getByRole('button', { name: 'Thay danh sách' }).click();
  await page.getByRole('button', { name: 'Thêm hạn chế' }).click();
  await page.getByLabel('Nội dung hạn chế').fill('Giải ngân chậm');
  await page.getByLabel('Giải pháp khắc phục').fill('Rà soát từng quý');
  await page.getByLabel('Số ngày họp').fill('4');
  await page.getByRole('button', { name: 'Lưu bản sơ kết' }).click();
  await page.getByText('Đã lưu.').waitFor();
  await page.getByText('nằm ngoài thời gian quy định', { exact: false }).waitFor();
  const pdf = { name: 'a.pdf', mimeType: 'application/pdf', buffer: Buffer.from('%PDF-1.7') };
  await page.getByLabel('Gửi tệp PDF: Báo cáo công tác kiểm tra, giám sát').setInputFiles(pdf);
  await page.getByRole('button', { name: 'Tải về: Báo cáo công tác kiểm tra, giám sát' }).waitFor();
  expect(await findFaults(page)).toEqual([]);
  expect(complaints.filter((text) => !/404|422/.test(text))).toEqual([]);

  const above = await signedInPage(browser, origin, hall.provinceOffice);
  await above.page.goto(`${origin}/half-term#/${hall.province}/2025–2030/below`);
  const row = above.page.getByRole('row', { name: 'Đảng ủy xã Ba Chẽ' });
  await row.waitFor();
  expect(await row.getByRole('cell').allTextContents()).toEqual(['1', '1', '0', '0']);
  expect(await findFaults(above.page)).toEqual([]);
  await row.getByRole('link').click();
  await above.page.getByText('Giải ngân chậm').waitFor();
  expect(await findFaults(above.page)).toEqual([]);
});
