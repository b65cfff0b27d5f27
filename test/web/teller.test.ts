import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { breakWorkers, expectInTime, hideDeaths, workerFaults } from '../support/browser/broken-workers.ts';
import { launchBrowser } from '../support/browser/browser.ts';
import { builtPages } from '../support/browser/built-pages.ts';
import { openMenu } from '../support/browser/masthead.ts';
import { makeOld } from '../support/browser/old-phone.ts';
import { findFaults } from '../support/browser/sound-page.ts';
import {
  button,
  press,
  screenTitle,
  type TellerPhone,
  tellerPhones,
  typeCard,
  typeNumber,
  writeCardDown,
} from '../support/browser/teller-phones.ts';
import { ask, confirm, expectGone, expectText, textOf } from '../support/browser/waiting.ts';
import { theElection } from '../support/build/tellers.ts';
import { pdfText, readQrCodes } from '../support/pdf.ts';
import { aVoteService, castAll, counting, type VoteService } from '../support/service/vote-service.ts';

let browser: Browser;
let made: VoteService;
let phones: TellerPhone[];
let origin: string;

/** One vote, from the tellers' first sight of it to the end of their key cards: each test goes on where the last stopped. */
beforeAll(async () => {
  await builtPages();
  const size = { voters: 6, sheets: 4, phones: 2, change: { ceremony: null } };
  [browser, made] = await Promise.all([launchBrowser(), aVoteService(size)]);
  origin = await made.service.app.listen({ port: 0, host: '127.0.0.1' });
  // The third teller's phone is from 2020.
  phones = await tellerPhones(browser, made, origin, async (index, page) => (index === 3 ? makeOld(page) : undefined));
});
afterAll(async () => {
  await browser.close();
  await made.service.app.close();
});

const all = (act: (phone: TellerPhone) => Promise<unknown>) => Promise.all(phones.map(act));
const kept = (page: Page) => page.evaluate(() => JSON.stringify(localStorage));

function phoneOf(index: number): TellerPhone {
  const phone = phones[index - 1];
  if (phone === undefined) throw new Error('no such teller');
  return phone;
}

async function seedOn(page: Page): Promise<string | undefined> {
  return /\\"seed\\":\\"(\w{22})\\"/.exec(await kept(page))?.[1];
}

/** Exchanges answers of the service on one phone, as a server that lies would; ends with the function that comes back. */
async function lie(page: Page, path: string, change: (body: string) => string): Promise<() => Promise<void>> {
  const lying = (url: URL) => url.pathname.endsWith(path);
  await page.context().route(lying, async (route) => {
    const answer = await route.fetch({ maxRetries: 3 });
    // Byte for byte: records are not text.
    const body = Buffer.from(change((await answer.body()).toString('latin1')), 'latin1');
    await route.fulfill({ response: answer, body });
  });
  return () => page.context().unrouteAll({ behavior: 'ignoreErrors' });
}

/** Waits for a sentence, the page looking at once as for a screen. */
async function seen(page: Page, text: string): Promise<void> {
  const isThere = (wanted: string) => {
    window.dispatchEvent(new Event('online'));
    return document.body.textContent.includes(wanted);
  };
  await page.waitForFunction(isThere, text, { polling: 150 });
}

test('tellers whose screens show different codes stop the ceremony, and it says who did and what to do', async () => {
  await all(({ page }) => screenTitle(page, 'Chờ bắt đầu tạo khóa'));
  await made.post('ceremony', made.chair);
  await all(({ page }) => screenTitle(page, 'Tham gia tạo khóa'));
  expect(await findFaults(phoneOf(1).page)).toEqual([]);
  await all(({ page }) => press(page, 'Đúng, tham gia tạo khóa'));
  await all(({ page }) => screenTitle(page, 'Đọc to mã này'));
  await confirm(button(phoneOf(2).page, 'Có máy hiện mã khác'), 'Dừng việc tạo khóa');
  await all(({ page }) => screenTitle(page, 'Việc tạo khóa đã dừng'));
  await phoneOf(1).page.getByText('Máy của đồng chí Kiểm phiếu 2 đã dừng.').waitFor();
  expect(await findFaults(phoneOf(1).page)).toEqual([]);
});

