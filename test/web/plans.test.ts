import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { unreadableRows } from '../../src/contract/kit/unreadable-rows.ts';
import { launchBrowser, signedInPage } from '../support/browser/browser.ts';
import { builtPages } from '../support/browser/built-pages.ts';
import { holdAnswers } from '../support/browser/held-answers.ts';
import { chooseLanguage, openMenu } from '../support/browser/masthead.ts';
import { findFaults } from '../support/browser/sound-page.ts';
import {
  ask,
  choose,
  expectAbsent,
  expectAddress,
  expectAttribute,
  expectCount,
  expectDisabled,
  expectGone,
  expectText,
  expectTexts,
  expectValue,
} from '../support/browser/waiting.ts';
import { aPlanHall, type PlanHall } from '../support/service/plan-hall.ts';

let browser: Browser;
let hall: PlanHall;
let origin: string;

beforeAll(async () => {
  await builtPages();
  [browser, hall] = await Promise.all([
    launchBrowser(),
    aPlanHall({ SMTP_URL: 'smtp://127.0.0.1:9', SMTP_FROM: 'nhacviec@tinh.example' }),
  ]);
  origin = await hall.service.app.listen({ port: 0, host: '127.0.0.1' });
});
afterAll(async () => {
  await browser.close();
  await hall.service.app.close();
});

const title = (page: Page, name: string) => page.getByRole('heading', { level: 1, name }).waitFor();

test('an office drafts a plan, is told what it lacks, issues it once, and finds every committee on its board', async () => {
  const { page, complaints } = await signedInPage(browser, origin, hall.provinceOffice);
  await page.goto(`${origin}/plans`);
  await page.getByRole('link', { name: 'Soạn kế hoạch' }).click();
  await title(page, 'Soạn kế hoạch');
  expect(await findFaults(page)).toEqual([]);
  await page.getByLabel('Trích yếu').fill('Đánh giá, xếp loại chất lượng năm 2026');
  await page.getByLabel('Ngày ban hành').fill('2026-12-01');
  await page.getByLabel('Nhiệm kỳ', { exact: false }).first().fill('2025-2030');
  await choose(page.getByLabel('Mẫu phiếu'), 'Đánh giá, xếp loại chất lượng hằng năm (Quy định 366, năm 2025)');
  await page.getByLabel('Chi bộ: Hạn lấy phiếu').fill('2026-12-10');
  await page.getByLabel('Chi bộ: hội nghị ít nhất').fill('0.5');
  await page.getByLabel('Chi bộ: hội nghị nhiều nhất').fill('1');
  const pilots = page.getByRole('group', { name: 'Đơn vị làm điểm' });
  const asked: string[] = [];
  page.on('request', (request) => {
    const search = new URL(request.url()).searchParams.get('search');
    if (search) asked.push(search);
  });
  // Asked once the typing pauses, not at each of fourteen letters.
  await pilots.getByLabel('Tìm cấp ủy').pressSequentially('thon 7 tan lap');
  await expect.poll(() => asked.at(-1)).toBe('thon 7 tan lap');
  await choose(pilots.getByRole('combobox'), 'Chi bộ thôn 7 (Đảng ủy xã Tân Lập)');
  expect(asked.length).toBeLessThan(5);
  await pilots.getByRole('button', { name: 'Thêm đơn vị làm điểm' }).click();
  await pilots.getByText('Chi bộ thôn 7 (Đảng ủy xã Tân Lập) · Theo hạn chung của cấp').waitFor();
  await page.getByRole('button', { name: 'Lưu dự thảo' }).click();

  await title(page, 'Đánh giá, xếp loại chất lượng năm 2026');
  await page.getByText('Kế hoạch chưa có số.').waitFor();
  await page.getByRole('cell', { name: 'Từ 0,5 đến 1 ngày' }).waitFor();
  await page.getByRole('rowheader', { name: 'Chi bộ thôn 7 (Đảng ủy xã Tân Lập)' }).waitFor();
  await expectDisabled(page.getByRole('button', { name: 'Ban hành' }));
  expect(await findFaults(page)).toEqual([]);
  await page.getByRole('link', { name: 'Sửa dự thảo' }).click();
  await page.getByLabel('Số, ký hiệu').fill('12-KH/TU');
  await page.getByLabel('Mục đích').fill('Xếp loại đúng người, đúng việc.');
  await page.getByLabel('Yêu cầu').fill('Trước 10 tháng 12 năm 2026.');
  await page.getByRole('button', { name: 'Lưu dự thảo' }).click();
  await page.getByText('Trong năm này cấp ủy đã có kế hoạch mang số đó.').waitFor();
  await page.getByLabel('Số, ký hiệu').fill('45-KH/TU');
  await page.getByRole('button', { name: 'Lưu dự thảo' }).click();
  const question = await ask(page.getByRole('button', { name: 'Ban hành' }));
  expect(await findFaults(page)).toEqual([]);
  await question.getByRole('button', { name: 'Đúng, ban hành' }).click();

  await page.getByRole('link', { name: 'Theo dõi thực hiện' }).click();
  await title(page, 'Theo dõi thực hiện kế hoạch');
  await page.getByText('60 cấp ủy').waitFor();
  await page.getByRole('button', { name: 'Xem thêm' }).click();
  await expectCount(page.locator('tbody').last().locator('tr'), 60);
  expect(complaints.filter((text) => !text.includes('409'))).toEqual([]);
});

