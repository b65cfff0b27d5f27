import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { committeeId } from '../../src/domain/committee/committee.ts';
import { launchBrowser, signedInPage } from '../support/browser/browser.ts';
import { builtPages } from '../support/browser/built-pages.ts';
import { holdAnswers } from '../support/browser/held-answers.ts';
import { findFaults } from '../support/browser/sound-page.ts';
import {
  ask,
  choose,
  confirm,
  expectAbsent,
  expectAttribute,
  expectCount,
  expectTexts,
} from '../support/browser/waiting.ts';
import { aPersonId, aSeatId } from '../support/build/ids.ts';
import { aProvinceHall, type ProvinceHall, reorganisedCsv } from '../support/service/province-hall.ts';

let browser: Browser;
let hall: ProvinceHall;
let origin: string;

beforeAll(async () => {
  await builtPages();
  [browser, hall] = await Promise.all([launchBrowser(), aProvinceHall()]);
  origin = await hall.service.app.listen({ port: 0, host: '127.0.0.1' });
});
afterAll(async () => {
  await browser.close();
  await hall.service.app.close();
});

const title = (page: Page, name: string) => page.getByRole('heading', { level: 1, name }).waitFor();
const find = async (page: Page, group: string, search: string, option: RegExp) => {
  const finder = page.getByRole('group', { name: group, exact: true });
  await finder.getByLabel('Tìm theo tên hoặc mã').fill(search);
  await choose(finder.getByRole('combobox'), option);
};

test('the tree opens by keyboard, level by level, and is searched without diacritics', async () => {
  const { page, complaints } = await signedInPage(browser, origin, hall.administrator);
  await page.goto(`${origin}/province`);
  await page.getByRole('button', { name: 'Cấp ủy trực thuộc Tỉnh ủy Bến Tre: 2' }).press('Enter');
  await page.getByRole('button', { name: 'Cấp ủy trực thuộc Huyện ủy Thạnh Phú: 4' }).press('Enter');
  await page.getByRole('link', { name: 'Đảng ủy xã Tân Phong' }).waitFor();
  expect(await findFaults(page)).toEqual([]);
  await page.getByLabel('Tìm cấp ủy').fill('ap 5 dai dien');
  await page.getByText('Đang hiện 1 cấp ủy.').waitFor();
  await page.getByText('Tỉnh ủy Bến Tre · Huyện ủy Thạnh Phú · Đảng ủy xã Đại Điền').waitFor();
  await page.getByLabel('Tìm cấp ủy').fill('dai dien');
  await page.getByText('Đang hiện 4 cấp ủy.').waitFor();
  await page.getByRole('link', { name: 'Đảng ủy xã Đại Điền' }).click();
  await title(page, 'Đảng ủy xã Đại Điền');
  await page.goto(`${origin}/province#/people`);
  await page.getByLabel('Họ và tên').fill('nguyen thi');
  await page.getByText('Đang hiện 1 người.').waitFor();
  await page.getByText('Bí thư, Đảng ủy xã Đại Điền').waitFor();
  expect(await findFaults(page)).toEqual([]);
  expect(complaints).toEqual([]);
});

test('what was found stays with its own count until the next answer, and nothing is read on behind another list', async () => {
  const { page } = await signedInPage(browser, origin, hall.administrator);
  const searching = (url: URL, search: string) => url.searchParams.get('search') === search;
  await page.goto(`${origin}/province`);
  const field = page.getByLabel('Tìm cấp ủy');
  const found = page.locator('[aria-busy]');
  // As if there were more to read on.
  await page.route(
    (url) => searching(url, 'dai dien') && !url.searchParams.has('after'),
    async (route) => {
      const body = await (await route.fetch({ maxRetries: 3 })).json();
      await route.fulfill({ json: { ...body, next: body.rows[0].id } });
    },
  );
  await field.fill('dai dien');
  await page.getByText('Đang hiện 4 cấp ủy.').waitFor();
  const later = await holdAnswers(page, (url) => searching(url, 'ap 5 dai dien'));
  await field.fill('ap 5 dai dien');
  await later.asked;
  await expectAttribute(found, 'aria-busy', 'true');
  await page.getByText('Đang hiện 4 cấp ủy.').waitFor();
  later.letGo();
  await page.getByText('Đang hiện 1 cấp ủy.').waitFor();
  await expectAttribute(found, 'aria-busy', 'false');

  await field.fill('dai dien');
  await page.getByText('Đang hiện 4 cấp ủy.').waitFor();
  const isMore = (url: URL) => searching(url, 'dai dien') && url.searchParams.has('after');
  await page.route(isMore, (route) => route.abort(), { times: 1 });
  const more = page.getByRole('button', { name: 'Xem thêm' });
  await more.click();
  await page.getByRole('alert').getByText('Không liên lạc được').waitFor();
  const behind = await holdAnswers(page, isMore);
  await more.click();
  await behind.asked;
  await field.fill('ap 5 dai dien');
  await page.getByText('Đang hiện 1 cấp ủy.').waitFor();
  const answered = page.waitForResponse((response) => isMore(new URL(response.url())));
  behind.letGo();
  await (await answered).finished();
  await page.getByText('Đang hiện 1 cấp ủy.').waitFor();
  await field.fill('tan phong');
  await page.getByText('Đang hiện 4 cấp ủy.').waitFor();
  await expectTexts(found.getByRole('link'), [/Tân Phong/, /.*/, /.*/, /.*/]);
});

