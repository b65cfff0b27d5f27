import { readFile } from 'node:fs/promises';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { anAccountsHall, beginFactor, playAccountsScenes } from '../support/browser/accounts-scenes.ts';
import { breakWorkers } from '../support/browser/broken-workers.ts';
import { launchBrowser, signedInPage, watchedPage } from '../support/browser/browser.ts';
import { builtPages } from '../support/browser/built-pages.ts';
import { findFaults } from '../support/browser/sound-page.ts';
import { choose, confirm, expectAbsent, expectAddress, expectCount, expectText } from '../support/browser/waiting.ts';
import { aCommittee } from '../support/build/committees.ts';
import { readQrCodes } from '../support/pdf.ts';
import type { Hall } from '../support/service/hall.ts';

let browser: Browser;
let hall: Hall;
let origin: string;

beforeAll(async () => {
  await builtPages();
  browser = await launchBrowser();
});
afterAll(async () => {
  await browser.close();
  await hall.service.app.close();
});

test('no state of the page has a fault', async () => {
  const made = await anAccountsHall();
  const faults: string[] = [];
  await playAccountsScenes(browser, made, async (name, page) => {
    for (const fault of await findFaults(page)) faults.push(`${name}: ${fault}`);
  });
  await made.hall.service.app.close();
  expect(faults).toEqual([]);
}, 600_000);

const password = 'cá chép vượt vũ môn';

async function signIn(page: Page, code?: () => string) {
  await page.getByLabel('Tên đăng nhập').fill('dong-chi-hai');
  await page.getByLabel('Mật khẩu').fill(password);
  await page.getByRole('button', { name: 'Đăng nhập' }).click();
  if (code === undefined) return;
  await page.getByLabel('Mã xác thực').fill(code());
  await page.getByRole('button', { name: 'Đăng nhập' }).click();
}

test('where the worker that draws slips fails, the page says so, and the code is still there to be handed over', async () => {
  const made = await anAccountsHall();
  const { page } = await signedInPage(browser, made.origin, made.hall.office);
  for (const [at, fault] of (['cannot be loaded', 'dies'] as const).entries()) {
    const workers = await breakWorkers(page, 'slips.worker', fault);
    await page.goto(`${made.origin}/accounts#/${aCommittee(2).id}`);
    await page.reload();
    await page.getByRole('button', { name: `Mời Đồng chí ${at + 2}` }).click();
    await page.getByRole('button', { name: 'Chỉ dùng trên máy này' }).click();
    await page.getByText('Không tạo được tệp PDF. Có thể trao mã trên màn hình').waitFor();
    await expectText(page.locator('.slip-address'), /\/accounts#\/welcome\//);
    await workers.heal();
    page.once('dialog', (dialog) => void dialog.accept());
  }
  await page.context().close();
  await made.hall.service.app.close();
});

test('from a slip to an account with an authenticator app, signed in with it, and signed out everywhere', async () => {
  ({ hall, origin } = await anAccountsHall());
  const { page: office } = await signedInPage(browser, origin, hall.office);
  await office.goto(`${origin}/accounts#/${aCommittee(2).id}`);
  await office.getByRole('button', { name: 'Mời Đồng chí 2' }).click();
  // No phone reaches localhost: there is no slip before somebody says that this computer is enough.
  const beside = office.getByText(`Điện thoại không đăng nhập được ở địa chỉ ${origin}`);
  await expectAbsent(office.locator('.slip-address'), { beside });
  await expectAbsent(office.getByRole('button', { name: 'Lưu tệp PDF' }), { beside });
  await office.getByRole('button', { name: 'Chỉ dùng trên máy này' }).click();
  const [download] = await Promise.all([
    office.waitForEvent('download'),
    office.getByRole('button', { name: 'Lưu tệp PDF' }).click(),
  ]);
  const [[address = ''] = []] = await readQrCodes(await readFile(await download.path()));
  await expectText(office.locator('.slip-address'), address);

  const { page, requests, complaints } = await watchedPage(browser, { viewport: { width: 360, height: 740 } });
  await page.goto(address);
  await page.getByText('Giấy này cấp cho: Đồng chí 2').waitFor();
  const token = address.split('/').at(-1) ?? 'none';
  await expectAddress(page, `${origin}/accounts`);
  expect(requests.filter((url) => url.includes(token))).toEqual([]);
  await page.getByLabel('Tên đăng nhập').fill('dong-chi-hai');
  await page.getByLabel('Mật khẩu mới').fill(password);
  await page.getByLabel('Nhập lại mật khẩu').fill(password);
  await page.getByRole('button', { name: 'Xác nhận' }).click();
  await page.getByText('Lần sau dùng tên đăng nhập: dong-chi-hai').waitFor();

  // Who has just chosen a password does not type it once more to sign in.
  await page.goto(`${origin}/accounts#/me`);
  await page.reload();
  const code = await beginFactor(page, hall, password);
  await page.getByLabel('Mã trong ứng dụng').fill(code());
  await page.getByRole('button', { name: 'Xác nhận và bật' }).click();
  await page.getByRole('button', { name: 'Tôi đã giữ các mã' }).click();
  await page.getByText('Đã bật: mỗi lần đăng nhập cần mã 6 số.').waitFor();

  // One account for everything: who sits on the committee is made its chair, not given a second account.
  const { page: administrator } = await signedInPage(browser, origin, hall.administrator);
  await administrator.goto(`${origin}/accounts#/${aCommittee(2).id}`);
  await administrator.getByLabel('Tìm theo tên đăng nhập hoặc họ tên').fill('dong chi 2');
  await choose(administrator.getByLabel('Tài khoản', { exact: true }), 'Đồng chí 2 (dong-chi-hai)');
  await choose(administrator.getByLabel('Nhiệm vụ', { exact: true }), 'Người quán triệt');
  await administrator.getByRole('button', { name: 'Giao nhiệm vụ này' }).click();
  await confirm(administrator.getByRole('button', { name: 'Thôi giao nhiệm vụ cho Đồng chí 2' }), 'Thôi giao');
  await administrator.getByText('Người quán triệt: Đồng chí 2').waitFor({ state: 'detached' });

  hall.service.passSeconds(30);
  const { page: second } = await watchedPage(browser);
  await second.goto(`${origin}/accounts#/me`);
  await signIn(second, code);
  await second.getByText('máy này').waitFor();
  await expectCount(second.locator('.entries > li'), 2);
  await confirm(second.getByRole('button', { name: 'Đăng xuất khỏi mọi nơi' }), 'Đăng xuất tất cả');
  await second.getByRole('heading', { level: 1, name: 'Đăng nhập' }).waitFor();
  await page.reload();
  await page.getByRole('heading', { level: 1, name: 'Đăng nhập' }).waitFor();

  await page.goto(address);
  await page.reload();
  await page.getByRole('alert').getByText('Liên kết này đã dùng').waitFor();
  expect(complaints.filter((text) => !text.includes('status of 4'))).toEqual([]);
});
