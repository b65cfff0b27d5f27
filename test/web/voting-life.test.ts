import type { Browser, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest';
import { withoutDiacritics } from '../../src/domain/text/search-key.ts';
import { problemOf } from '../../src/server/http/answer.ts';
import { launchBrowser, watchedPage } from '../support/browser/browser.ts';
import { builtPages } from '../support/browser/built-pages.ts';
import { aVotingHall, aVotingHouse, type VotingHall, type VotingHouse } from '../support/browser/voting-hall.ts';
import { castFrom, markSubjects } from '../support/browser/voting-scenes.ts';
import {
  expectAbsent,
  expectCount,
  expectDisabled,
  expectGone,
  expectText,
  expectTexts,
  textOf,
} from '../support/browser/waiting.ts';
import { aSelfReview } from '../support/build/self-review.ts';

let browser: Browser;
let house: VotingHouse;
let hall: VotingHall;
/** Every test has a vote of its own. */
const ids = [1, 2, 3, 4, 5, 6, 7, 8].map((number) => `Dw5xMuS7nSTvZXabcdefg${number}`);

beforeAll(async () => {
  await builtPages();
  [browser, house] = await Promise.all([launchBrowser(), aVotingHouse()]);
});
afterAll(async () => {
  await browser.close();
  await house.close();
});
beforeEach(async () => {
  hall = await aVotingHall({ subjects: 3, voters: 40, sheets: 8, id: ids.shift() ?? '' }, house);
});
afterEach(async () => {
  for (const context of browser.contexts()) await context.close();
});

const heading = (page: Page, name: string) => page.getByRole('heading', { level: 1, name }).waitFor();
/** Runs in the page. */
function darkPixels(canvas: HTMLCanvasElement): number {
  const { data } = canvas.getContext('2d')?.getImageData(0, 0, canvas.width, canvas.height) ?? { data: [] };
  return data.filter((value, at) => at % 4 === 0 && value < 100).length;
}
const fromNow = (seconds: number) => new Date(Date.now() + seconds * 1000).toISOString();
/** The end of phone voting in so many seconds of the service's own counting, however slow the machine is. */
const countingDown = (id: string, seconds: number) => ({
  phoneVotingEndsAt: fromNow(seconds),
  countdown: { id, milliseconds: seconds * 1000, notedMilliseconds: 0 },
});
/** What a phone does when its network comes back, so that tests need not wait for the page's own rhythm. */
const lookNow = (page: Page) => page.evaluate(() => window.dispatchEvent(new Event('online')));

test('before opening: a draft; nothing can be cast, and the page notices the opening by itself', async () => {
  const { page, complaints } = await watchedPage(browser);
  await page.goto(hall.link(0));
  await page.getByText('Từ điện thoại này chưa bỏ lá phiếu nào').waitFor();
  await page.getByText('Mục đích, yêu cầu', { exact: true }).last().waitFor();
  await markSubjects(page, ['Tín nhiệm cao', 'Tín nhiệm', 'Tín nhiệm thấp']);
  const cast = page.getByRole('button', { name: 'Bỏ phiếu khi hòm mở' });
  await expectDisabled(cast);
  await hall.open();
  await page.getByText('Hòm phiếu đã mở').waitFor();
  await expectCount(page.locator('input:checked'), 3);
  await castFrom(page, []);
  await heading(page, 'Phiếu đã ở trong hòm');
  // The draft is gone once the ballot is in the box.
  await expect.poll(() => page.evaluate(() => JSON.stringify(localStorage))).not.toContain('phieu.vote.draft.');
  expect(complaints).toEqual([]);
});

test('a dossier opens in the page with one tap, can be downloaded, and Back leads to where it was opened', async () => {
  const { subjects } = hall.vote.state.session;
  await hall.dossier('Bản tự kiểm điểm', subjects[1]?.id ?? null, await aSelfReview(5));
  const { page, complaints } = await watchedPage(browser);
  await page.goto(hall.link(0));
  await markSubjects(page, ['Tín nhiệm cao']);
  await page.getByRole('button', { name: 'Đọc: Bản tự kiểm điểm' }).click();
  await heading(page, 'Bản tự kiểm điểm');
  const drawn = page.locator('canvas').first();
  await expect.poll(() => drawn.evaluate(darkPixels)).toBeGreaterThan(500);
  await page.getByText('Trang 1/5. Bản tự kiểm điểm của đồng chí, trang 1').waitFor({ state: 'attached' });
  // Pages far away are not drawn: the memory of phones is small.
  const widthOf = (at: number) =>
    page
      .locator('canvas')
      .nth(at)
      .evaluate((canvas: HTMLCanvasElement) => canvas.width);
  await expectCount(page.locator('canvas'), 5);
  await page.locator('.pdf-page').nth(4).scrollIntoViewIfNeeded();
  await page.getByText('trang 5').waitFor({ state: 'attached' });
  await expect.poll(() => widthOf(0)).toBe(0);
  await expect.poll(() => widthOf(4)).toBeGreaterThan(300);
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('link', { name: 'Tải tài liệu về máy' }).click(),
  ]);
  const name = withoutDiacritics(subjects[1]?.name ?? '').replaceAll(' ', '-');
  expect(download.suggestedFilename()).toMatch(new RegExp(`^tai-lieu-ban-tu-kiem-diem-${name}-.*\\.pdf$`));
  await page.reload();
  await heading(page, 'Bản tự kiểm điểm');
  await page.goBack();
  await page.locator('#subject-1').waitFor();
  await expectCount(page.locator('input:checked'), 1);
  expect(complaints).toEqual([]);
});