test('an office enters who comes, who leaves and the term, and neither moves nor dissolves', async () => {
  const { page, complaints } = await signedInPage(browser, origin, hall.office, {
    viewport: { width: 360, height: 740 },
  });
  await page.goto(`${origin}/province#/${hall.commune}`);
  await title(page, 'Đảng ủy xã Đại Điền');
  const review = page.getByRole('link', { name: 'Soạn bản sơ kết giữa nhiệm kỳ' });
  await expectAttribute(review, 'href', `/half-term#/${hall.commune}`);
  const add = page.getByRole('button', { name: 'Thêm cấp ủy viên' });
  await expectAbsent(page.getByRole('link', { name: 'Sửa, chuyển, giải thể' }), { beside: add });
  await add.click();
  await page.getByLabel('Người chưa có trong danh sách').check();
  await page.getByLabel('Họ và tên').fill('Đặng Thị Mỹ Lệ');
  await page.getByLabel('Năm sinh').fill('1988');
  await page.getByLabel('Chức vụ').fill('Ủy viên Ban Chấp hành');
  await page.getByLabel('Từ ngày').fill('2026-01-15');
  expect(await findFaults(page)).toEqual([]);
  // The first answer is lost on its way; the form sends the same under the same id.
  let sent = 0;
  await page.route('**/seats', async (route) => {
    if (route.request().method() !== 'POST') return route.continue();
    sent += 1;
    if (sent > 1) return route.continue();
    await route.fetch();
    return route.abort();
  });
  await page.getByRole('button', { name: 'Ghi', exact: true }).click();
  await page.getByText('Không liên lạc được với máy').waitFor();
  await page.getByLabel('Chức vụ').press('Enter');
  await page.getByRole('rowheader', { name: 'Đặng Thị Mỹ Lệ' }).waitFor();
  await expectCount(page.getByRole('rowheader', { name: 'Đặng Thị Mỹ Lệ' }), 1);
  expect(sent).toBe(2);

  await page.getByRole('button', { name: 'Thay đổi của đồng chí Trần Văn Bảo' }).click();
  await page.getByLabel('Thôi tham gia cấp ủy').check();
  await page.getByLabel('Đến hết ngày').fill('2026-10-31');
  await page.getByRole('button', { name: 'Ghi', exact: true }).click();
  await page.getByRole('rowheader', { name: 'Trần Văn Bảo' }).waitFor({ state: 'detached' });
  await page.getByLabel('Hiện cả những người đã thôi tham gia').check();
  await page.getByRole('cell', { name: '31 tháng 10 năm 2026' }).waitFor();

  await page.getByRole('button', { name: 'Ghi nhiệm kỳ' }).click();
  await page.getByLabel('Tên nhiệm kỳ').fill('2025–2030');
  await page.getByLabel('Từ ngày').fill('2025-08-01');
  await page.getByLabel('Đến hết ngày').fill('2030-07-31');
  await page.getByRole('button', { name: 'Ghi', exact: true }).click();
  await page.getByText('Từ 1 tháng 8 năm 2025 đến 31 tháng 7 năm 2030').waitFor();
  expect(await findFaults(page)).toEqual([]);
  // The browser itself notes the answer that was lost.
  expect(complaints.filter((one) => !one.includes('ERR_FAILED'))).toEqual([]);
});

