import type { Browser, Locator, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { breakWorkers, workerFaults } from '../support/browser/broken-workers.ts';
import { launchBrowser, signedInPage, type WatchedPage } from '../support/browser/browser.ts';
import { builtPages } from '../support/browser/built-pages.ts';
import { holdAnswers } from '../support/browser/held-answers.ts';
import { aResultsHall, playResultsScenes, type ResultsHall } from '../support/browser/results-scenes.ts';
import { findFaults } from '../support/browser/sound-page.ts';
import {
  choose,
  expectAttribute,
  expectCount,
  expectGone,
  expectText,
  expectTexts,
  textOf,
} from '../support/browser/waiting.ts';
import { aCommittee } from '../support/build/committees.ts';
import type { Headers } from '../support/service/vote-service.ts';

let browser: Browser;
let hall: ResultsHall;

beforeAll(async () => {
  await builtPages();
  [browser, hall] = await Promise.all([launchBrowser(), aResultsHall()]);
});
afterAll(async () => {
  await browser.close();
  await hall.close();
});

test('in every state: axe finds nothing, nothing is wider than a narrow screen, no other host is asked', async () => {
  const found: string[] = [];
  await playResultsScenes(browser, hall, async ({ name }, { page, requests }) => {
    found.push(...(await findFaults(page)).map((fault) => `${name}, ${fault}`));
    const elsewhere = requests.filter((url) => !url.startsWith(`${hall.origin}/`));
    found.push(...elsewhere.map((url) => `${name}: asked for ${url}`));
  });
  expect(found).toEqual([]);
}, 600_000);

/** The people at the head of the table. */
const firstShown = (page: Page, names: readonly RegExp[]) =>
  expectTexts(page.locator('.results-table tbody tr:nth-child(-n + 2) th'), names);

/** A page that this reader has signed in to, at an address below `/results`. */
async function opened({ authorization = '' }: Headers, id: string, width = 1280): Promise<WatchedPage> {
  const watched = await signedInPage(browser, hall.origin, { authorization }, { viewport: { width, height: 800 } });
  await watched.page.goto(`${hall.origin}/results#/${id}`);
  return watched;
}

test('people stand as on the ballot, or by the share of high or of low confidence', async () => {
  const { page } = await opened(hall.made.seatHolder, hall.ids.fifteen);
  await firstShown(page, [/^Nguyễn Thị Minh Hương/, /^Trần Văn Phước/]);
  const sort = page.getByLabel('Sắp xếp');
  await choose(sort, 'Tín nhiệm cao, từ nhiều đến ít');
  await firstShown(page, [/^Đặng Thị Tuyết/, /^Nguyễn Thị Minh Hương/]);
  await choose(sort, 'Tín nhiệm thấp, từ nhiều đến ít');
  await firstShown(page, [/^Tạ Hữu Đạt/, /^Dương Văn Mười/]);
  await page.context().close();
});

test('a count stands with its base and percentage, a tier with its article, and the chart says the same in words', async () => {
  const { page } = await opened(hall.made.seatHolder, hall.ids.fifteen);
  const row = page.getByRole('row', { name: /Dương Văn Mười/ });
  await row.getByText('27/50').waitFor();
  await expectText(row, /54,00%/);
  await expectText(row, /xem xét cho thôi giữ chức vụ \(Điều 11 Quy định số 96-QĐ\/TW\)/);
  await expectAttribute(
    row.getByRole('img'),
    'aria-label',
    'Biểu đồ của Dương Văn Mười, trên 50 phiếu thu về: Tín nhiệm cao 12, Tín nhiệm 10, Tín nhiệm thấp 27, Không hợp lệ 1',
  );
  await page.context().close();
});

test('every download is a file of this result', async () => {
  const { page } = await opened(hall.made.seatHolder, hall.ids.proven);
  const names = [];
  for (const button of [
    'Biên bản kiểm phiếu (PDF)',
    'Bản chụp',
    'phần mềm khác (CSV)',
    'XLSX',
    '(.bel)',
    '(.supplement.json)',
    '(.hints)',
  ]) {
    const saving = page.waitForEvent('download');
    await page.getByRole('button', { name: button }).click();
    names.push((await saving).suggestedFilename().replace(hall.ids.proven, 'uuid'));
  }
  expect(names.join(' ')).toMatch(
    /^bien-ban-kiem-phieu-(\S+)\.pdf bien-ban-da-ky-\1\.pdf ket-qua-lay-phieu-\1\.csv ket-qua-lay-phieu-\1\.xlsx /,
  );
  expect(names.slice(4)).toEqual(['uuid.bel', 'uuid.supplement.json', 'uuid.hints']);
  const saving = page.waitForEvent('download');
  await page.getByRole('link', { name: 'phieu-verify.html' }).click();
  expect((await saving).suggestedFilename()).toBe('phieu-verify.html');
  await page.context().close();
});

test('verifying here computes in WebAssembly under the service’s own policy, and compares the table that is shown', async () => {
  const { page, complaints } = await opened(hall.made.seatHolder, hall.ids.proven);
  await page.getByRole('button', { name: 'Kiểm hồ sơ' }).click();
  await page.getByText('khớp với hồ sơ vừa kiểm').waitFor();
  expect(await textOf(page.locator('.verify-outcome'))).not.toContain('WebAssembly');
  expect(complaints).toEqual([]);
  await page.context().close();
});

test('a service that shows other figures than the record’s is found out', async () => {
  const { page } = await opened(hall.made.seatHolder, '');
  await page.route('**/result', async (route) => {
    const shown = await (await route.fetch({ maxRetries: 3 })).json();
    Object.assign(shown.subjects[1].levels, {
      high: { count: 5, percent: '62.50' },
      low: { count: 1, percent: '12.50' },
    });
    await route.fulfill({ json: shown });
  });
  await page.goto(`${hall.origin}/results#/${hall.ids.proven}`);
  await page.getByRole('button', { name: 'Kiểm hồ sơ' }).click();
  await page.getByText('KHÁC hồ sơ vừa kiểm (subjects[1].levels.high.count)').waitFor();
  await page.context().close();
});

test('a verification can be stopped, and then says that nothing was found out', async () => {
  const { page } = await opened(hall.made.seatHolder, hall.ids.proven);
  // A worker that never answers leaves time to stop it.
  await page.route('**/verify.wasm.worker-*.js', (route) =>
    route.fulfill({ body: '', contentType: 'text/javascript' }),
  );
  await page.getByRole('button', { name: 'Kiểm hồ sơ' }).click();
  await page.getByRole('button', { name: 'Dừng lại' }).click();
  await page.getByText('Hồ sơ chưa được kiểm xong').waitFor();
  await page.getByRole('button', { name: 'Kiểm lại' }).waitFor();
  await page.context().close();
});

test.each(workerFaults)(
  'where a worker that verifies %s, the page says so, and not that the record is wrong',
  async (fault) => {
    const { page } = await opened(hall.made.seatHolder, hall.ids.proven);
    await breakWorkers(page, 'verify.wasm.worker', fault);
    await page.getByRole('button', { name: 'Kiểm hồ sơ' }).click();
    await page.getByText('Trình duyệt này không kiểm được hồ sơ').waitFor();
    await page.context().close();
  },
);

test('a phone shows the same figures one person below the other', async () => {
  const { page } = await opened(hall.made.seatHolder, hall.ids.fifteen, 360);
  const card = page.locator('.subject-cards > li').nth(12);
  await expectText(card, /13\. Dương Văn Mười.*Tín nhiệm thấp27\/50 54,00%.*Không hợp lệ1/);
  await page.context().close();
});

test('the list and both tables below the superior read on by a button, each by itself, and keep what they show', async () => {
  const { page } = await opened(hall.made.superiorSeatHolder, '');
  // As if there were many: the first part of each holds one row.
  await page.route(
    (url) => /^\/api\/.*(results|roll-up)$/.test(url.pathname),
    async (route) => {
      const url = new URL(route.request().url());
      const response = await route.fetch({ maxRetries: 3 });
      const body = await response.json();
      for (const [list, name] of [
        [body, 'after'],
        [body.results, 'after'],
        [body.people, 'peopleAfter'],
      ] as const) {
        if (list?.rows === undefined) continue;
        list.rows = url.searchParams.has(name) ? list.rows.slice(1) : list.rows.slice(0, 1);
        list.next = url.searchParams.has(name) ? null : '0|first';
      }
      await route.fulfill({ response, json: body });
    },
  );
  await page.reload();
  const readOn = async (list: Locator, rows: string, name: string) => {
    const more = list.getByRole('button', { name: 'Xem thêm' });
    const shown = list.locator(rows);
    await expectCount(shown, 1);
    const held = await holdAnswers(page, (url) => url.searchParams.has(name));
    await more.click();
    await held.asked;
    await expectCount(shown, 1);
    held.letGo();
    await expectGone(more);
    await shown.nth(1).waitFor();
  };
  const under = (name: string) =>
    page.locator('section').filter({ has: page.getByRole('heading', { name, exact: true }) });
  await readOn(page.locator('main'), 'section:has(input[type=search]) > .entries > li', 'after');
  await page.goto(`${hall.origin}/results#/roll-up/${aCommittee(2).id}`);
  await readOn(under('Theo từng người'), 'tbody tr', 'peopleAfter');
  await readOn(under('Theo cấp ủy'), 'tbody tr', 'after');
  await page.context().close();
});

test('from the list the superior comes to all results from below, narrows them, and sees one person’s votes', async () => {
  const { page } = await opened(hall.made.superiorSeatHolder, '');
  await page.getByRole('link', { name: '4 kết quả' }).click();
  await page.getByText('Có 15 đồng chí.').waitFor();
  await choose(page.getByRole('combobox', { name: 'Mức xem xét' }), /^Miễn nhiệm/);
  const people = page.getByRole('region', { name: 'Theo từng người' });
  await people.getByRole('row', { name: /Tạ Hữu Đạt/ }).waitFor();
  await page.getByLabel('Tìm theo họ tên').fill('ta huu');
  await page.getByText('Có 1 đồng chí.').waitFor();
  const saving = page.waitForEvent('download');
  await page.getByRole('button', { name: 'CSV cho phần mềm khác' }).click();
  expect((await saving).suggestedFilename()).toMatch(/^tong-hop-ket-qua-[a-z0-9-]+-\d{4}-\d\d-\d\d\.csv$/);
  await people.getByRole('link', { name: 'Tạ Hữu Đạt' }).click();
  await page.getByRole('heading', { level: 1, name: 'Tạ Hữu Đạt' }).waitFor();
  await page.getByText('Tín nhiệm thấp 35/50 (70,00%)').waitFor();
  await page.getByRole('link', { name: 'giữa nhiệm kỳ 2025–2030' }).click();
  await page.getByRole('heading', { level: 1, name: /Phú Hưng/ }).waitFor();
  await page.context().close();
});