test('a subject struck before opening goes from an open page, and the other marks stay', async () => {
  const { page } = await watchedPage(browser);
  await page.goto(hall.link(0));
  await page.locator('#subject-2').waitFor();
  await markSubjects(page, ['Tín nhiệm cao', 'Tín nhiệm', 'Tín nhiệm thấp']);
  const { subjects } = hall.vote.state.session;
  await hall.change({ subjects: subjects.map((one, at) => (at === 0 ? { ...one, struckFor: 'Nghỉ hưu' } : one)) });
  await lookNow(page);
  await page.locator('#subject-2').waitFor({ state: 'detached' });
  await expectTexts(page.locator('label:has(input:checked)'), ['Tín nhiệm', 'Tín nhiệm thấp']);
});

test('the end of phone voting counts down on open pages; then each looks for its tracker in the closed record', async () => {
  await hall.open();
  const voted = await watchedPage(browser);
  await voted.page.goto(hall.link(0));
  await castFrom(voted.page, ['Tín nhiệm']);
  await heading(voted.page, 'Phiếu đã ở trong hòm');
  const robbed = await watchedPage(browser);
  await robbed.page.goto(hall.link(1));
  await castFrom(robbed.page, ['Tín nhiệm']);
  await heading(robbed.page, 'Phiếu đã ở trong hòm');
  // A server that loses this phone's ballot.
  const own = (await textOf(robbed.page.locator('.tracker'))).replace(/\s/g, '');
  await robbed.page.route('**/trackers', async (route) => {
    const body = await (await route.fetch({ maxRetries: 3 })).json();
    await route.fulfill({ json: { ...body, trackers: body.trackers.filter((one: string) => one !== own) } });
  });
  const deceived = await watchedPage(browser);
  // A server that shows this phone another box than everybody else.
  await deceived.page.route('**/ballots', async (route) => {
    const body = await (await route.fetch({ maxRetries: 3 })).json();
    await route.fulfill({ json: { ...body, head: { height: 0, hash: 'a'.repeat(64) } } });
  });
  await deceived.page.goto(hall.link(3));
  await castFrom(deceived.page, ['Tín nhiệm']);
  await heading(deceived.page, 'Phiếu đã ở trong hòm');
  // A list may be older than the ballot: the first moments are nothing to be alarmed about.
  await robbed.page.getByRole('button', { name: 'Tìm mã trong hòm phiếu' }).click();
  await robbed.page.getByText('trong danh sách trong vòng 15 giây').waitFor();
  const idle = await watchedPage(browser);
  await idle.page.goto(hall.link(2));

  // Far enough away that no machine is too slow to see it.
  await hall.change(countingDown('announced', 900));
  for (const { page } of [voted, robbed, idle]) await lookNow(page);
  await expectText(voted.page.getByRole('timer'), /kết thúc sau \d+ giây/);
  await idle.page.getByText('Từ điện thoại này chưa bỏ lá phiếu nào. Nếu chưa bỏ phiếu').waitFor();
  await hall.change(countingDown('nearly over', 3));
  for (const { page } of [voted, robbed, idle]) await lookNow(page);
  await heading(idle.page, 'Đã hết giờ bỏ phiếu bằng điện thoại');
  await hall.closeBox();
  for (const { page } of [voted, robbed, deceived, idle]) await lookNow(page);
  await voted.page.getByText('Hòm đã đóng và có phiếu này').waitFor();
  await voted.page.getByText('Mã sổ hòm phiếu khi đóng hòm').waitFor();
  await heading(deceived.page, 'Sổ hòm phiếu không khớp');
  await deceived.page.getByRole('alert').getByText('Báo ngay cho chủ trì và ban kiểm phiếu').waitFor();
  await expectText(deceived.page.getByRole('alert'), /Mã sổ mà máy này đã nhận \(dòng 0\)\s*(aaaa\s*){16}/);
  await heading(robbed.page, 'Mã tra cứu không có trong hòm phiếu');
  await robbed.page.getByRole('alert').getByText('báo ngay cho ban kiểm phiếu').waitFor();
  await heading(idle.page, 'Hòm phiếu đã đóng');
});

