import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Browser } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest';
import { launchBrowser, watchedPage } from '../support/browser/browser.ts';
import { builtPages } from '../support/browser/built-pages.ts';
import { chooseLanguage } from '../support/browser/masthead.ts';
import { findFaults } from '../support/browser/sound-page.ts';
import { expectAbsent, expectAddress, expectGone, expectTexts } from '../support/browser/waiting.ts';
import { administrator, aService, signedIn, type TestService } from '../support/service/service.ts';

let browser: Browser;
let service: TestService;
let origin: string;

beforeAll(async () => {
  await builtPages();
  browser = await launchBrowser();
});
afterAll(() => browser.close());
beforeEach(async () => {
  service = await aService();
  origin = await service.app.listen({ port: 0, host: '127.0.0.1' });
});
afterEach(() => service.app.close());

test('pages that tests build are those that users get: none names a source file of the machine that built it', () => {
  const root = fileURLToPath(new URL('../../', import.meta.url));
  const built = globSync('dist/web/**/*.{html,js}', { cwd: root });
  expect(built.length).toBeGreaterThan(20);
  expect(built.filter((name) => readFileSync(join(root, name), 'utf8').includes(root))).toEqual([]);
});

test('the first administrator is created on the page that the printed link opens', async () => {
  const token = await service.deps.setupLink.renew();
  const { page, requests, complaints } = await watchedPage(browser);
  await page.goto(`${origin}/setup#${token}`);
  await page.getByLabel('Tên đăng nhập').fill(administrator.username);
  await page.getByLabel('Mật khẩu').fill(administrator.password);
  await page.getByRole('button', { name: 'Tạo quản trị viên' }).click();
  await page.getByRole('status').getByText('Đã tạo quản trị viên').waitFor();
  await expectGone(page.locator('form'));
  await signedIn(service.app, administrator.username, administrator.password);
  await page.getByRole('link', { name: 'Tiếp tục' }).click();
  await page.getByRole('heading', { name: 'Đến đợt lấy phiếu đầu tiên' }).waitFor();
  const steps = page.locator('ol.steps a');
  await expectTexts(steps, [/Nhập cấp ủy/, /danh sách/, /tài khoản/, /lập đợt/, /Thử bằng điện thoại/]);
  expect(await findFaults(page)).toEqual([]);
  await steps.first().click();
  await expectAddress(page, `${origin}/province`);
  expect(requests.filter((url) => !url.startsWith(`${origin}/`))).toEqual([]);
  expect(complaints).toEqual([]);
});

test('the token of the setup link is gone from the address bar and from what the browser remembers', async () => {
  const token = await service.deps.setupLink.renew();
  const { page, requests } = await watchedPage(browser);
  await page.goto(`${origin}/setup#${token}`);
  await expectAddress(page, `${origin}/setup`);
  await page.goto(`${origin}/`);
  await page.goBack();
  await expectAddress(page, `${origin}/setup`);
  await page.getByText('Liên kết thiếu mã').waitFor();
  await expect.poll(() => page.evaluate(() => document.documentElement.outerHTML)).not.toContain(token);
  expect(requests.filter((url) => new URL(url).pathname.includes(token) || new URL(url).search !== '')).toEqual([]);
});

test('a used setup link is refused in the reader’s language', async () => {
  const token = await service.deps.setupLink.renew();
  await service.app.inject({ method: 'POST', url: '/api/setup', payload: { token, ...administrator } });
  const { page } = await watchedPage(browser);
  await page.goto(`${origin}/setup#${token}`);
  await chooseLanguage(page, 'English');
  await page.getByLabel('Username').fill('another');
  await page.getByLabel('Password').fill(administrator.password);
  await page.getByRole('button', { name: 'Create the administrator' }).click();
  await page.getByRole('alert').getByText('exists already').waitFor();
  await chooseLanguage(page, 'Tiếng Việt');
  await page.getByRole('alert').getByText('quản trị viên').waitFor();
});

test('without its token the setup page asks for nothing', async () => {
  const { page } = await watchedPage(browser);
  await page.goto(`${origin}/setup`);
  await expectAbsent(page.locator('form'), { beside: page.getByText('Liên kết thiếu mã') });
});