test('a new plan starts from an earlier one, without its number and its day', async () => {
  const { page, complaints } = await signedInPage(browser, origin, hall.provinceOffice);
  await page.goto(`${origin}/plans#/${hall.province}/${hall.plan.id}`);
  await page.getByRole('link', { name: 'Soạn kế hoạch mới theo kế hoạch này' }).click();
  await title(page, 'Soạn kế hoạch');
  await page.getByText('Nội dung lấy từ kế hoạch trước.', { exact: false }).waitFor();
  await expectValue(page.getByLabel('Trích yếu'), hall.plan.provisions.title);
  await expectValue(page.getByLabel('Số, ký hiệu'), '');
  await expectValue(page.getByLabel('Ngày ban hành'), '');
  expect(await findFaults(page)).toEqual([]);
  expect(complaints).toEqual([]);
});

test('the board is filtered without diacritics, by state and by what is late, and saved as a file', async () => {
  const { page } = await signedInPage(browser, origin, hall.provinceOffice, { acceptDownloads: true });
  await page.goto(`${origin}/plans#/${hall.province}/${hall.plan.id}/board`);
  await page.getByText('65 cấp ủy').waitFor();
  expect(await findFaults(page)).toEqual([]);
  await page.getByLabel('Tìm cấp ủy').fill('vinh thinh');
  await page.getByText('13 cấp ủy').waitFor();
  await choose(page.getByLabel('Tiến độ', { exact: true }), 'Đã kiểm phiếu');
  await page.getByText('1 cấp ủy,').waitFor();
  await page.getByRole('rowheader', { name: 'Đảng ủy xã Vĩnh Thịnh' }).waitFor();
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: 'Tải về dạng Excel' }).click(),
  ]);
  expect(download.suggestedFilename()).toMatch(/^tien-do-ke-hoach-[a-z0-9-]+-\d{4}-\d\d-\d\d\.xlsx$/);
  await choose(page.getByLabel('Tiến độ', { exact: true }), 'Quá hạn');
  await page.getByText('12 cấp ủy,').waitFor();
});

test('the board reads on by a button, keeps what it shows meanwhile, and an answer that is lost is asked for again', async () => {
  const { page } = await signedInPage(browser, origin, hall.provinceOffice);
  await page.goto(`${origin}/plans#/${hall.province}/${hall.plan.id}/board`);
  const list = page.locator('[aria-busy]');
  const rows = list.locator('tbody').last().locator('tr');
  const more = page.getByRole('button', { name: 'Xem thêm' });
  await expectCount(rows, 50);
  const isMore = (url: URL) => url.pathname.endsWith('/board') && url.searchParams.has('after');
  await page.route(isMore, (route) => route.abort(), { times: 1 });
  await more.click();
  await page.getByText('Không liên lạc được với máy chủ').waitFor();
  await expectCount(rows, 50);

  const held = await holdAnswers(page, isMore);
  await more.click();
  await held.asked;
  await expectAttribute(list, 'aria-busy', 'true');
  await expectCount(rows, 50);
  held.letGo();
  await expectCount(rows, 65);
  await expectAttribute(list, 'aria-busy', 'false');
  await expectGone(more);
});

