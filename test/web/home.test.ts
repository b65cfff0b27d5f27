import type { Browser, Page, Route } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { parseVotingLink } from '../../src/client/voting-link.ts';
import { publicCredential } from '../../src/protocol/ballot/credential.ts';
import { sodiumGroup } from '../../src/server/arithmetic/sodium-group.ts';
import { launchBrowser, signedInPage, watchedPage } from '../support/browser/browser.ts';
import { builtPages } from '../support/browser/built-pages.ts';
import { openMenu } from '../support/browser/masthead.ts';
import { findFaults } from '../support/browser/sound-page.ts';
import { ask, confirm, expectAbsent, expectAddress, expectCount, expectValue } from '../support/browser/waiting.ts';
import { aCommittee } from '../support/build/committees.ts';
import { administrator, signedInAs } from '../support/service/service.ts';
import { aVoteService, type VoteService } from '../support/service/vote-service.ts';

const phone = { viewport: { width: 360, height: 740 } };
let browser: Browser;
let hall: VoteService;
let origin: string;

beforeAll(async () => {
  await builtPages();
  [browser, hall] = await Promise.all([
    launchBrowser(),
    aVoteService({ subjects: 8, voters: 8, sheets: 8, phones: 2 }),
  ]);
  origin = await hall.service.app.listen({ port: 0, host: '127.0.0.1' });
});
afterAll(async () => {
  await browser.close();
  await hall.service.app.close();
});

const title = (page: Page, name: string) => page.getByRole('heading', { level: 1, name }).waitFor();

/** Somebody summoned to the vote to whom no paper was handed out yet. */
async function aVoter(index: number) {
  const { session } = await hall.state();
  const personId = session.roll[index]?.personId ?? null;
  if (personId === null) throw new Error('no such voter');
  await hall.change({ roll: session.roll.map((voter, at) => (at === index ? { ...voter, received: null } : voter)) });
  return signedInAs(hall.service, { personId });
}

test('whoever is not signed in is asked to, and a wrong password says so without saying what was wrong', async () => {
  const headers = await signedInAs(hall.service, { administrator: true });
  const payload = { ...administrator, administrator: true };
  await hall.service.app.inject({ method: 'POST', url: '/api/accounts', headers, payload });
  const { page, requests } = await watchedPage(browser, phone);
  await page.goto(origin);
  await title(page, 'Đăng nhập');
  expect(await findFaults(page)).toEqual([]);
  await page.getByLabel('Tên đăng nhập').fill(administrator.username);
  await page.getByLabel('Mật khẩu').fill('một mật khẩu khác');
  await page.getByRole('button', { name: 'Đăng nhập' }).click();
  await page.getByRole('alert').locator('p').first().waitFor();
  await expectValue(page.getByLabel('Mật khẩu'), '');
  await page.getByLabel('Mật khẩu').fill(administrator.password);
  await page.getByRole('button', { name: 'Đăng nhập' }).click();
  await title(page, 'Trang của tôi');
  await page.getByRole('link', { name: 'Mô tả giao diện lập trình (API)' }).waitFor();
  expect(await findFaults(page)).toEqual([]);
  await (await openMenu(page)).getByRole('button', { name: 'Đăng xuất' }).click();
  await title(page, 'Đăng nhập');
  expect(requests.filter((url) => url.includes(encodeURIComponent(administrator.password)))).toEqual([]);
});

test('a sign-in that ended meanwhile brings the form back over the page', async () => {
  const { page } = await signedInPage(browser, origin, await aVoter(4), phone);
  await page.goto(origin);
  const question = await ask(page.getByRole('button', { name: 'Nhận phiếu trên máy này' }));
  await page.context().clearCookies();
  await question.getByRole('button', { name: 'Đúng, nhận phiếu' }).click();
  await title(page, 'Đăng nhập');
  await page.getByText('Phiếu của tôi').waitFor({ state: 'hidden' });
});

