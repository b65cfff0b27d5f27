import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { launchBrowser, signedInPage } from '../support/browser/browser.ts';
import { builtPages } from '../support/browser/built-pages.ts';
import { findFaults } from '../support/browser/sound-page.ts';
import { ask, confirm, expectAbsent, expectGone, expectText, expectTexts } from '../support/browser/waiting.ts';
import { aDraft, aHall } from '../support/service/hall.ts';
import { aProvinceHall, type ProvinceHall, reorganisedCsv } from '../support/service/province-hall.ts';

let browser: Browser;
let hall: ProvinceHall;
let origin: string;

beforeAll(async () => {
  await builtPages();
  [browser, hall] = await Promise.all([launchBrowser(), aProvinceHall()]);
  origin = await hall.service.app.listen({ port: 0, host: '127.0.0.1' });
});
afterAll(async () => {
  await browser.close();
  await hall.service.app.close();
});

test('an administrator takes a whole import back, or reads what stands in the way', async () => {
  const { page, complaints } = await signedInPage(browser, origin, hall.administrator, {
    viewport: { width: 360, height: 740 },
  });
  const { committees } = hall.service.deps.store;
  const before = await committees.wholeRoster();
  const buffer = Buffer.from(reorganisedCsv());
  const bring = async () => {
    await page.goto(`${origin}/province#/import`);
    await page.getByLabel('Tệp .xlsx hoặc .csv').setInputFiles({ name: 'cap-uy.csv', mimeType: 'text/csv', buffer });
    await page.getByLabel('Có hiệu lực từ ngày').fill('2025-07-01');
    await page.getByRole('button', { name: 'Xem trước' }).click();
    await confirm(page.getByRole('button', { name: 'Nhập đúng như trên' }));
    await page.getByText('Đã nhập xong.').waitFor();
    await page.getByRole('link', { name: 'Các lần nhập' }).last().click();
    await page.getByRole('heading', { level: 1, name: 'Các lần nhập' }).waitFor();
  };
  await bring();
  const entries = page.locator('.entries > li');
  await expectText(entries, /Nhập cấp ủy và cấp ủy viên.*Đã thêm 1 cấp ủy\. Đã chuyển cấp trên 4 cấp ủy\./);
  expect(await findFaults(page)).toEqual([]);
  const button = page.getByRole('button', { name: /^Rút lại lần nhập này/ });
  const question = await ask(button);
  await expectText(
    question.locator('p'),
    /sẽ bị xóa: 1 cấp ủy\. .*trở lại như trước: 5 cấp ủy, 1 vị trí cấp ủy viên\./,
  );
  expect(await findFaults(page)).toEqual([]);
  await question.getByRole('button', { name: 'Không', exact: true }).click();
  await confirm(button, 'Rút lại lần nhập này');
  await page.getByText('Đã rút lại. Mọi thứ trở lại như trước lần nhập ấy.').waitFor();
  await expectText(entries, /Đã rút lại: /);
  await expectGone(button);
  const { committees: now, seats, people } = await committees.wholeRoster();
  expect([now, seats, people]).toEqual([before.committees, before.seats, before.people]);

  await bring();
  await button.waitFor();
  const [added] = (await committees.list()).filter(({ code }) => code === 'X-05');
  if (added === undefined) throw new Error('nothing was added');
  await committees.change({ around: [] }, () => ({ ok: true, value: { ...added, name: 'Đảng ủy xã Thạnh Phong' } }));
  await confirm(button, 'Rút lại lần nhập này');
  await page.getByText('Không rút lại được lần nhập này vì đã có việc khác dựa vào nó').waitFor();
  await page.getByText('Không rút lại được vì:').click();
  const obstacles = entries.first().locator('details li');
  await expectTexts(obstacles, ['Cấp ủy đã được sửa sau khi nhập: Đảng ủy xã Thạnh Phong.']);
  await expectAbsent(button, { beside: obstacles });
  expect(await findFaults(page)).toEqual([]);
  expect(complaints.filter((one) => !one.includes('409'))).toEqual([]);
});

