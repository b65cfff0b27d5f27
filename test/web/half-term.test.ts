import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { reviewView } from '../../src/server/half-term/views.ts';
import { bodyOf, daysIn, writtenOf } from '../../src/web/half-term/written-review.ts';
import { launchBrowser, signedInPage } from '../support/browser/browser.ts';
import { builtPages } from '../support/browser/built-pages.ts';
import { findFaults } from '../support/browser/sound-page.ts';
import { confirm, expectAbsent, expectTexts, expectValue } from '../support/browser/waiting.ts';
import { aReviewOf } from '../support/build/half-term.ts';
import { aPersonId } from '../support/build/ids.ts';
import { aSessionId } from '../support/build/stored-sessions.ts';
import { aPlanHall, type PlanHall } from '../support/service/plan-hall.ts';
import { signedInAs } from '../support/service/service.ts';

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

test('opening a review to correct it and keeping it as it stands changes nothing', () => {
  const review = aReviewOf({ committeeId: hall.commune, id: aSessionId(1) });
  const agenda = [
    { time: '07:30–08:00', item: 'Khai mạc' },
    { time: 'Chiều', item: 'Thảo luận tổ' },
    { time: '', item: 'Giải lao | chụp ảnh' },
    { time: '', item: '13:30 Bế mạc' },
  ];
  const written = { ...review, conference: { days: 0.5, agenda } };
  const view = reviewView(written, { committee: undefined, conferenceLength: null, reports: [] });
  const { committeeId: _, term, finishedAt, ...content } = written;
  expect(bodyOf(writtenOf(view), written.version)).toEqual(content);
  expect(['', '1,5', '0.5', '30', '1,25', '31', '0', 'một'].map(daysIn)).toEqual([
    ...[null, 1.5, 0.5, 30, undefined, undefined, undefined, undefined],
  ]);
});

test('a commune writes its review from a spreadsheet, with a remedy for its weakness; the province counts targets', async () => {
  const { page, complaints } = await signedInPage(browser, origin, hall.communeChair);
  await page.goto(`${origin}/half-term`);
  await page.getByRole('link', { name: 'Đảng ủy xã Ba Chẽ' }).click();
  await title(page, 'Sơ kết giữa nhiệm kỳ');
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
  await page.getByText('Tệp có 2 chỉ tiêu: thêm 2, sửa 0', { exact: false }).waitFor();
  await page.getByRole('button', { name: 'Thay danh sách' }).click();
  await page.getByRole('button', { name: 'Thêm hạn chế' }).click();
  await page.getByLabel('Nội dung hạn chế').fill('Giải ngân chậm');
  const remedy = 'Rà soát từng quý.\n\nGiao từng đồng chí phụ trách.';
  await page.getByLabel('Giải pháp 1 khắc phục hạn chế 1').fill(remedy);
  await page.getByRole('button', { name: 'Thêm giải pháp khắc phục hạn chế 1' }).click();
  await page.getByLabel('Giải pháp 2 khắc phục hạn chế 1').fill('Đối thoại với dân.');
  await page.getByLabel('Số ngày họp').fill('4');
  await page.getByText('Số ngày họp nằm ngoài', { exact: false }).waitFor();
  await page.getByLabel('Chương trình').fill('07:30 Khai mạc\nChiều | Thảo luận tổ');
  await page.getByRole('button', { name: 'Lưu bản sơ kết' }).click();
  await page.getByText('Đã lưu.').waitFor();
  const pdf = { name: 'a.pdf', mimeType: 'application/pdf', buffer: Buffer.from('%PDF-1.7') };
  await page.getByLabel('Gửi tệp PDF: Báo cáo công tác kiểm tra, giám sát').setInputFiles(pdf);
  await page.getByRole('button', { name: 'Tải về: Báo cáo công tác kiểm tra, giám sát' }).waitFor();
  expect(await findFaults(page)).toEqual([]);

  // What was kept comes back as it was written, from the service and through a workbook.
  await page.reload();
  await expectValue(page.getByLabel('Giải pháp 1 khắc phục hạn chế 1'), remedy);
  await expectValue(page.getByLabel('Chương trình'), '07:30 Khai mạc\nChiều | Thảo luận tổ');
  const download = page.waitForEvent('download');
  await page.getByRole('button', { name: 'Tải chỉ tiêu đã lưu (.xlsx)' }).click();
  await chosen.setInputFiles(await (await download).path());
  await page.getByText('giống hệt danh sách đang có', { exact: false }).waitFor();
  await confirm(page.getByRole('button', { name: 'Báo hoàn thành bản sơ kết' }), 'Đúng, báo hoàn thành');
  await page.getByRole('button', { name: 'Sửa bản sơ kết' }).waitFor();
  await expectTexts(page.locator('.standing'), ['Vượt', 'Đạt']);
  expect(await findFaults(page)).toEqual([]);
  expect(complaints.filter((text) => !/422/.test(text))).toEqual([]);

  const above = await signedInPage(browser, origin, hall.provinceOffice);
  await above.page.goto(`${origin}/half-term#/${hall.province}/2025–2030/below`);
  const row = above.page.getByRole('row', { name: 'Đảng ủy xã Ba Chẽ' });
  await row.getByText('Hoàn thành').waitFor();
  await row.getByText('Đảng bộ xã, phường, đặc khu').waitFor();
  await expectTexts(row.locator('td:nth-of-type(-n + 4)'), ['1', '1', '0', '0']);
  expect(await findFaults(above.page)).toEqual([]);
  await row.getByRole('link').click();
  await above.page.getByText('Giao từng đồng chí phụ trách.').waitFor();
  expect(above.complaints).toEqual([]);

  // A member who writes nothing is led to those below, not to a review to begin.
  const member = await signedInAs(hall.service, { personId: aPersonId(4) });
  const { page: reading } = await signedInPage(browser, origin, member);
  await reading.goto(`${origin}/half-term#/${hall.province}`);
  await reading.getByLabel('Nhiệm kỳ').fill('2025-2030');
  await reading.getByText('Tỉnh ủy', { exact: false }).first().waitFor();
  const open = reading.getByRole('button', { name: 'Mở', exact: true });
  await expectAbsent(reading.getByText('Mở bản sơ kết của một nhiệm kỳ'), { beside: open });
  await open.click();
  await title(reading, 'Tổng hợp sơ kết của các cấp ủy trực thuộc, nhiệm kỳ 2025–2030');
});