test('three tellers make the key on their phones and read the same code; a phone that is loaded again goes on', async () => {
  await made.post('ceremony', made.chair);
  await all(({ page }) => press(page, 'Đúng, tham gia tạo khóa'));
  await all(({ page }) => screenTitle(page, 'Đọc to mã này'));
  // Nothing leads away in the middle of it.
  const menu = await openMenu(phoneOf(1).page);
  await menu.locator('.navigation').waitFor({ state: 'hidden' });
  await phoneOf(1).page.keyboard.press('Escape');
  const codes = await Promise.all(phones.map(({ page }) => textOf(page.locator('.spoken-code'))));
  expect(codes[0]).toMatch(/^\d{4}( \d{4})+$/);
  expect(new Set(codes).size).toBe(1);
  expect(await findFaults(phoneOf(1).page)).toEqual([]);
  await press(phoneOf(1).page, 'Mọi máy đều có mã này');
  await phoneOf(2).page.reload();
  await all(({ page }) => (page === phoneOf(1).page ? Promise.resolve() : press(page, 'Mọi máy đều có mã này')));
  await all(({ page }) => screenTitle(page, 'Ghi thẻ khóa ra giấy'));
});

const go = 'Kiểm tra và gửi phần giải mã';

test('a key card counts as done only when the rehearsal has read it; until then the phone keeps the key, then never again', async () => {
  const [one, two, three] = [phoneOf(1), phoneOf(2), phoneOf(3)];
  const paper = await three.page.pdf();
  const [[printed = ''] = [], ...further] = await readQrCodes(paper);
  // The card, and a page of advice without anything secret.
  expect(further).toEqual([[]]);
  const [, advice = ''] = (await pdfText(paper)).split('\f');
  expect(advice).toContain('Nếu mất hoặc hỏng thẻ');
  expect(advice).not.toMatch(/\d{3} ?\d{3}/);
  expect(printed).toMatch(/^phieu-key-card\/1\//);
  await press(one.page, 'Hiện thẻ để chép tay');
  expect(await findFaults(one.page)).toEqual([]);
  await one.page.reload();
  await all(writeCardDown);
  expect(new Set(phones.map(({ digits }) => digits)).size).toBe(3);
  three.digits = printed;
  await all(({ page }) => screenTitle(page, 'Bỏ phiếu thử'));
  expect(await findFaults(one.page)).toEqual([]);
  await press(one.page, 'Bỏ các phiếu thử');
  await one.page.getByText('đã bỏ 3 phiếu thử').waitFor();
  await typeNumber(one.page, 'Số phiếu thử được công bố', 3);
  await typeCard(one.page, two.digits, go);
  await one.page.getByText('Đây là thẻ của đồng chí Kiểm phiếu 2.').waitFor();
  const mistyped = one.digits.replace(/^\d/, (digit) => String((Number(digit) + 1) % 10));
  await typeCard(one.page, mistyped, go);
  await one.page.getByText('Chưa đúng ở nhóm 1').first().waitFor();
  const foreign = 'legal winner thank year wave sausage worth useful legal winner thank yellow';
  await typeCard(one.page, foreign, go);
  await one.page.getByText('không phải của đợt này').waitFor();
  const seed = await seedOn(one.page);
  expect(seed).toBeDefined();
  expect(await findFaults(one.page)).toEqual([]);
  await typeCard(one.page, one.digits, go);
  await one.page.getByText('Phần của đồng chí đã gửi').waitFor();
  expect(await seedOn(one.page)).toBeUndefined();
  expect(await kept(one.page)).not.toContain(seed);
});

test('the rehearsal waits for whoever is typing; a wrong number is an alarm and sends nothing', async () => {
  const [one, two, three] = [phoneOf(1), phoneOf(2), phoneOf(3)];
  await typeNumber(three.page, 'Số phiếu thử được công bố', 3);
  await typeNumber(two.page, 'Số phiếu thử được công bố', 4);
  await typeCard(two.page, two.digits, go);
  await screenTitle(two.page, 'Dừng lại: có điều không khớp');
  await two.page.getByText('Số đã gõ là 4, còn hồ sơ có 3 phiếu.').waitFor();
  expect(await findFaults(two.page)).toEqual([]);
  expect((await made.get('rehearsal', made.chair)).body.sharesOf).toEqual([1]);
  await press(two.page, 'Kiểm tra lại từ đầu');
  await typeNumber(two.page, 'Số phiếu thử được công bố', 3);
  await typeCard(two.page, two.digits, go);
  await two.page.getByText('Phần của đồng chí đã gửi').waitFor();
  // Two shares would do; the third teller is at the card still, and stays there.
  expect((await made.get('rehearsal', made.chair)).body).toMatchObject({ state: 'closed', sharesOf: [1, 2] });
  await seen(three.page, 'Số đã gõ: 3');
  await typeCard(three.page, three.digits, go);
  await all(({ page }) => screenTitle(page, 'Chờ mở hòm phiếu'));
  for (const { page } of phones) expect(await seedOn(page)).toBeUndefined();
  await (await openMenu(one.page)).locator('.navigation').waitFor();
  expect(await findFaults(one.page)).toEqual([]);
});

test('each phone finds its key in the setup by itself and shows the fingerprint; one whose keys were exchanged raises the alarm', async () => {
  const { page } = phoneOf(2);
  const stop = await lie(page, '/teller-view', (body) => body.replace(/(\\"coefexps\\":\[\{)/, '$1 '));
  await screenTitle(page, 'Dừng lại: có điều không khớp');
  await page.getByText('Các khóa không phải là các khóa đã cùng tạo.').waitFor();
  await made.post('opening', made.chair);
  await screenTitle(phoneOf(1).page, 'Khóa của đồng chí có trong hồ sơ');
  await screenTitle(phoneOf(3).page, 'Khóa của đồng chí có trong hồ sơ');
  expect((await made.get('opening', made.chair)).body.confirmedBy.sort()).toEqual([1, 3]);
  await stop();
  await press(page, 'Kiểm tra lại từ đầu');
  await screenTitle(page, 'Khóa của đồng chí có trong hồ sơ');
  expect(await findFaults(page)).toEqual([]);
  const opened = await made.post('open', made.chair);
  expect(opened.status).toBe(200);
  await all((phone) => screenTitle(phone.page, 'Đang bỏ phiếu'));
  // While there is time each card is read once more; nothing of it stays on the phone.
  await typeCard(page, phoneOf(1).digits, 'Kiểm tra thẻ còn đọc được');
  await page.getByText('Đây là thẻ của đồng chí Kiểm phiếu 1.').waitFor();
  await typeCard(page, phoneOf(2).digits, 'Kiểm tra thẻ còn đọc được');
  await page.getByText('Đã đọc lại 1 trên 3 thẻ.').waitFor();
  expect((await made.get('teller-view', made.teller(1))).body.session.cardsRead).toEqual([2]);
  expect(await seedOn(page)).toBeUndefined();
  await expectText(page.locator('.fingerprint'), opened.body.fingerprint.match(/.{1,4}/g).join(' '));
  expect(await findFaults(page)).toEqual([]);
});

test('a teller signs a joint decision after reading what it does and why, or leaves it', async () => {
  const { page } = phoneOf(1);
  const body = { action: { kind: 'end-phone-voting' }, reason: 'Mọi người đã bỏ phiếu' };
  const { session } = await made.state();
  const election = theElection(session.opening?.election ?? '');
  await castAll(made, election, [
    [0, 1],
    [0, 0],
    [1, undefined],
    [2, 1],
  ]);
  await made.post('decisions', made.chair, body);
  await seen(page, 'Lý do: Mọi người đã bỏ phiếu');
  const question = await ask(button(page, 'Ký quyết định này'));
  expect(await findFaults(page)).toEqual([]);
  await question.getByRole('button', { name: 'Chưa ký' }).click();
  await expectGone(question);
  expect((await made.state()).session.phoneVotingEndsAt).toBeNull();
  await confirm(button(page, 'Ký quyết định này'), 'Ký');
  await page.getByText('Lý do: Mọi người đã bỏ phiếu').waitFor({ state: 'detached' });
  expect((await made.state()).session.phoneVotingEndsAt).not.toBeNull();
});

test('ballots are verified while sheets are keyed; a record with one byte changed is an alarm', async () => {
  const [one, two] = [phoneOf(1), phoneOf(2)];
  const stop = await lie(two.page, '/record', (body) => body.replace(/"response":"1/, '"response":"2'));
  await counting(made, { issued: 6, collected: 4, sheets: 0 });
  await all(async ({ page }) => page.reload());
  await seen(one.page, 'Đã kiểm tra 4 lá phiếu trong hòm.');
  expect(await findFaults(one.page)).toEqual([]);
  await screenTitle(two.page, 'Dừng lại: có điều không khớp');
  await two.page.getByText('Hồ sơ không đúng').waitFor();
  await stop();
});

test.each(workerFaults)(
  'where the worker of a teller’s phone %s, the page says so, and goes on once it is loaded again',
  async (fault) => {
    const { page } = phoneOf(1);
    const workers = await breakWorkers(page, 'teller.online.wasm.worker', fault);
    await page.reload();
    await seen(page, 'Trang này gặp lỗi. Hãy tải lại trang');
    await workers.heal();
    await page.reload();
    await seen(page, 'Đã kiểm tra 4 lá phiếu trong hòm.');
  },
);

test('where the browser does not tell that a worker of a teller’s phone died, the page says after a while what to do', async () => {
  for (const worker of ['teller.online.wasm.worker', 'verify.wasm.worker']) {
    const page = await phoneOf(1).page.context().newPage();
    await hideDeaths(page);
    await breakWorkers(page, worker, 'dies');
    await page.goto(`${origin}/teller#/${made.vote.state.session.id}`);
    await screenTitle(page, 'Đang kiểm phiếu');
    await expectInTime(page, 'Nếu tải lại cũng không được, dùng trình duyệt hoặc máy khác cùng thẻ khóa');
    await page.close();
  }
});

test.each(workerFaults)('where a worker that checks ballots for a teller %s, the page says so', async (fault) => {
  const { page } = phoneOf(1);
  const workers = await breakWorkers(page, 'verify.wasm.worker', fault);
  await page.reload();
  await seen(page, 'Trang này gặp lỗi. Hãy tải lại trang');
  await workers.heal();
});

test('at the tally a wrong card or number, a changed record, a rewritten history or an exchanged key sends nothing; whoever finds all in order sends a share', async () => {
  const [one, two, three] = [phoneOf(1), phoneOf(2), phoneOf(3)];
  expect((await made.post('close', made.chair)).status).toBe(200);
  await press(two.page, 'Kiểm tra lại từ đầu');
  await all(({ page }) => screenTitle(page, 'Mở kết quả'));
  expect(await findFaults(one.page)).toEqual([]);
  await typeNumber(one.page, 'Số phiếu thu về đã công bố', 5);
  await typeCard(one.page, two.digits, 'Kiểm tra và gửi phần giải mã');
  await one.page.getByText('Đây là thẻ của đồng chí Kiểm phiếu 2.').waitFor();
  await typeCard(one.page, one.digits, 'Kiểm tra và gửi phần giải mã');
  await one.page.getByText('Số đã gõ là 5, còn hồ sơ có 4 phiếu.').waitFor();
  await press(one.page, 'Kiểm tra lại từ đầu');

  const stop = await lie(two.page, '/record', (body) => body.replace(/"response":"1/, '"response":"2'));
  await typeNumber(two.page, 'Số phiếu thu về đã công bố', 4);
  await typeCard(two.page, two.digits, 'Kiểm tra và gửi phần giải mã');
  await two.page.getByText('Hồ sơ không đúng').waitFor();
  await stop();
  await press(two.page, 'Kiểm tra lại từ đầu');

  const stopKey = await lie(one.page, '/teller-view', (body) =>
    body.replace(/"myOutput":"(?:[^"\\]|\\.)*"/, '"myOutput":"{}"'),
  );
  await one.page.reload();
  await screenTitle(one.page, 'Mở kết quả');
  await typeNumber(one.page, 'Số phiếu thu về đã công bố', 4);
  await typeCard(one.page, one.digits, 'Kiểm tra và gửi phần giải mã');
  await one.page.getByText('phần khóa mà máy chủ giữ hộ đã bị thay').waitFor();
  await stopKey();
  await press(one.page, 'Kiểm tra lại từ đầu');

  const head = 'a'.repeat(64);
  const stopHead = await lie(two.page, '/teller-view', (body) =>
    body.replace(/"hash":"[0-9a-f]{64}"/, `"hash":"${head}"`),
  );
  await expect.poll(() => kept(two.page)).toContain(head);
  await stopHead();
  await typeNumber(two.page, 'Số phiếu thu về đã công bố', 4);
  await typeCard(two.page, two.digits, 'Kiểm tra và gửi phần giải mã');
  await two.page.getByText('lịch sử đã bị thay').waitFor();
  expect((await made.get('tally', made.chair)).body.sharesOf).toEqual([]);

  for (const { page, digits } of [one, three]) {
    await typeNumber(page, 'Số phiếu thu về đã công bố', 4);
    await typeCard(page, digits, 'Kiểm tra và gửi phần giải mã');
    await screenTitle(page, 'Đã gửi phần giải mã');
  }
  expect(await findFaults(one.page)).toEqual([]);
  expect((await made.post('tally/finish', made.chair, { missing: [2] })).status).toBe(200);
  await screenTitle(one.page, 'Đã có kết quả');
  await screenTitle(three.page, 'Đã có kết quả');
  expect(await findFaults(one.page)).toEqual([]);
});

test('when the totals are open the key card is to be destroyed, and the phone forgets the vote', async () => {
  const { page, requests } = phoneOf(1);
  await confirm(button(page, 'Đã hủy thẻ: xóa đợt này khỏi máy'), 'Xóa khỏi máy');
  await page.getByText('Đã xóa khỏi máy này.').waitFor();
  expect(await kept(page)).not.toContain(made.vote.state.session.id);
  expect(requests.every((url) => url.startsWith(origin))).toBe(true);
});