test('an office takes the list of its own committee back where it imported it', async () => {
  const { page, complaints } = await signedInPage(browser, origin, hall.office, {
    viewport: { width: 360, height: 740 },
  });
  const { committees } = hall.service.deps.store;
  const before = await committees.wholeRoster();
  await page.goto(`${origin}/province#/${hall.commune}/import`);
  await page.getByText('Chưa có lần nhập nào.').waitFor();
  await page.getByLabel('Hoặc dán từ bảng tính').fill('Họ và tên\tChức vụ\nLò Thị Một\tỦy viên');
  await page.getByRole('button', { name: 'Xem trước' }).click();
  await page.getByRole('button', { name: 'Nhập đúng như trên' }).click();
  await page.getByText('Đã nhập 1 cấp ủy viên.').waitFor();
  const entries = page.locator('.entries > li');
  await expectText(entries, /Nhập danh sách cấp ủy viên.*Đã thêm 1 người, 1 vị trí cấp ủy viên\./);
  const links = page.getByRole('main').getByRole('link', { name: 'Các lần nhập' });
  await expectAbsent(links, { beside: entries });
  expect(await findFaults(page)).toEqual([]);
  await confirm(page.getByRole('button', { name: /^Rút lại lần nhập này/ }), 'Rút lại lần nhập này');
  await page.getByText('Đã rút lại. Mọi thứ trở lại như trước lần nhập ấy.').waitFor();
  await expectText(entries, /Đã rút lại: /);
  await expectGone(page.getByText('Đã nhập 1 cấp ủy viên.'));
  expect(await findFaults(page)).toEqual([]);
  const { people, seats } = await committees.wholeRoster();
  expect([people, seats]).toEqual([before.people, before.seats]);
  expect(complaints).toEqual([]);
});

test('an office takes a list of delegates back', async () => {
  const { page, complaints } = await signedInPage(browser, origin, hall.office);
  await page.goto(`${origin}/plans#/${hall.commune}/summoned`);
  await page.getByLabel('Nhiệm kỳ').fill('2025–2030');
  await page.getByLabel('Hoặc dán từ bảng tính').fill('Họ và tên\tChức vụ\nLò Thị Một\tĐảng viên');
  await page.getByRole('button', { name: 'Xem trước' }).click();
  await page.getByRole('button', { name: 'Nhập đúng 1 đại biểu này' }).click();
  await page.getByRole('rowheader', { name: 'Lò Thị Một' }).waitFor();
  const button = page.getByRole('button', { name: /^Rút lại lần nhập này/ });
  expect(await findFaults(page)).toEqual([]);
  await confirm(button, 'Rút lại lần nhập này');
  await page.getByText('Chưa có danh sách của nhiệm kỳ nào.').waitFor();
  await expectText(page.locator('.entries > li'), /Nhập đại biểu nhiệm kỳ 2025–2030.*Đã rút lại: /);
  expect(await findFaults(page)).toEqual([]);
  expect(complaints).toEqual([]);
});

test('those who were added to a roll at once are taken off it at once', async () => {
  const vote = await aHall();
  const at = await vote.service.app.listen({ port: 0, host: '127.0.0.1' });
  const { page, complaints } = await signedInPage(browser, at, vote.chair);
  const id = await aDraft(vote);
  await page.goto(`${at}/console#/${id}/roll`);
  await page.getByLabel('Hoặc dán từ bảng tính').fill('Lê Văn Tám\tTrưởng thôn\nTrần Thị Chín\tGiáo viên');
  await page.getByRole('button', { name: 'Xem trước' }).click();
  await page.getByRole('button', { name: 'Thêm 2 người' }).click();
  await page.getByText('Đã thêm 2 người.').waitFor();
  await page.getByRole('button', { name: 'Bỏ ra: Lê Văn Tám' }).click();
  await page.getByText('Còn 1 người trong danh sách.').waitFor();
  expect(await findFaults(page)).toEqual([]);
  await confirm(page.getByRole('button', { name: /^Rút lại lần nhập này/ }), 'Rút lại lần nhập này');
  await expectGone(page.getByRole('rowheader', { name: 'Trần Thị Chín' }));
  await page.getByText(/^Đã rút lại: /).waitFor();
  expect(await findFaults(page)).toEqual([]);
  expect(complaints).toEqual([]);
  await vote.service.app.close();
});
