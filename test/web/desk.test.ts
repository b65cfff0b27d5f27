import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { makeVotingLink } from '../../src/client/voting-link.ts';
import type { Election } from '../../src/protocol/record/election.ts';
import { actsInOrder } from '../support/acts-in-order.ts';
import { breakWorkers, expectInTime, hideDeaths } from '../support/browser/broken-workers.ts';
import { launchBrowser, signedInPage } from '../support/browser/browser.ts';
import { builtPages } from '../support/browser/built-pages.ts';
import { chooseLanguage } from '../support/browser/masthead.ts';
import { findFaults } from '../support/browser/sound-page.ts';
import {
  ask,
  confirm,
  expectAbsent,
  expectDisabled,
  expectGone,
  expectText,
  expectValue,
} from '../support/browser/waiting.ts';
import { aVoteService, castAll, opened, type VoteService } from '../support/service/vote-service.ts';

const laptop = { viewport: { width: 1280, height: 800 } };
const phone = { viewport: { width: 360, height: 740 } };
let browser: Browser;
let hall: VoteService;
let origin: string;
let election: Election;
let address: string;
let desk: Page;

actsInOrder();
beforeAll(async () => {
  await builtPages();
  [browser, hall] = await Promise.all([
    launchBrowser(),
    aVoteService({ subjects: 15, voters: 15, sheets: 8, phones: 0 }),
  ]);
  origin = await hall.service.app.listen({ port: 0, host: '127.0.0.1' });
  election = await opened(hall);
  await castAll(hall, election, [Array.from({ length: 15 }, () => 2)]);
  await hall.change({ phoneVotingEndsAt: hall.service.deps.clock().toISOString() });
  address = `${origin}/desk#/${hall.vote.state.session.id}`;
  desk = (await signedInPage(browser, origin, hall.teller(1) as { authorization: string }, laptop)).page;
  await desk.goto(address);
});
afterAll(async () => {
  await browser.close();
  await hall.service.app.close();
});

/** What the QR code of a sheet says. */
function linkOf(sheet: number): string {
  const { id, readKey } = hall.vote.state.session;
  const { credential = '' } = hall.vote.sheets[sheet] ?? {};
  return makeVotingLink({ votingAddress: `${origin}/v`, sessionId: id, readKey, credential });
}

/** As a hand scanner does it: types and presses Enter. */
async function scan(page: Page, text: string): Promise<void> {
  await page.getByLabel('Mã trên tờ phiếu').fill(text);
  await page.keyboard.press('Enter');
}

/** A hand scanner types wherever the focus is, and waits for nothing but that somebody holds a sheet before it. */
async function typeLikeAScanner(page: Page, text: string): Promise<void> {
  await page.getByLabel('Mã trên tờ phiếu').waitFor();
  await page.keyboard.type(text);
  await page.keyboard.press('Enter');
}

/** Keys a sheet and counts what the person did. */
async function keyIn(page: Page, keys: string): Promise<number> {
  for (const key of keys) await page.keyboard.press(key);
  await page.keyboard.press('Enter');
  return keys.length + 1;
}

const heading = (page: Page, name: string) => page.getByRole('heading', { level: 2, name }).waitFor();
const secondPerson = (page: Page) => page.getByRole('button', { name: 'Tôi là người thứ hai' }).click();
const inBox = (page: Page) => page.getByText('Tờ phiếu đã vào hòm phiếu niêm phong').waitFor();

test('the tellers count by scanning, see which sheets replace a phone ballot, and announce before anything is keyed', async () => {
  // The service is slower than the hands: what is scanned meanwhile waits, and numbers are announced when all is known.
  const { promise: answering, resolve: answer } = Promise.withResolvers<void>();
  await desk.route('**/sheets/*', (route) => answering.then(() => route.continue()));
  for (const sheet of [0, 1, 1, 2, 3]) await typeLikeAScanner(desk, linkOf(sheet));
  await desk.getByText('5 mã vừa quét đang chờ tra').waitFor();
  await expectDisabled(desk.getByRole('button', { name: 'Công bố', exact: true }));
  answer();
  await desk.getByText('Đã đếm 4 tờ, trong đó 1 tờ thay phiếu điện thoại').waitFor();
  await desk.unroute('**/sheets/*');
  await scan(desk, 'một mã nào khác');
  await desk.getByText('Đây không phải mã của một tờ phiếu').waitFor();
  await expectValue(desk.getByLabel('Tổng số phiếu thu về'), '4');
  expect(await findFaults(desk)).toEqual([]);
  await confirm(desk.getByRole('button', { name: 'Công bố', exact: true }), 'Đúng, công bố');
  await desk.getByText('Đã nhập 0 trên 4 tờ, còn 4').waitFor();
  expect((await hall.state()).session.announcements).toMatchObject([{ collected: 4, sheets: 4, notIssued: 0 }]);
});