test('a name is put right on the person by an administrator, and not by an office where they no longer sit', async () => {
  const { page, complaints } = await signedInPage(browser, origin, hall.administrator);
  await page.goto(`${origin}/province#/people`);
  await page.getByLabel('Họ và tên').fill('tran van bao');
  await page.getByRole('button', { name: 'Sửa họ tên đồng chí Trần Văn Bảo' }).click();
  const sheet = page.locator('form.sheet');
  await sheet.getByLabel('Họ và tên').fill('Trần Văn Bão');
  await sheet.getByLabel('Năm sinh').fill('1970');
  expect(await findFaults(page)).toEqual([]);
  await sheet.getByRole('button', { name: 'Ghi', exact: true }).click();
  await page.getByText('Trần Văn Bão', { exact: true }).waitFor();
  await page.getByRole('status').getByText('Đã ghi.', { exact: true }).waitFor();
  await sheet.waitFor({ state: 'detached' });

  const { page: own } = await signedInPage(browser, origin, hall.office, {
    viewport: { width: 360, height: 740 },
  });
  await own.goto(`${origin}/province#/${hall.commune}`);
  await own.getByLabel('Hiện cả những người đã thôi tham gia').check();
  await own.getByRole('button', { name: 'Sửa họ tên đồng chí Trần Văn Bão' }).first().click();
  await own.locator('form.sheet').getByLabel('Họ và tên').fill('Trần Văn Bảo');
  expect(await findFaults(own)).toEqual([]);
  await own.getByRole('button', { name: 'Ghi', exact: true }).click();
  // Whoever sits elsewhere, or no longer here, is not the office's to rename.
  await own.getByText('họ tên và năm sinh do quản trị viên sửa', { exact: false }).waitFor();

  // Beside another of the name each has the year of birth.
  const namesake = { id: aPersonId(890), name: 'Trần Văn Bão', code: null, birthYear: 1980 };
  await hall.service.deps.store.committees.importRoster(null, () => ({ ok: true, people: [namesake] }));
  await page.getByLabel('Họ và tên').fill('van bao tran');
  await page.getByText('Trần Văn Bão (1970)', { exact: true }).waitFor();
  await page.getByRole('button', { name: 'Sửa họ tên đồng chí Trần Văn Bão (1980)' }).waitFor();
  expect(complaints).toEqual([]);
});

test('an office puts right how somebody is called who sits with it alone, and the page says that it did', async () => {
  const { committees } = hall.service.deps.store;
  const person = { id: aPersonId(891), name: 'Lò Văn Phà', code: null, birthYear: null };
  const seat = { id: aSeatId(891), personId: person.id, position: 'Ủy viên', order: 91, from: null, to: null };
  await committees.importRoster(null, () => ({
    ok: true,
    people: [person],
    seats: [{ ...seat, committeeId: committeeId.parse(hall.commune) }],
  }));
  const { page, complaints } = await signedInPage(browser, origin, hall.office, {
    viewport: { width: 360, height: 740 },
  });
  await page.goto(`${origin}/province#/${hall.commune}`);
  await page.getByRole('button', { name: 'Sửa họ tên đồng chí Lò Văn Phà' }).click();
  const sheet = page.locator('form.sheet');
  await sheet.getByLabel('Họ và tên').fill('Lò Văn Pha');
  await sheet.getByLabel('Năm sinh').fill('1980');
  await sheet.getByRole('button', { name: 'Ghi', exact: true }).click();
  await page.getByRole('status').getByText('Đã ghi.', { exact: true }).waitFor();
  await page.getByRole('rowheader', { name: 'Lò Văn Pha', exact: true }).waitFor();
  await sheet.waitFor({ state: 'detached' });
  expect(await committees.findPerson(person.id)).toEqual({ ...person, name: 'Lò Văn Pha', birthYear: 1980 });
  expect(await findFaults(page)).toEqual([]);
  expect(complaints).toEqual([]);
});

