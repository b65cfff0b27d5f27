import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { launchBrowser, watchedPage } from '../support/browser/browser.ts';
import { builtPages } from '../support/browser/built-pages.ts';
import { aVotingHall, type VotingHall } from '../support/browser/voting-hall.ts';
import { castFrom, markSubjects } from '../support/browser/voting-scenes.ts';
import { expectAddress, expectCount, expectGone, expectText, textOf } from '../support/browser/waiting.ts';
import { patience } from '../support/patience.ts';

// What a browser does around a vote: private windows, cleared data, more than one tab or paper, its Back.
const phone: BrowserContextOptions = { viewport: { width: 360, height: 740 }, hasTouch: true };
let browser: Browser;
let hall: VotingHall;
let sheet = -1;

beforeAll(async () => {
  await builtPages();
  [browser, hall] = await Promise.all([launchBrowser(), aVotingHall({ subjects: 3, voters: 20, sheets: 20 })]);
  await hall.open();
});
afterAll(async () => {
  await browser.close();
  await hall.close();
});
afterEach(async () => {
  for (const context of browser.contexts()) await context.close();
});

/** A sheet that no other test has in its hands. */
function nextSheet(): number {
  sheet += 1;
  return sheet;
}

const title = (page: Page, name: string) => page.getByRole('heading', { level: 1, name }).waitFor();
const mayPutAway = (page: Page) => title(page, 'Phiếu đã ở trong hòm. Có thể cất điện thoại.');
const isOpen = (page: Page) => page.getByText('Hòm phiếu đã mở').waitFor();
const trackerOn = async (page: Page) => (await textOf(page.locator('.tracker'))).replace(/\s/g, '');

async function pageOf(options: BrowserContextOptions = phone): Promise<Page> {
  return (await watchedPage(browser, options)).page;
}

async function secondTab(page: Page): Promise<Page> {
  const second = await page.context().newPage();
  second.setDefaultTimeout(patience);
  return second;
}

test('a private window that was closed: the paper says nothing about the box, and the refusal says what may have been', async () => {
  const link = hall.link(nextSheet());
  const closed = await pageOf();
  await closed.goto(link);
  await castFrom(closed, ['Tín nhiệm cao']);
  await mayPutAway(closed);
  const tracker = await trackerOn(closed);
  await closed.context().close();
  const page = await pageOf();
  await page.goto(link);
  await page.getByText('Từ điện thoại này chưa bỏ lá phiếu nào').waitFor();
  await castFrom(page, ['Tín nhiệm thấp']);
  await title(page, 'Phiếu không vào được hòm');
  await expectText(page.getByRole('alert'), /điện thoại khác.*cửa sổ ẩn danh.*vẫn ở trong hòm và được tính/);
  expect(await hall.trackers()).toContain(tracker);
});

test('cleared data of the browser: as with a closed private window', async () => {
  const link = hall.link(nextSheet());
  const page = await pageOf();
  await page.goto(link);
  await castFrom(page, ['Tín nhiệm cao']);
  await mayPutAway(page);
  const trackers = await hall.trackers();
  const devtools = await page.context().newCDPSession(page);
  await devtools.send('Storage.clearDataForOrigin', { origin: hall.service.baseUrl, storageTypes: 'all' });
  await page.evaluate(() => sessionStorage.clear());
  await page.goto(`${hall.service.baseUrl}/v`);
  await title(page, 'Hãy quét mã trên tờ phiếu');
  await page.goto(link);
  await page.getByText('Từ điện thoại này chưa bỏ lá phiếu nào').waitFor();
  await castFrom(page, ['Tín nhiệm thấp']);
  await expectText(page.getByRole('alert'), /đã bị xóa dữ liệu trên chính điện thoại này/);
  expect(await hall.trackers()).toEqual(trackers);
});

test('where the browser keeps nothing the page is to stay open, before and after casting', async () => {
  const page = await pageOf();
  // As browsers answer that have all site data blocked.
  await page.addInitScript(() => {
    for (const name of ['localStorage', 'sessionStorage']) {
      Object.defineProperty(window, name, {
        get: () => {
          throw new DOMException('Access is denied for this document.', 'SecurityError');
        },
      });
    }
  });
  await page.goto(hall.link(nextSheet()));
  await isOpen(page);
  await markSubjects(page, ['Tín nhiệm cao']);
  await page.getByText('Hãy giữ trang này mở cho đến khi phiếu vào hòm').waitFor();
  await castFrom(page, []);
  await title(page, 'Phiếu đã ở trong hòm');
  await page.getByText('Hãy giữ trang này mở đến khi đóng hòm, hoặc lưu mã tra cứu thành ảnh').waitFor();
  await expectGone(page.getByText('Có thể cất điện thoại'));
  expect(await hall.trackers()).toContain(await trackerOn(page));
});

