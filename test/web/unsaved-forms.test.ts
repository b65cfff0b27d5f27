import { globSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { launchBrowser, signedInPage } from '../support/browser/browser.ts';
import { builtPages } from '../support/browser/built-pages.ts';
import { openMenu } from '../support/browser/masthead.ts';
import { findFaults } from '../support/browser/sound-page.ts';
import { expectAddress, expectCount, expectGone, expectValue } from '../support/browser/waiting.ts';
import { aPlanHall, type PlanHall } from '../support/service/plan-hall.ts';

let browser: Browser;
let hall: PlanHall;
let origin: string;

beforeAll(async () => {
  await builtPages();
  [browser, hall] = await Promise.all([launchBrowser(), aPlanHall()]);
  origin = await hall.service.app.listen({ port: 0, host: '127.0.0.1' });
});
afterAll(async () => {
  await browser.close();
  await hall.service.app.close();
});

/** Forms that hold nothing which is lost with them: why. */
const exempt = new Map([
  ['shared/forms/person-picker.tsx', 'a search'],
  ['shared/scan/code-field.tsx', 'one code, read off a sheet that is at hand'],
  ['shared/frame/sign-in-form.tsx', 'a password, which nobody keeps'],
  ['setup/setup-page.tsx', 'a password'],
  ['accounts/welcome-page.tsx', 'a password'],
  ['accounts/second-factor.tsx', 'a password or a code of some seconds'],
  ['accounts/my-account.tsx', 'a password'],
  ['teller/number-and-card.tsx', 'what is on the key card: kept nowhere'],
  ['teller/digits-field.tsx', 'what is on the key card: kept nowhere'],
  ['plans/board-filter.tsx', 'a filter'],
  ['results/roll-up-filter.tsx', 'a filter'],
  ['half-term/committee-screen.tsx', 'leads to another screen'],
  ['vote/check-tracker.tsx', 'a search'],
  ['vote/marking-screen.tsx', 'kept on the phone with every tap'],
  ['console/prepare/print-run-table.tsx', 'one number, counted off sheets that are at hand'],
  ['console/prepare/print-form.tsx', 'filled already'],
]);

test('every form asks before what was typed into it is lost, or nothing of it would be', () => {
  const root = fileURLToPath(new URL('../../src/web', import.meta.url));
  const sources = globSync('**/*.tsx', { cwd: root }).map((path) => [path, readFileSync(`${root}/${path}`, 'utf8')]);
  const forms = sources.filter(([, text]) => /<form\b|Frame = isPart/.test(text ?? ''));
  const silent = forms.filter(([, text]) => !/\buse(?:Unsaved|Draft)[(<]/.test(text ?? '')).map(([path]) => path);
  expect(silent.toSorted()).toEqual([...exempt.keys()].toSorted());
});

/** Does something that is asked about, and answers. @returns what was asked */
async function answering(page: Page, answer: 'accept' | 'dismiss', act: () => Promise<unknown>): Promise<string> {
  const asked = page.waitForEvent('dialog').then(async (dialog) => {
    await dialog[answer]();
    return dialog.message();
  });
  await act();
  return asked;
}

const keys = (page: Page) => page.evaluate(() => Object.keys(localStorage).filter((key) => key.includes('draft')));

test('a plan half written asks before a link or going back leaves it, keeps a draft, and has it again', async () => {
  const { page, complaints } = await signedInPage(browser, origin, hall.provinceOffice);
  await page.goto(`${origin}/plans`);
  await page.getByRole('link', { name: 'Soạn kế hoạch' }).click();
  const field = page.getByLabel('Trích yếu');
  await field.fill('Kế hoạch viết dở');
  const address = page.url();
  const back = page.getByRole('link', { name: 'Tất cả kế hoạch' });

  expect(await answering(page, 'dismiss', () => back.click())).toContain('Máy này giữ bản nháp');
  await expectValue(field, 'Kế hoạch viết dở');
  await expectAddress(page, address);
  await answering(page, 'dismiss', () => page.evaluate(() => window.history.back()));
  await expectAddress(page, address);
  await expectValue(field, 'Kế hoạch viết dở');

  await answering(page, 'accept', () => back.click());
  await page.getByRole('link', { name: 'Soạn kế hoạch' }).click();
  await page.getByText('Nội dung nhập dở lúc').waitFor();
  await expectValue(field, 'Kế hoạch viết dở');
  expect(await findFaults(page)).toEqual([]);
  await page.getByRole('button', { name: 'Bỏ nội dung nhập dở' }).click();
  await expectValue(field, '');
  expect(await keys(page)).toEqual([]);
  // Nothing is left to ask about.
  await back.click();
  await page.getByRole('link', { name: 'Soạn kế hoạch' }).waitFor();
  expect(complaints).toEqual([]);
});

test('where what is saved was changed meanwhile, the draft waits until somebody chooses', async () => {
  const { page } = await signedInPage(browser, origin, hall.communeChair);
  const other = await signedInPage(browser, origin, hall.communeChair);
  const review = `${origin}/half-term#/${hall.commune}/2020–2025`;
  const first = (one: Page) => one.getByLabel('Nội dung hạn chế').first();
  await page.goto(review);
  await page.getByRole('button', { name: 'Thêm hạn chế' }).click();
  await first(page).fill('Của máy này');
  await expect.poll(() => keys(page)).toHaveLength(1);
  await other.page.goto(review);
  await other.page.getByRole('button', { name: 'Thêm hạn chế' }).click();
  await first(other.page).fill('Của máy kia');
  await other.page.getByRole('button', { name: 'Lưu bản sơ kết' }).click();
  await other.page.getByText('Đã lưu.').waitFor();

  await answering(page, 'accept', () => page.reload());
  await page.getByText('nhưng bản đã lưu đã được sửa').waitFor();
  await expectValue(first(page), 'Của máy kia');
  await page.getByRole('button', { name: 'Dùng nội dung nhập dở' }).click();
  await expectValue(first(page), 'Của máy này');
  await expectCount(page.getByLabel('Nội dung hạn chế'), 1);
  await expectGone(page.getByText('nhưng bản đã lưu đã được sửa'));
});

test('a draft goes with the saving, with signing out, and before another account has the device', async () => {
  const { page } = await signedInPage(browser, origin, hall.communeChair);
  const review = `${origin}/half-term#/${hall.commune}/2025–2030`;
  const write = async (text: string) => {
    await page.goto(review);
    await page.getByRole('button', { name: 'Thêm hạn chế' }).click();
    await page.getByLabel('Nội dung hạn chế').last().fill(text);
    await expect.poll(() => keys(page)).toHaveLength(1);
  };
  await write('Giải ngân chậm');
  await page.getByRole('button', { name: 'Lưu bản sơ kết' }).click();
  await page.getByText('Đã lưu.').waitFor();
  expect(await keys(page)).toEqual([]);

  await write('Chưa ai được đọc');
  const cookie = hall.provinceOffice.authorization.replace('Bearer ', '');
  const own = await page.context().cookies();
  await page.context().addCookies([{ name: own[0]?.name ?? '', value: cookie, url: origin }]);
  await answering(page, 'accept', () => page.goto(`${origin}/plans`));
  await page.getByRole('link', { name: 'Soạn kế hoạch' }).waitFor();
  expect(await keys(page)).toEqual([]);

  await page.context().addCookies([{ name: own[0]?.name ?? '', value: own[0]?.value ?? '', url: origin }]);
  await write('Viết dở trước khi đăng xuất');
  const menu = await openMenu(page);
  await answering(page, 'accept', () => menu.getByRole('button', { name: 'Đăng xuất' }).click());
  await page.getByRole('heading', { name: 'Đăng nhập' }).waitFor();
  expect(await keys(page)).toEqual([]);
});