test('a code that could not be looked up is not passed over: the desk says so, and it waits to be tried again', async () => {
  await desk.getByRole('button', { name: 'Đếm và công bố lại' }).click();
  await desk.route('**/sheets/*', (route) => route.abort());
  for (const sheet of [0, 1]) await typeLikeAScanner(desk, linkOf(sheet));
  await desk.getByText('2 mã vừa quét đang chờ tra').waitFor();
  await desk.getByText('Không liên lạc được với máy chủ').waitFor();
  await desk.setViewportSize(phone.viewport);
  await desk.setViewportSize(laptop.viewport);
  expect(await findFaults(desk)).toEqual([]);
  await desk.unroute('**/sheets/*');
  await desk.getByRole('button', { name: 'Thử lại' }).click();
  await desk.getByText('Đã đếm 2 tờ').waitFor();
  await desk.getByRole('button', { name: 'Giữ số đã công bố' }).click();
});

test('two keyboards’ worth of entries that differ in a line: a third person decides it, and the sheet replaces the phone ballot', async () => {
  // One sheet after the other: what is held before the scanner too early is not taken for the sheet in the hand.
  const { promise: answering, resolve: answer } = Promise.withResolvers<void>();
  await desk.route('**/sheets/*', (route) => answering.then(() => route.continue()));
  for (const sheet of [0, 1, 2]) await typeLikeAScanner(desk, linkOf(sheet));
  answer();
  await heading(desk, 'Người thứ nhất nhập');
  await desk.getByText('2 mã quét trong lúc chờ không được giữ').waitFor();
  await desk.unroute('**/sheets/*');
  await desk.getByText('Phiếu này đã bỏ bằng điện thoại').waitFor();
  // What would drop a half-keyed sheet without asking is not offered beside it.
  await expectGone(desk.getByRole('button', { name: 'Đếm và công bố lại' }));
  expect(await findFaults(desk)).toEqual([]);
  expect(await keyIn(desk, '111111111111110')).toBeLessThanOrEqual(16);
  await heading(desk, 'Chuyển cho người thứ hai');
  await secondPerson(desk);
  await expectAbsent(desk.getByText('Dòng 15'), { beside: desk.getByRole('heading', { name: 'Người thứ hai nhập' }) });
  await keyIn(desk, '121111111111110');
  await heading(desk, 'Hai lần nhập khác nhau');
  await desk.getByText('Khác nhau ở 1 dòng').waitFor();
  await expectText(desk.locator('.line-name'), hall.vote.state.session.subjects[1]?.name ?? 'none');
  expect(await findFaults(desk)).toEqual([]);
  await desk.keyboard.press('2');
  await inBox(desk);
  await desk.getByText('Đã nhập 1 trên 4 tờ, còn 3').waitFor();
});

test('nothing of the sheet stays on the device', async () => {
  const secret = hall.vote.sheets[0]?.credential ?? 'none';
  const left = await desk.evaluate(() => ({
    page: document.documentElement.outerHTML,
    stored: JSON.stringify([{ ...localStorage }, { ...sessionStorage }]),
    address: location.href,
  }));
  for (const text of Object.values(left)) expect(text).not.toContain(secret);
  expect(left.page).not.toContain('Dòng 1');
  expect(hall.service.log.filter((line) => line.includes(secret))).toEqual([]);
  await expectValue(desk.locator('input, textarea'), '');
});

test('several desks at once: what one has keyed the other sees, and does not key again', async () => {
  const { page } = await signedInPage(browser, origin, hall.teller(2) as { authorization: string }, phone);
  await page.goto(address);
  await page.getByText('Đã nhập 1 trên 4 tờ, còn 3').waitFor();
  await scan(page, linkOf(0));
  await page.getByText('Tờ này đã nhập ở một bàn rồi').waitFor();
  // On a phone, by its large buttons; the code is torn, so the credential is typed.
  await scan(page, hall.vote.sheets[1]?.credential ?? '');
  for (const person of ['nhất', 'hai']) {
    await heading(page, `Người thứ ${person} nhập`);
    expect(await findFaults(page)).toEqual([]);
    for (let line = 0; line < 15; line++) await page.getByRole('button', { name: '1 Tín nhiệm cao' }).click();
    await page.getByRole('button', { name: 'Xong tờ này' }).click();
    if (person === 'nhất') await secondPerson(page);
  }
  await inBox(page);
  await desk.getByText('Đã nhập 2 trên 4 tờ, còn 2').waitFor();
});

test('a wholly invalid sheet is so when two people say so, and is counted with its reason', async () => {
  const { form } = hall.vote.state.session;
  const [reason] = form.invalidSheetReasons.slice(1);
  await scan(desk, linkOf(2));
  for (const person of ['nhất', 'hai']) {
    await heading(desk, `Người thứ ${person} nhập`);
    await desk.getByText('Cả tờ phiếu không hợp lệ').click();
    await desk.getByRole('button', { name: reason?.label.vi ?? '' }).click();
    if (person === 'nhất') await secondPerson(desk);
  }
  await inBox(desk);
  expect((await hall.state()).session.invalidSheets).toEqual({ [reason?.id ?? '']: 1 });
});