test('an administrator previews a file and imports exactly that; what changes meanwhile stops it', async () => {
  const { page } = await signedInPage(browser, origin, hall.administrator);
  await page.goto(`${origin}/province#/import`);
  const buffer = Buffer.from(reorganisedCsv());
  await page.getByLabel('Tệp .xlsx hoặc .csv').setInputFiles({ name: 'cap-uy.csv', mimeType: 'text/csv', buffer });
  await page.getByLabel('Có hiệu lực từ ngày').fill('2025-07-01');
  await page.getByRole('button', { name: 'Xem trước' }).click();
  for (const group of ['Thêm 1 cấp ủy', 'Chuyển 4 cấp ủy', 'Kết thúc 1 cấp ủy', 'Kết thúc 1 vị trí cấp ủy viên']) {
    await page.getByText(group).waitFor();
  }
  expect(await findFaults(page)).toEqual([]);
  const { committees } = hall.service.deps.store;
  const before = await committees.find(hall.district);
  if (before === undefined) throw new Error('the district is missing');
  await committees.change({ around: [] }, () => ({ ok: true, value: { ...before, name: 'Huyện ủy Thạnh Phú (cũ)' } }));
  const keep = page.getByRole('button', { name: 'Nhập đúng như trên' });
  await confirm(keep);
  await page.getByText('Dữ liệu hoặc tệp đã thay đổi sau khi xem trước').waitFor();
  expect(await committees.find(hall.district)).toMatchObject({ to: null });
  await page.getByRole('button', { name: 'Xem trước' }).click();
  await confirm(keep);
  await page.getByText('Đã nhập xong.').waitFor();
  await page.goto(`${origin}/province#/${hall.district}`);
  await page.getByText('Hoạt động đến hết ngày 30 tháng 6 năm 2025').first().waitFor();
  await page.getByText('Các cấp ủy từng trực thuộc (4)').click();
  expect(await findFaults(page)).toEqual([]);
  await page.goto(`${origin}/province#/`);
  await page.getByLabel('Xem theo ngày').fill('2025-06-30');
  await page.getByRole('button', { name: 'Cấp ủy trực thuộc Tỉnh ủy Bến Tre: 3' }).click();
  await page.getByRole('button', { name: 'Cấp ủy trực thuộc Huyện ủy Thạnh Phú: 4' }).waitFor();
  await page.getByLabel('Xem theo ngày').fill('');
  await page.getByRole('button', { name: 'Cấp ủy trực thuộc Tỉnh ủy Bến Tre: 6' }).waitFor();

  await page.goto(`${origin}/province#/ranks`);
  await page.getByRole('button', { name: 'Sửa cấp: Đảng bộ huyện' }).click();
  await page.getByLabel('Tên tiếng Việt').fill('Đảng bộ huyện, quận');
  expect(await findFaults(page)).toEqual([]);
  await page.getByRole('button', { name: 'Ghi', exact: true }).click();
  await page.getByRole('button', { name: 'Sửa cấp: Đảng bộ huyện, quận' }).waitFor();
});

test('committees are moved, merged and dissolved by day, each asked once', async () => {
  const { page } = await signedInPage(browser, origin, hall.administrator);
  await page.goto(`${origin}/province#/${hall.commune}/change`);
  await title(page, 'Thay đổi Đảng ủy xã Đại Điền');
  await find(page, 'Cấp ủy cấp trên mới', 'cong an', /Đảng ủy Công an tỉnh/);
  const moving = page.locator('section', { has: page.getByRole('heading', { name: 'Chuyển cấp ủy cấp trên' }) });
  await moving.getByLabel('Từ ngày').fill('2026-05-01');
  const question = await ask(moving.getByRole('button', { name: 'Chuyển cấp ủy cấp trên' }));
  expect(await findFaults(page)).toEqual([]);
  await question.getByRole('button', { name: 'Chuyển cấp ủy cấp trên' }).click();
  await title(page, 'Đảng ủy xã Đại Điền');
  await page.getByText('Từng trực thuộc').waitFor();

  await page.goto(`${origin}/province#/merge`);
  await find(page, 'Chọn thêm một cấp ủy', 'quoi dien', /^Đảng ủy xã Quới Điền/);
  await find(page, 'Sáp nhập vào', 'dai dien', /^Đảng ủy xã Đại Điền/);
  await page.getByLabel('Từ ngày').fill('2026-06-01');
  expect(await findFaults(page)).toEqual([]);
  await confirm(page.getByRole('button', { name: 'Sáp nhập, hợp nhất' }));
  await title(page, 'Đảng ủy xã Đại Điền');
  await page.getByText('Các cấp ủy đã sáp nhập vào').waitFor();

  await page.goto(`${origin}/province#/${hall.commune}/change`);
  await page.getByLabel('Không còn từ ngày').fill('2026-07-01');
  await confirm(page.getByRole('button', { name: 'Giải thể' }));
  await page.getByText('Cấp ủy còn cấp ủy trực thuộc').waitFor();
  await expectCount(page.getByRole('alert').getByText('Chi bộ ấp'), 6);
});
