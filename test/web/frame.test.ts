import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { pages } from '../../src/contract/service/pages.ts';
import { launchBrowser, signedInPage, watchedPage } from '../support/browser/browser.ts';
import { builtPages } from '../support/browser/built-pages.ts';
import { chooseLanguage, menuButton, openMenu } from '../support/browser/masthead.ts';
import { findFaults } from '../support/browser/sound-page.ts';
import { expectAddress, expectAttribute, expectCount, expectText } from '../support/browser/waiting.ts';
import { aDraft, aHall, type Hall } from '../support/service/hall.ts';
import { aService } from '../support/service/service.ts';

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
  await chooseLanguage(page, 'English');
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

test('on a phone the page begins within 64 pixels, on every page, whether somebody is signed in or not', async () => {
  const viewport = { width: 360, height: 740 };
  const { page: own } = await signedInPage(browser, origin, hall.chair, { viewport });
  const { page: stranger } = await watchedPage(browser, { viewport });
  const all = pages.filter(({ frame }) => frame !== 'projector').map(({ address }) => address);
  // The rest look alike to whoever has to sign in first.
  const signedOut = ['/', '/v', '/setup', '/hall'];
  for (const [page, addresses] of [
    [own, all],
    [stranger, signedOut],
  ] as const) {
    for (const address of addresses) {
      await page.goto(origin + address);
      await menuButton(page).waitFor();
      await page.locator('main h1').first().waitFor();
      const top = await page.locator('main').evaluate((main) => main.getBoundingClientRect().top);
      expect(top, address).toBeLessThanOrEqual(64);
    }
  }
});

test('what stands behind the one button is there for keyboards and readers of screens, and is gone with Escape', async () => {
  const { page, complaints } = await signedInPage(browser, origin, hall.chair, {
    viewport: { width: 360, height: 740 },
  });
  await page.goto(`${origin}/console`);
  const button = page.getByRole('button', { name: 'Menu', exact: true });
  const menu = page.locator('.menu');
  await button.press('Enter');
  await expectAttribute(button, 'aria-expanded', 'true');
  await page.keyboard.press('Tab');
  await expectText(page.locator(':focus'), 'Trang của tôi');
  await menu.getByRole('link', { name: 'Đợt lấy phiếu', exact: true }).and(page.locator('[aria-current]')).waitFor();
  await menu.getByText(/Đang đăng nhập: /).waitFor();
  expect(await findFaults(page)).toEqual([]);
  await page.keyboard.press('Escape');
  await menu.waitFor({ state: 'hidden' });
  await expectAttribute(button, 'aria-expanded', 'false');
  await expectText(page.locator(':focus'), 'Menu');
  // Whoever goes on with the page has done with it.
  await openMenu(page);
  await page.mouse.click(8, 700);
  await menu.waitFor({ state: 'hidden' });
  expect(complaints).toEqual([]);
});

test('where there is room the pages stand in the bar, and nothing is wider than the window at any size of the type', async () => {
  const { page } = await signedInPage(browser, origin, hall.chair, { viewport: { width: 1280, height: 800 } });
  await page.goto(`${origin}/console`);
  const inBar = page.locator('.navigation-row');
  await inBar.getByRole('link', { name: 'Cấp ủy', exact: true }).waitFor();
  expect(await findFaults(page)).toEqual([]);
  const menu = await openMenu(page);
  for (const step of [1, 2, 3]) {
    await menu.getByRole('button', { name: 'Chữ to hơn' }).click();
    await expect
      .poll(() => page.evaluate(() => document.documentElement.scrollWidth), { message: `step ${step}` })
      .toBeLessThanOrEqual(1280);
  }
  // Larger type has no room for them: they stand behind the button.
  await menu.getByRole('link', { name: 'Cấp ủy', exact: true }).waitFor();
});

test('every page bears the name of the office that a setting gives it, as text whatever it holds', async () => {
  const name = 'Văn phòng <b>"Tỉnh ủy"</b> & Co';
  const office = await aService({ environment: { PHIEU_OFFICE: name } });
  const address = await office.app.listen({ port: 0, host: '127.0.0.1' });
  const { page, complaints } = await watchedPage(browser);
  for (const { address: path } of [{ address: '/' }, { address: '/v' }]) {
    await page.goto(address + path);
    await expectText(page.locator('.brand small'), name);
  }
  expect(complaints.filter((line) => !line.includes('401'))).toEqual([]);
  await office.app.close();
});

test('the mark of the bar is that of the tab', async () => {
  const { body } = await hall.service.app.inject('/icon.svg');
  const { page } = await watchedPage(browser);
  await page.goto(origin);
  const lines = [...body.matchAll(/<path d="([^"]*)"/g)].map(([, d = '']) => d);
  const drawn = page.locator('.mark path');
  await expectCount(drawn, lines.length);
  for (const [at, d] of lines.entries()) await expectAttribute(drawn.nth(at), 'd', d);
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