test('keys belong to the entry whatever was clicked before, and to a field in which somebody writes', async () => {
  const button = (name: string) => desk.getByRole('button', { name, exact: true });
  const thereAndBack = async () => {
    await chooseLanguage(desk, 'English');
    await chooseLanguage(desk, 'Tiếng Việt');
  };
  // What a hand scanner types, too, comes where it belongs.
  await thereAndBack();
  await desk.keyboard.type(linkOf(3));
  await desk.keyboard.press('Enter');
  await heading(desk, 'Người thứ nhất nhập');
  await thereAndBack();
  await keyIn(desk, '111111111111111');
  await heading(desk, 'Chuyển cho người thứ hai');
  await secondPerson(desk);
  await heading(desk, 'Người thứ hai nhập');
  await desk.keyboard.press('3');
  await button('Xóa dòng vừa nhập').click();
  await desk.getByText('Dòng 1 trên 15').waitFor();
  const question = await ask(button('Để tờ này lại sau'));
  await question.getByRole('button', { name: 'Không' }).click();
  await expectGone(question);
  await keyIn(desk, '211111111111111');
  await heading(desk, 'Hai lần nhập khác nhau');

  // A question keeps Enter for its answer, and a button to which somebody has walked; with the next digit it is the
  // entry's again.
  await ask(button('Để tờ này lại sau'));
  for (const key of ['Enter', 'Tab', 'Enter']) await desk.keyboard.press(key);
  await desk.getByText('Tờ vừa rồi chưa nhập').waitFor();
  await scan(desk, linkOf(3));
  await heading(desk, 'Người thứ nhất nhập');
  for (const key of ['Tab', 'Enter']) await desk.keyboard.press(key);
  await desk.getByText('Dòng 2 trên 15').waitFor();
  await keyIn(desk, '11111111111111');
  await heading(desk, 'Chuyển cho người thứ hai');

  // The sign-in that comes over a half-keyed sheet takes its own keys.
  const cookies = await desk.context().cookies();
  await desk.context().clearCookies();
  await desk.getByRole('heading', { level: 1, name: 'Đăng nhập' }).waitFor();
  await desk.getByLabel('Mật khẩu').click();
  await desk.keyboard.type('hoa sen 111');
  await expectValue(desk.getByLabel('Mật khẩu'), 'hoa sen 111');
  await desk.context().addCookies(cookies);
  await desk.reload();
});

test.each([
  ['cannot be loaded', 'Tờ phiếu chưa vào hòm. Hãy thử lại'],
  ['throws', 'tờ phiếu có thể đã vào hòm hoặc chưa'],
  ['dies', 'tờ phiếu có thể đã vào hòm hoặc chưa'],
] as const)(
  'where the worker of a sheet %s, the desk says what became of the sheet and what to do',
  async (fault, words) => {
    const workers = await breakWorkers(desk, 'desk.worker', fault);
    await scan(desk, linkOf(3));
    await heading(desk, 'Người thứ nhất nhập');
    await keyIn(desk, '333333333333333');
    await secondPerson(desk);
    await heading(desk, 'Người thứ hai nhập');
    await keyIn(desk, '333333333333333');
    await desk.getByText(words).waitFor();
    expect(await findFaults(desk)).toEqual([]);
    await workers.heal();
    await desk.getByRole('button', { name: 'Quay lại quét phiếu' }).click();
  },
);

test('where the browser does not tell that the worker of a sheet died, the desk says after a while what to do', async () => {
  const signedIn = hall.teller(2) as { authorization: string };
  const { page } = await signedInPage(browser, origin, signedIn, laptop);
  await hideDeaths(page);
  await breakWorkers(page, 'desk.worker', 'dies');
  await page.goto(address);
  await scan(page, linkOf(3));
  await heading(page, 'Người thứ nhất nhập');
  await keyIn(page, '333333333333333');
  await secondPerson(page);
  await heading(page, 'Người thứ hai nhập');
  await keyIn(page, '333333333333333');
  await heading(page, 'Đưa vào hòm phiếu niêm phong');
  await expectInTime(page, 'hãy tải lại trang rồi quét lại tờ này');
  await page.getByText('Đừng đóng trang này').waitFor({ state: 'detached' });
  expect(await findFaults(page)).toEqual([]);
  await page.close();
});

test('while the network is away the sheet waits, and is counted once when it is back', async () => {
  await scan(desk, linkOf(3));
  await heading(desk, 'Người thứ nhất nhập');
  await keyIn(desk, '333333333333333');
  await secondPerson(desk);
  await heading(desk, 'Người thứ hai nhập');
  for (const key of '333333333333333') await desk.keyboard.press(key);
  await desk.context().setOffline(true);
  await desk.keyboard.press('Enter');
  await heading(desk, 'Đưa vào hòm phiếu niêm phong');
  await desk.getByText('Chưa có trả lời của máy chủ; đang gửi lại').waitFor();
  await desk.context().setOffline(false);
  await inBox(desk);
  await desk.getByText('Đã nhập đủ 4 tờ').waitFor();
  const { papers } = await hall.state();
  expect([...papers.values()].filter(({ votedBy }) => votedBy === 'sheet')).toHaveLength(4);
});