test('a voter receives the paper on their phone, opens it again after the tab was closed, and may give it back', async () => {
  const { page, requests, complaints } = await signedInPage(browser, origin, await aVoter(5), phone);
  await page.goto(origin);
  const question = await ask(page.getByRole('button', { name: 'Nhận phiếu trên máy này' }));
  expect(await findFaults(page)).toEqual([]);
  await question.getByRole('button', { name: 'Đúng, nhận phiếu' }).click();
  await page.getByText('Phiếu nằm trong chính máy này').waitFor();
  expect(await findFaults(page)).toEqual([]);

  const again = await page.context().newPage();
  await page.close();
  await again.goto(origin);
  await again.getByRole('button', { name: 'Mở phiếu' }).click();
  await again.getByText('Hòm phiếu chưa mở').waitFor();
  await expectAddress(again, `${origin}/v`);

  await again.goto(origin);
  const kept = await again.evaluate(() => Object.values(localStorage).find((text) => text.includes('/v#')));
  const link = parseVotingLink(kept ?? '');
  const half = link && publicCredential(sodiumGroup, link.sessionId, link.credential);
  expect((await hall.state()).papers.get(half ?? '')).toBeDefined();
  const secret = link?.credential ?? 'none';
  expect(requests.filter((url) => url.includes(secret))).toEqual([]);
  expect(hall.service.log.filter((line) => line.includes(secret))).toEqual([]);
  expect(complaints).toEqual([]);

  await confirm(again.getByRole('button', { name: 'Trả phiếu này' }), 'Hủy phiếu này');
  await again.getByRole('button', { name: 'Nhận phiếu trên máy này' }).waitFor();
  const papersKept = () => Object.keys(localStorage).filter((name) => name.includes('paper'));
  await expect.poll(() => again.evaluate(papersKept)).toEqual([]);
});

test('an answer that is lost loses no paper: the same one is registered again', async () => {
  const { page } = await signedInPage(browser, origin, await aVoter(6), phone);
  await page.goto(origin);
  const sent: (string | null)[] = [];
  page.on('request', (request) => {
    if (request.url().endsWith('/my-paper')) sent.push(request.postData());
  });
  const loseAnswer = async (route: Route) => {
    await route.fetch({ maxRetries: 3 });
    await route.abort();
  };
  await page.route('**/my-paper', loseAnswer, { times: 1 });
  await confirm(page.getByRole('button', { name: 'Nhận phiếu trên máy này' }), 'Đúng, nhận phiếu');
  await page.getByText('Phiếu nằm trong chính máy này').waitFor();
  expect(sent).toHaveLength(2);
  expect(sent[1]).toBe(sent[0]);
});

test('a chair finds the votes they conduct; a teller theirs; nobody finds another committee’s', async () => {
  const { session } = await hall.state();
  const chair = await signedInAs(hall.service, { grants: [{ role: 'chair', committeeId: aCommittee(1).id }] });
  const { page } = await signedInPage(browser, origin, chair);
  await page.goto(origin);
  await page.getByRole('heading', { name: 'Đợt lấy phiếu tôi điều hành' }).waitFor();
  await expectCount(page.locator(`a[href="/console#/${session.id}"]`), 1);
  expect(await findFaults(page)).toEqual([]);
  const { id, name } = aCommittee(1);
  const ended = aCommittee(3, { name: 'Huyện ủy Thạnh Phú', to: '2025-06-30', successorId: id });
  await hall.service.deps.store.committees.change({ around: [] }, () => ({ ok: true, value: ended }));
  const other = await signedInAs(hall.service, { grants: [{ role: 'chair', committeeId: aCommittee(3).id }] });
  const { page: theirs } = await signedInPage(browser, origin, other);
  await theirs.goto(origin);
  await title(theirs, 'Trang của tôi');
  await theirs.getByText('Huyện ủy Thạnh Phú hoạt động đến hết ngày 30 tháng 6 năm 2025').waitFor();
  await theirs.getByText(`Cấp ủy kế tục: ${name}.`).waitFor();
  expect(await findFaults(theirs)).toEqual([]);
  const sessions = theirs.getByRole('heading', { name: 'Đợt lấy phiếu tôi điều hành' });
  await expectAbsent(theirs.locator(`a[href*="${session.id}"]`), { beside: sessions });
});
