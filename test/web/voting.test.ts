import type { Browser, BrowserContext, BrowserContextOptions, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { breakWorkers, expectInTime, hideDeaths, workerFaults } from '../support/browser/broken-workers.ts';
import { launchBrowser, watchedPage } from '../support/browser/browser.ts';
import { builtPages } from '../support/browser/built-pages.ts';
import { chooseLanguage, openMenu } from '../support/browser/masthead.ts';
import { makeOld } from '../support/browser/old-phone.ts';
import { aVotingHall, type VotingHall } from '../support/browser/voting-hall.ts';
import { castFrom, markSubjects } from '../support/browser/voting-scenes.ts';
import {
  expectAbsent,
  expectAddress,
  expectAttribute,
  expectCount,
  expectGone,
  expectText,
  expectTexts,
  textOf,
} from '../support/browser/waiting.ts';
import { theChair } from '../support/build/sessions.ts';
import { patience } from '../support/patience.ts';

const phone: BrowserContextOptions = { viewport: { width: 360, height: 740 }, hasTouch: true };
let browser: Browser;
let hall: VotingHall;
let sheet = -1;

beforeAll(async () => {
  await builtPages();
  [browser, hall] = await Promise.all([launchBrowser(), aVotingHall({ subjects: 3, voters: 40, sheets: 40 })]);
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

const inBox = (page: Page) => page.getByRole('heading', { level: 1, name: 'Phiếu đã ở trong hòm' }).waitFor();
const notInBox = (page: Page) => page.getByRole('heading', { level: 1, name: 'Phiếu chưa ở trong hòm' }).waitFor();
const trackerOn = async (page: Page) => (await textOf(page.locator('.tracker'))).replace(/\s/g, '');
const wholePage = (page: Page) => page.evaluate(() => document.documentElement.outerHTML);
const credentialOf = (at: number) => hall.vote.sheets[at]?.credential ?? 'none';

/** Everything that the page's origin keeps in this browser, as text. */
async function keptBy(page: Page): Promise<{ phone: string; tab: string }> {
  return page.evaluate(() => ({ phone: JSON.stringify(localStorage), tab: JSON.stringify(sessionStorage) }));
}

async function pageIn(context: BrowserContext): Promise<Page> {
  const page = await context.newPage();
  page.setDefaultTimeout(patience);
  return page;
}

test('a vote with nothing but the keyboard, from the link on the sheet to a tracker that is in the box', async () => {
  const at = nextSheet();
  const { page, requests, complaints } = await watchedPage(browser, phone);
  const bodies: string[] = [];
  page.on('request', (request) => {
    bodies.push(JSON.stringify(request.headers()) + (request.postData() ?? ''));
  });
  const press = async (key: string, times = 1) => {
    for (let count = 0; count < times; count++) await page.keyboard.press(key);
  };
  const tabTo = async (name: string | RegExp) => {
    for (let tries = 0; tries < 40; tries++) {
      const text = await page.evaluate(() => {
        const focused = document.querySelector(':focus');
        return focused?.getAttribute('aria-label') ?? focused?.textContent ?? '';
      });
      if (text.trim().match(name)) return;
      await press('Tab');
    }
    throw new Error(`the keyboard never reached ${name}`);
  };
  await page.goto(hall.link(at));
  await page.getByText('Hòm phiếu đã mở').waitFor();
  await expectAddress(page, `${hall.service.baseUrl}/v`);
  await tabTo('Đến mục chưa ghi');
  for (const downs of [0, 1, 2]) {
    await press('Enter');
    await press('Space');
    await press('ArrowDown', downs);
    await tabTo(/Đến mục chưa ghi|Đã ghi đủ|Xem lại phiếu/);
  }
  await expectCount(page.locator('input:checked'), 3);
  await tabTo('Xem lại phiếu');
  await press('Enter');
  await expectTexts(page.locator('.review-mark'), ['Tín nhiệm cao', 'Tín nhiệm', 'Tín nhiệm thấp']);
  await tabTo('Bỏ phiếu vào hòm');
  await press('Enter');
  await inBox(page);
  expect(await hall.trackers()).toContain(await trackerOn(page));
  // Neither addresses, nor headers, nor bodies, nor what stays on the phone show the secret.
  expect(complaints).toEqual([]);
  expect(requests.filter((url) => !url.startsWith(`${hall.service.baseUrl}/`))).toEqual([]);
  for (const text of [...requests, ...bodies, (await keptBy(page)).phone]) expect(text).not.toContain(credentialOf(at));
  await page.goto(`${hall.service.baseUrl}/`);
  await page.goBack();
  await expectAddress(page, `${hall.service.baseUrl}/v`);
});

test('casting again from the same phone replaces the ballot, and the earlier one counts until then', async () => {
  const { page } = await watchedPage(browser, phone);
  await page.goto(hall.link(nextSheet()));
  await castFrom(page, ['Tín nhiệm', 'Tín nhiệm', 'Tín nhiệm']);
  await inBox(page);
  const first = await trackerOn(page);
  await page.getByRole('button', { name: 'Bỏ phiếu lại' }).click();
  await page.getByText('Lá phiếu trước vẫn được tính').waitFor();
  await expectGone(page.locator('input:checked'));
  expect(await hall.trackers()).toContain(first);
  await castFrom(page, ['Tín nhiệm cao']);
  await inBox(page);
  const second = await trackerOn(page);
  expect(second).not.toBe(first);
  const trackers = await hall.trackers();
  expect(trackers).toContain(second);
  expect(trackers).not.toContain(first);
});

test('offline while casting: not in the box, through a reload, until the network is back; and it counts once', async () => {
  const at = nextSheet();
  const before = (await hall.trackers()).length;
  const context = await browser.newContext(phone);
  const page = await pageIn(context);
  const ballots = '**/ballots';
  await page.route(ballots, (route) => route.abort());
  await page.goto(hall.link(at));
  await castFrom(page, ['Tín nhiệm', 'Tín nhiệm']);
  await notInBox(page);
  expect(await hall.trackers()).toHaveLength(before);
  await page.reload();
  await notInBox(page);
  await page.unroute(ballots);
  await page.evaluate(() => window.dispatchEvent(new Event('online')));
  await inBox(page);
  expect(await hall.trackers()).toHaveLength(before + 1);
  expect(await hall.trackers()).toContain(await trackerOn(page));
});

test('an answer that got lost: the same ballot is sent again and is in the box once', async () => {
  const before = (await hall.trackers()).length;
  const { page } = await watchedPage(browser, phone);
  const sent: string[] = [];
  await page.route('**/ballots', async (route) => {
    sent.push(route.request().postData() ?? '');
    if (sent.length > 1) return route.continue();
    await route.fetch({ maxRetries: 3 });
    return route.abort();
  });
  await page.goto(hall.link(nextSheet()));
  await castFrom(page, ['Tín nhiệm']);
  await inBox(page);
  expect(sent).toHaveLength(2);
  expect(sent[0]).toBe(sent[1]);
  expect(await hall.trackers()).toHaveLength(before + 1);
});

test('a closed tab: the plain address finds the ballot on this phone and goes on sending it', async () => {
  const at = nextSheet();
  const context = await browser.newContext(phone);
  const first = await pageIn(context);
  await first.route('**/ballots', (route) => route.abort());
  await first.goto(hall.link(at));
  await castFrom(first, ['Tín nhiệm', 'Tín nhiệm thấp']);
  await notInBox(first);
  const kept = await keptBy(first);
  expect(kept.phone).not.toContain(credentialOf(at));
  await first.close();

  const second = await pageIn(context);
  await second.goto(`${hall.service.baseUrl}/v`);
  expect((await keptBy(second)).tab).not.toContain(credentialOf(at));
  await second.getByRole('button', { name: /^Xem: / }).click();
  await inBox(second);
  expect(await hall.trackers()).toContain(await trackerOn(second));
  // Without the credential this tab cannot cast again; with the paper scanned once more the phone can.
  const again = second.getByRole('button', { name: 'Bỏ phiếu lại' });
  await expectAbsent(again, { beside: second.getByRole('button', { name: 'Tìm mã trong hòm phiếu' }) });
  await second.goto(`${hall.service.baseUrl}/`);
  await second.goto(hall.link(at));
  await again.click();
  await castFrom(second, ['Tín nhiệm cao']);
  await inBox(second);
  expect(await hall.trackers()).toContain(await trackerOn(second));
});

test('a second phone with a photograph of the code is sent to the desk and changes nothing', async () => {
  const at = nextSheet();
  const own = await watchedPage(browser, phone);
  await own.page.goto(hall.link(at));
  await castFrom(own.page, ['Tín nhiệm']);
  await inBox(own.page);
  const trackers = await hall.trackers();
  const other = await watchedPage(browser, phone);
  await other.page.goto(hall.link(at));
  await castFrom(other.page, ['Tín nhiệm thấp']);
  await other.page.getByRole('heading', { level: 1, name: 'Phiếu không vào được hòm' }).waitFor();
  await expectText(other.page.getByRole('alert'), /điện thoại khác.*ban kiểm phiếu/);
  expect(await hall.trackers()).toEqual(trackers);
});

test('a voided paper is told to go to the desk, also after a reload', async () => {
  const at = nextSheet();
  await hall.changePaper(at, { fate: 'void' });
  const { page } = await watchedPage(browser, phone);
  await page.goto(hall.link(at));
  await castFrom(page, ['Tín nhiệm']);
  for (const again of [true, false]) {
    await page.getByRole('heading', { level: 1, name: 'Phiếu không vào được hòm' }).waitFor();
    await expectText(page.getByRole('alert'), /đã hủy.*bàn của ban kiểm phiếu/);
    if (again) await page.reload();
  }
});

test('a shared device forgets everything after each ballot', async () => {
  const at = nextSheet();
  const { page } = await watchedPage(browser, phone);
  await page.goto(`${hall.service.baseUrl}/v?shared`);
  await page.getByLabel('Liên kết trên tờ phiếu').fill(hall.link(at));
  await page.keyboard.press('Enter');
  await castFrom(page, ['Tín nhiệm']);
  await inBox(page);
  const tracker = await trackerOn(page);
  await page.getByRole('button', { name: 'Xong: xóa khỏi máy này' }).click();
  await page.getByLabel('Liên kết trên tờ phiếu').waitFor();
  expect(await wholePage(page)).not.toContain(tracker.slice(0, 8));
  expect(await keptBy(page)).toEqual({ phone: '{}', tab: '{}' });
  expect(await hall.trackers()).toContain(tracker);
});

test('inside a chat application the link stays in the address, to be handed to the browser, until one goes on', async () => {
  const at = nextSheet();
  const userAgent = 'Mozilla/5.0 (Linux; Android 10) AppleWebKit/537.36 Chrome/80.0 Mobile Zalo android/12081483';
  const { page, requests } = await watchedPage(browser, { ...phone, userAgent });
  await page.goto(hall.link(at));
  await page.getByText('bên trong Zalo').waitFor();
  await expectAddress(page, hall.link(at));
  expect(requests.filter((url) => url.includes('/api/'))).toEqual([]);
  await page.getByRole('button', { name: 'Vẫn tiếp tục ở đây' }).click();
  await page.getByText('Hòm phiếu đã mở').waitFor();
  await expectAddress(page, `${hall.service.baseUrl}/v`);
});

test('the page asks what the box asks: with two names swapped in the box, nothing is sealed', async () => {
  const { page } = await watchedPage(browser, phone);
  await page.route('**/ballot', async (route) => {
    const answer = await route.fetch({ maxRetries: 3 });
    const body = await answer.json();
    await route.fulfill({ json: { ...body, subjects: [...body.subjects].reverse() } });
  });
  let sent = 0;
  await page.route('**/ballots', (route) => {
    sent += 1;
    return route.continue();
  });
  await page.goto(hall.link(nextSheet()));
  await castFrom(page, ['Tín nhiệm']);
  await page.getByText('Báo ngay cho ban kiểm phiếu').waitFor();
  expect(sent).toBe(0);
});

test.each(workerFaults)(
  'where the worker that seals %s, two fresh starts later the voter reads what to do',
  async (fault) => {
    const { page } = await watchedPage(browser, phone);
    const workers = await breakWorkers(page, 'seal.worker', fault);
    await page.goto(hall.link(nextSheet()));
    await castFrom(page, ['Tín nhiệm', 'Tín nhiệm cao']);
    await page.getByRole('heading', { level: 1, name: 'Chưa khóa kín được lá phiếu' }).waitFor();
    await page.getByText('mang tờ phiếu đến bàn của ban kiểm phiếu').waitFor();
    expect(workers.started()).toBeGreaterThanOrEqual(3);
    await workers.heal();
    // What was marked is still there after the reload that the page asks for.
    await page.getByRole('button', { name: 'Tải lại trang' }).click();
    await page.getByText('Hòm phiếu đã mở').waitFor();
    await expectCount(page.locator('input:checked'), 2);
    await castFrom(page, []);
    await inBox(page);
    expect(await hall.trackers()).toContain(await trackerOn(page));
  },
);

test('where the browser does not tell that the sealing worker died, the voter reads after a while what to do', async () => {
  const { page } = await watchedPage(browser, phone);
  await hideDeaths(page);
  await breakWorkers(page, 'seal.worker', 'dies');
  await page.goto(hall.link(nextSheet()));
  await castFrom(page, ['Tín nhiệm']);
  await page.getByRole('heading', { level: 1, name: 'Đang khóa kín lá phiếu' }).waitFor();
  await expectInTime(page, 'Khóa kín lá phiếu lâu hơn bình thường');
  await page.getByText('Hãy tải lại trang; những gì đã ghi vẫn còn trên máy này').waitFor();
});

test('everything is there in English one tap away, and in larger type, and stays so', async () => {
  const { page } = await watchedPage(browser, phone);
  await page.goto(hall.link(nextSheet()));
  await chooseLanguage(page, 'English');
  await page.getByText('The box is open.').waitFor();
  await (await openMenu(page)).getByRole('button', { name: 'Larger text' }).click();
  await page.reload();
  await page.getByText('The box is open.').waitFor();
  await expect.poll(() => page.evaluate(() => getComputedStyle(document.documentElement).fontSize)).toBe('20.7px');
  await expectAttribute(page.locator('html'), 'lang', 'en');
});

test('a phone from 2020, without what the language got since, votes as well', async () => {
  const { page, complaints } = await watchedPage(browser, phone);
  await makeOld(page);
  await page.goto(hall.link(nextSheet()));
  await castFrom(page, ['Tín nhiệm', 'Tín nhiệm cao']);
  await inBox(page);
  expect(await hall.trackers()).toContain(await trackerOn(page));
  expect(complaints).toEqual([]);
});

test('marks are only on the phone, encrypted, and one button wipes them', async () => {
  const at = nextSheet();
  const { page } = await watchedPage(browser, phone);
  await page.goto(hall.link(at));
  await page.getByText('Hòm phiếu đã mở').waitFor();
  await markSubjects(page, ['Tín nhiệm thấp', 'Không ghi']);
  await page.reload();
  await page.getByText('Hòm phiếu đã mở').waitFor();
  await expectCount(page.locator('input:checked'), 2);
  const { phone: kept } = await keptBy(page);
  expect(kept).toContain('phieu.vote.draft.');
  for (const secret of [credentialOf(at), 'low', hall.vote.state.session.subjects[0]?.id ?? 'none']) {
    expect(kept).not.toContain(secret);
  }
  await page.getByRole('button', { name: 'Xóa bản nháp' }).click();
  await expectGone(page.locator('input:checked'));
  await expect.poll(async () => (await keptBy(page)).phone).not.toContain('phieu.vote.draft.');
});

test('over plain http on the hall’s own network a vote works once the chair has allowed it, with a notice', async () => {
  const inHall = await launchBrowser(['--host-resolver-rules=MAP hoi-truong.test 127.0.0.1']);
  try {
    const { page, complaints } = await watchedPage(inHall, phone);
    const host = hall.service.baseUrl.replace('127.0.0.1', 'hoi-truong.test');
    const link = hall.link(nextSheet(), { host });
    await page.goto(link);
    await page.getByText('Chủ trì hội nghị chưa cho phép bỏ phiếu qua kết nối không mã hóa').waitFor();
    await hall.change({ plainVoting: { by: theChair, at: new Date().toISOString(), used: false } });
    complaints.length = 0;
    await page.reload();
    await page.getByText('Lá phiếu vẫn được khóa kín trước khi rời điện thoại').waitFor();
    await expect.poll(() => page.evaluate(() => window.isSecureContext)).toBe(false);
    await castFrom(page, ['Tín nhiệm cao']);
    await inBox(page);
    expect(await hall.trackers()).toContain(await trackerOn(page));
    expect(complaints.filter((text) => !/Cross-Origin-Opener-Policy|Origin-Agent-Cluster/.test(text))).toEqual([]);
  } finally {
    await inHall.close();
  }
});