test('a second tab of one paper: the first one has its marks, and notices what it casts', async () => {
  const link = hall.link(nextSheet());
  const first = await pageOf();
  await first.goto(link);
  await isOpen(first);
  const second = await secondTab(first);
  await second.goto(link);
  await isOpen(second);
  await markSubjects(second, ['Tín nhiệm cao', 'Tín nhiệm']);
  await expectCount(first.locator('input:checked'), 2);
  await first.getByRole('button', { name: 'Xem lại phiếu' }).click();
  await title(first, 'Xem lại trước khi bỏ phiếu');
  await castFrom(second, []);
  await mayPutAway(second);
  await mayPutAway(first);
  expect(await trackerOn(first)).toBe(await trackerOn(second));
  // Cast again in one, the other shows the ballot that counts now.
  await second.getByRole('button', { name: 'Bỏ phiếu lại' }).click();
  await castFrom(second, ['Tín nhiệm thấp']);
  await mayPutAway(second);
  const counts = await trackerOn(second);
  await expectText(
    first.locator('.tracker'),
    new RegExp(`^${[...counts].map((one) => `${one === '+' ? '\\+' : one}\\s*`).join('')}$`),
  );
  expect(await hall.trackers()).toContain(counts);
});

test('two papers in one tab: each has its own marks, its own ballot and its own receipt', async () => {
  const [own, other] = [nextSheet(), nextSheet()];
  const page = await pageOf();
  await page.goto(hall.link(own));
  await isOpen(page);
  await markSubjects(page, ['Tín nhiệm cao', 'Tín nhiệm cao']);
  await page.goto(hall.link(other));
  await isOpen(page);
  await expectGone(page.locator('input:checked'));
  await castFrom(page, ['Tín nhiệm thấp']);
  await mayPutAway(page);
  const ofOther = await trackerOn(page);
  await page.goto(hall.link(own));
  await isOpen(page);
  await expectCount(page.locator('input:checked'), 2);
  await castFrom(page, []);
  await mayPutAway(page);
  const ofOwn = await trackerOn(page);
  expect(await hall.trackers()).toEqual(expect.arrayContaining([ofOwn, ofOther]));
  await page.goto(hall.link(other));
  await mayPutAway(page);
  expect(await trackerOn(page)).toBe(ofOther);
});

test('Back leads from review to marking, where it was left; from marking it leaves, and the draft is kept', async () => {
  const page = await pageOf();
  await page.goto(`${hall.service.baseUrl}/`);
  await page.goto(hall.link(nextSheet()));
  await isOpen(page);
  await markSubjects(page, ['Tín nhiệm cao', 'Tín nhiệm']);
  const review = page.getByRole('button', { name: 'Xem lại phiếu' });
  await review.click();
  await title(page, 'Xem lại trước khi bỏ phiếu');
  await page.reload();
  await title(page, 'Xem lại trước khi bỏ phiếu');
  await page.goBack();
  await isOpen(page);
  await review.click();
  await title(page, 'Xem lại trước khi bỏ phiếu');
  await page
    .getByRole('button', { name: /^Sửa: / })
    .nth(1)
    .click();
  await expect.poll(() => page.evaluate(() => document.activeElement?.closest('fieldset')?.id)).toBe('subject-1');
  await page.goBack();
  await expectAddress(page, `${hall.service.baseUrl}/`);
  await page.goForward();
  await isOpen(page);
  await expectCount(page.locator('input:checked'), 2);
});

test('what was cast is no place to go back to', async () => {
  const page = await pageOf();
  await page.goto(`${hall.service.baseUrl}/`);
  await page.goto(hall.link(nextSheet()));
  await castFrom(page, ['Tín nhiệm cao']);
  await mayPutAway(page);
  await page.goBack();
  await expectAddress(page, `${hall.service.baseUrl}/`);
  await page.goForward();
  await mayPutAway(page);
});

test('a ballot with nothing marked asks once more, and may be cast all the same', async () => {
  const page = await pageOf();
  await page.goto(hall.link(nextSheet()));
  await castFrom(page, ['Không ghi']);
  const before = await hall.trackers();
  await expectText(page.getByRole('alert'), /chưa chọn mức nào/);
  await page.getByRole('button', { name: 'Quay lại ghi phiếu' }).click();
  await isOpen(page);
  expect(await hall.trackers()).toEqual(before);
  await castFrom(page, []);
  await page.getByRole('button', { name: 'Bỏ phiếu không chọn mức nào' }).click();
  await mayPutAway(page);
  expect(await hall.trackers()).toHaveLength(before.length + 1);
});
