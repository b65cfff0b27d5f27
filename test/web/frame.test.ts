import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { pages } from '../../src/contract/service/pages.ts';
import { launchBrowser, signedInPage } from '../support/browser/browser.ts';
import { builtPages } from '../support/browser/built-pages.ts';
import { expectAddress, expectText } from '../support/browser/waiting.ts';
import { aDraft, aHall, type Hall } from '../support/service/hall.ts';

let browser: Browser;
let hall: Hall;
let origin: string;

beforeAll(async () => {
  await builtPages();
  [browser, hall] = await Promise.all([launchBrowser(), aHall()]);
  origin = await hall.service.app.listen({ port: 0, host: '127.0.0.1' });
});
afterAll(async () => {
  await browser.close();
  await hall.service.app.close();
});

test('no page is translated by the browser: its own words are what the rules call things', async () => {
  for (const { address } of [...pages, { address: '/phieu-verify.html' }]) {
    const { body } = await hall.service.app.inject(address);
    expect(body, address).toMatch(/<html [^>]*translate="no"/);
  }
});

test('a tab says which screen it shows, then which page; the skip link leads past what stands on every page', async () => {
  const id = await aDraft(hall);
  const { page, complaints } = await signedInPage(browser, origin, hall.chair, {
    viewport: { width: 360, height: 740 },
  });
  const tab = () => page.evaluate(() => document.title);
  await page.goto(`${origin}/console`);
  await expect.poll(tab).toBe('Đợt lấy phiếu');
  await page.goto(`${origin}/console#/${id}/connection`);
  await expect.poll(tab).toBe('Kết nối trong hội trường – Đợt lấy phiếu');
  await page.getByRole('button', { name: 'English' }).click();
  await expect.poll(tab).toBe('Connection in the hall – Sessions');
  const address = page.url();
  await page.reload();
  await page.getByRole('heading', { level: 1 }).waitFor();
  const skip = page.getByRole('button', { name: 'Skip to the content' });
  await skip.focus();
  const left = () => skip.evaluate((button) => button.getBoundingClientRect().left);
  await expect.poll(left).toBeGreaterThanOrEqual(0);
  await skip.press('Enter');
  await expect.poll(() => page.evaluate(() => document.activeElement?.localName)).toBe('main');
  await expectAddress(page, address);
  expect(complaints).toEqual([]);
});

test('eight tabs of one browser all get their answers: those that nobody sees hold no connection', async () => {
  const id = await aDraft(hall);
  const { page: first, complaints } = await signedInPage(browser, origin, hall.chair);
  const context = first.context();
  const tabs = [first];
  for (const tab of [...Array(8)].keys()) {
    const page = tabs[tab] ?? (await context.newPage());
    tabs[tab] = page;
    await page.goto(`${origin}/projector#/${id}`);
    await expectText(page.getByRole('heading', { level: 1 }), 'Lấy phiếu tín nhiệm');
    // A browser without a screen shows all of its tabs at once; to this one somebody goes no more.
    await page.evaluate(() => {
      Object.defineProperty(document, 'visibilityState', { value: 'hidden', configurable: true });
      document.dispatchEvent(new Event('visibilitychange'));
    });
  }
  const watches = first.waitForRequest(/turnout/);
  await first.evaluate(() => {
    Reflect.deleteProperty(document, 'visibilityState');
    document.dispatchEvent(new Event('visibilitychange'));
  });
  await watches;
  expect(complaints).toEqual([]);
});