test('a pilot’s chair is reminded, reads the plan, writes what was learnt, and draws up the session it asks for', async () => {
  const { page, complaints } = await signedInPage(browser, origin, hall.communeChair, {
    viewport: { width: 360, height: 740 },
  });
  await page.goto(origin);
  await page.getByRole('heading', { name: 'Việc đến hạn theo kế hoạch' }).waitFor();
  expect(await findFaults(page)).toEqual([]);
  await (await openMenu(page)).getByRole('link', { name: 'Kế hoạch', exact: true }).click();
  await title(page, 'Kế hoạch');
  await page.getByText('Còn 3 ngày').waitFor();
  expect(await findFaults(page)).toEqual([]);
  await page.getByLabel('Địa chỉ thư điện tử').fill('xa@ba-che.example');
  await page.getByRole('button', { name: 'Lưu địa chỉ' }).click();
  await page.getByText('Đã lưu.').waitFor();
  await page.getByRole('link', { name: hall.plan.provisions.title }).click();
  await page.getByText('Phát phiếu trước hai ngày').waitFor();
  const amended = page.getByRole('table', { name: 'Nội dung cũ và nội dung mới' });
  await amended.getByText('5 tháng 12 năm 2026').waitFor();
  await expectTexts(amended.locator('tbody tr'), [
    /Thời hạn từng cấp.*10 tháng 12 năm 2026/,
    /Đơn vị làm điểm.*Đảng ủy xã Ba Chẽ \(Tỉnh ủy Sơn Bình\)\s*Chưa có.*4 tháng 12 năm 2026/,
  ]);
  expect(await findFaults(page)).toEqual([]);
  await page.getByLabel('Rút kinh nghiệm của đơn vị').fill('Đọc mã chung hai lần.');
  await page.getByRole('button', { name: 'Gửi rút kinh nghiệm' }).click();
  await page.getByText('Đọc mã chung hai lần.').waitFor();
  await page.getByRole('link', { name: 'Lập đợt lấy phiếu theo kế hoạch' }).click();
  const taken = page.getByRole('region', { name: 'Lấy từ kế hoạch' });
  await taken.getByText('Khách quan, công tâm').waitFor();
  await expectText(taken, /12-KH\/TU.*Quy định 96.*4 tháng 12 năm 2026, đơn vị làm điểm/);
  const conference = hall.plan.provisions.title.replace('Kế hoạch', 'Hội nghị');
  await expectValue(page.getByLabel('Tên hội nghị'), conference);
  await expectAbsent(page.getByLabel('Mẫu phiếu'), { beside: page.getByLabel('Ngày họp') });
  expect(await findFaults(page)).toEqual([]);
  await page.getByLabel('Ngày họp').fill('2026-12-03');
  await page.getByLabel('Địa điểm').fill('Hội trường xã');
  await page.getByLabel('Cơ quan triệu tập').fill('Ban Thường vụ');
  await page.getByRole('button', { name: 'Lập đợt lấy phiếu' }).click();
  await title(page, conference);
  await expectAddress(page, /\/console#/);
  expect(complaints).toEqual([]);
});

test('an office enters those summoned, strikes one out with a reason, and adds a cadre without a vote', async () => {
  const { page, complaints } = await signedInPage(browser, origin, hall.communeChair);
  await page.goto(`${origin}/plans#/${hall.commune}/summoned`);
  await page.getByText('Chưa có danh sách của nhiệm kỳ nào.').waitFor();
  await page.getByLabel('Nhiệm kỳ').fill('2025-2030');
  await page
    .getByLabel('Hoặc dán từ bảng tính')
    .fill('Họ và tên\tChức vụ\nLò Thị Một\tBí thư chi bộ\nLò Thị Hai\tĐảng viên');
  await page.getByRole('button', { name: 'Xem trước' }).click();
  await page.getByText('Danh sách có 2 đại biểu. Chưa ai được nhập.').waitFor();
  expect(await findFaults(page)).toEqual([]);
  await page.getByRole('button', { name: 'Nhập đúng 2 đại biểu này' }).click();
  await page.getByText('2 người trong danh sách, 2 người được bỏ phiếu').waitFor();
  await page.getByRole('button', { name: 'Đưa ra khỏi danh sách: Lò Thị Hai' }).click();
  expect(await findFaults(page)).toEqual([]);
  await page.getByLabel('Lý do không còn đủ tư cách').fill('Chuyển sinh hoạt');
  await page.getByLabel('Từ ngày').fill('2026-10-01');
  await page.getByRole('button', { name: 'Đưa ra khỏi danh sách', exact: true }).last().click();
  await page.getByText('Không còn đủ tư cách từ').waitFor();
  const cadre = page.locator('section', { hasText: 'Bổ sung cán bộ chủ chốt' }).last();
  await cadre.getByLabel('Tìm người đã có trong hệ thống').fill('le hoang');
  await cadre.getByRole('button', { name: 'Tìm', exact: true }).click();
  await cadre.getByRole('button', { name: 'Chọn Lê Hoàng Cường' }).click();
  await cadre.getByText('Đã có trong hệ thống.').waitFor();
  await expectValue(cadre.getByLabel('Chức vụ'), 'Ủy viên Ban Thường vụ');
  await cadre.getByLabel('Họ và tên').fill('Lò Thị Ba');
  await cadre.getByLabel('Chức vụ').fill('Chủ tịch Hội Nông dân');
  await cadre.getByLabel('Được bỏ phiếu').uncheck();
  await cadre.getByRole('button', { name: 'Bổ sung vào danh sách' }).click();
  await page.getByText('3 người trong danh sách, 1 người được bỏ phiếu').waitFor();
  expect(complaints).toEqual([]);
});

test('a page whose lists are not whole says so above itself, in either language', async () => {
  const { page } = await signedInPage(browser, origin, hall.provinceOffice);
  await page.route('**/plans', async (route) => {
    const response = await route.fetch();
    await route.fulfill({ response, headers: { ...response.headers(), [unreadableRows]: '2' } });
  });
  await page.goto(`${origin}/plans`);
  await page.getByText('2 mục không đọc được').waitFor();
  expect(await findFaults(page)).toEqual([]);
  await chooseLanguage(page, 'English');
  await page.getByText('2 entries could not be read and are missing').waitFor();
  await page.close();
});
