import type { Browser } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest';
import { launchBrowser, watchedPage } from '../support/browser.ts';
import { administrator, aService, signedIn, type TestService } from '../support/service.ts';

let browser: Browser;
let service: TestService;
let origin: string;

beforeAll(async () => {
  browser = await launchBrowser();
});
afterAll(() => browser.close());
beforeEach(async () => {
  service = await aService();
  origin = await service.app.listen({ port: 0, host: '127.0.0.1' });
});
afterEach(() => service.app.close());

test('the first administrator is created on the page that the printed link opens', async () => {
  const token = service.deps.setupLink.renew();
  const { page, requests, complaints } = await watchedPage(browser);
  await page.goto(`${origin}/setup#${token}`);
  await page.getByLabel('Tên đăng nhập').fill(administrator.username);
  await page.getByLabel('Mật khẩu').fill(administrator.password);
  await page.getByRole('button', { name: 'Tạo quản trị viên' }).click();
  await page.getByRole('status').getByText('Đã tạo quản trị viên').waitFor();
  expect(await page.locator('form').isVisible()).toBe(false);
  await signedIn(service.app, administrator.username, administrator.password);
  expect(requests.filter((url) => !url.startsWith(`${origin}/`))).toEqual([]);
  expect(complaints).toEqual([]);
});

test('the token of the setup link is gone from the address bar and from what the browser remembers', async () => {
  const token = service.deps.setupLink.renew();
  const { page, requests } = await watchedPage(browser);
  await page.goto(`${origin}/setup#${token}`);
  await expect.poll(() => page.url()).toBe(`${origin}/setup`);
  await page.goto(`${origin}/`);
  await page.goBack();
  expect(page.url()).toBe(`${origin}/setup`);
  expect(await page.content()).not.toContain(token);
  expect(requests.filter((url) => new URL(url).pathname.includes(token) || new URL(url).search !== '')).toEqual([]);
});

test('a used setup link is refused on the page in both languages', async () => {
  const token = service.deps.setupLink.renew();
  await service.app.inject({ method: 'POST', url: '/api/setup', payload: { token, ...administrator } });
  const { page } = await watchedPage(browser);
  await page.goto(`${origin}/setup#${token}`);
  await page.getByLabel('Tên đăng nhập').fill('another');
  await page.getByLabel('Mật khẩu').fill(administrator.password);
  await page.getByRole('button', { name: 'Tạo quản trị viên' }).click();
  await page.getByRole('status').locator('p[lang=vi]').waitFor();
  expect(await page.getByRole('status').locator('p[lang=en]').textContent()).toMatch(/exists already/);
});

test('without its token the setup page asks for nothing', async () => {
  const { page } = await watchedPage(browser);
  await page.goto(`${origin}/setup`);
  await page.getByText('Liên kết thiếu mã').waitFor();
  expect(await page.locator('form').isVisible()).toBe(false);
});

test('the start page says what this is, Vietnamese first, and leads to the API reference', async () => {
  const { page, complaints } = await watchedPage(browser);
  await page.goto(origin);
  const languages = await page
    .locator('main p')
    .evaluateAll((all) => all.map((one) => one.getAttribute('lang') ?? 'vi'));
  expect(languages).toEqual(['vi', 'en', 'vi', 'en']);
  await page.getByRole('link', { name: 'mô tả giao diện lập trình' }).click();
  await page.locator('.opblock').first().waitFor();
  expect(complaints).toEqual([]);
});

test.each(['/', '/setup#some-token'])('%s fits a narrow screen and works in the dark', async (path) => {
  for (const colorScheme of ['light', 'dark'] as const) {
    const { page } = await watchedPage(browser, { viewport: { width: 320, height: 640 }, colorScheme });
    await page.goto(origin + path);
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(320);
    const paper = await page.evaluate(() => getComputedStyle(document.body).backgroundColor);
    expect(paper).toBe(colorScheme === 'light' ? 'rgb(255, 255, 255)' : 'rgb(22, 22, 22)');
  }
});