test('a ballot that arrives after the end is said to be out of the box, and the earlier one to count', async () => {
  await hall.open();
  const { page } = await watchedPage(browser);
  await page.goto(hall.link(0));
  await castFrom(page, ['Tín nhiệm']);
  await page.getByRole('button', { name: 'Bỏ phiếu lại' }).click();
  const before = await hall.trackers();
  await page.route('**/ballot', (route) => route.abort());
  await hall.change({ phoneVotingEndsAt: fromNow(-1) });
  await castFrom(page, ['Tín nhiệm thấp']);
  await page.getByText('Đã hết giờ bỏ phiếu bằng điện thoại trước khi phiếu này đến').waitFor();
  await page.getByText('Lá phiếu đã bỏ trước đó vẫn ở trong hòm').waitFor();
  await page.unroute('**/ballot');
  await page.getByRole('button', { name: 'Giữ nguyên phiếu đã bỏ' }).click();
  await page.getByRole('button', { name: 'Tìm mã trong hòm phiếu' }).click();
  await page.getByText('Có trong hòm').waitFor();
  expect(await hall.trackers()).toEqual(before);
});

test('a phone that casts again is told calmly to wait, and sends by itself', async () => {
  await hall.open();
  const { page, complaints } = await watchedPage(browser, { viewport: { width: 360, height: 740 } });
  await page.goto(hall.link(0));
  await castFrom(page, ['Tín nhiệm']);
  await page.getByRole('button', { name: 'Bỏ phiếu lại' }).click();
  const asked = Promise.withResolvers<void>();
  const sent = Promise.withResolvers<void>();
  let times = 0;
  await page.route('**/ballots', async (route) => {
    times += 1;
    if (times > 1) {
      sent.resolve();
      await asked.promise;
      return route.continue();
    }
    return route.fulfill({ status: 429, json: problemOf('recast-pause', 'vi', [], 2) });
  });
  await castFrom(page, ['Tín nhiệm thấp']);
  await expectText(page.getByRole('timer'), /^Tự gửi lại sau \d giây$/);
  await page.getByText('Không cần làm gì: trang tự gửi lại').waitFor();
  await page.getByText('Lá phiếu đã bỏ trước đó vẫn ở trong hòm').waitFor();
  await sent.promise;
  await expectGone(page.getByRole('timer'));
  asked.resolve();
  await heading(page, 'Phiếu đã ở trong hòm');
  // The browser itself notes an answer of this kind.
  expect(complaints.filter((one) => !one.includes('429'))).toEqual([]);
});

test('a phone whose ballot somebody else sent first has its receipt, and is sent to the desk to change it', async () => {
  await hall.open();
  const { page } = await watchedPage(browser, { viewport: { width: 360, height: 740 } });
  await page.goto(hall.link(0));
  await page.route('**/ballots', async (route) => {
    const copied = { ...route.request().postDataJSON(), recastKey: 'f'.repeat(32) };
    await route.fetch({ postData: JSON.stringify(copied), maxRetries: 3 });
    await route.continue();
  });
  await castFrom(page, ['Tín nhiệm']);
  await heading(page, 'Phiếu đã ở trong hòm');
  await page.getByText('hãy đến bàn của ban kiểm phiếu và nói rõ điều này').waitFor();
  await expectAbsent(page.getByRole('button', { name: 'Bỏ phiếu lại' }), {
    beside: page.getByRole('heading', { level: 2, name: 'Bỏ phiếu lại' }),
  });
  await page.reload();
  await page.getByText('hãy đến bàn của ban kiểm phiếu và nói rõ điều này').waitFor();
});

test('a sheet takes as many taps as it has people, and two more', async () => {
  const large = await aVotingHall({ subjects: 48, voters: 60, sheets: 2, id: 'Dw5xMuS7nSTvZXabcdefg9' }, house);
  await large.open();
  const { page } = await watchedPage(browser, { viewport: { width: 360, height: 740 }, hasTouch: true });
  await page.goto(large.link(0));
  await page.getByText('Hòm phiếu đã mở').waitFor();
  let taps = 0;
  const tap = async (target: ReturnType<Page['locator']>) => {
    taps += 1;
    await target.tap();
  };
  for (let at = 0; at < 48; at++) await tap(page.locator(`#subject-${at} .level`).nth(at % 3));
  await tap(page.getByRole('button', { name: 'Xem lại phiếu' }));
  await tap(page.getByRole('button', { name: 'Bỏ phiếu vào hòm' }));
  await heading(page, 'Phiếu đã ở trong hòm');
  expect(taps).toBe(48 + 2);
});
