import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { actsInOrder } from '../support/acts-in-order.ts';
import { launchBrowser, signedInPage, type WatchedPage, watchedPage } from '../support/browser/browser.ts';
import { builtPages } from '../support/browser/built-pages.ts';
import { type HandWork, handWorkOn } from '../support/browser/hand-work.ts';
import {
  press,
  screenTitle,
  type TellerPhone,
  typeCard,
  typeNumber,
  writeCardDown,
} from '../support/browser/teller-phones.ts';
import { castFrom } from '../support/browser/voting-scenes.ts';
import { choose, confirm, expectAbsent, expectText, textOf } from '../support/browser/waiting.ts';
import { readQrCodes } from '../support/pdf.ts';
import { audit, toolsAreHere } from '../support/service/belenios.ts';
import { verifyHere } from '../support/service/commands.ts';
import { aHall, type Hall, type Headers } from '../support/service/hall.ts';
import { paperOf } from '../support/service/paper-of.ts';

const laptop = { viewport: { width: 1280, height: 800 } };
const phone = { viewport: { width: 360, height: 740 } };
const [high, confidence, low] = ['Tín nhiệm cao', 'Tín nhiệm', 'Tín nhiệm thấp'];

let browser: Browser;
let hall: Hall;
let origin: string;
let id: string;
let chair: WatchedPage;
let tellers: TellerPhone[];
/** As the QR codes of the printed sheets say them, from the top of the pile. */
let links: readonly string[] = [];
/** The people on the roll by the number of their sheet. */
let voters: readonly WatchedPage[] = [];
const watched: WatchedPage[] = [];
/** What each of them did by hand, by role and number. */
const handWork = new Map<string, HandWork>();

async function watchedAs(role: string, opened: WatchedPage): Promise<WatchedPage> {
  watched.push(opened);
  handWork.set(role, await handWorkOn(opened.page.context()));
  return opened;
}

async function signedIn(role: string, headers: Headers, options: BrowserContextOptions): Promise<WatchedPage> {
  return watchedAs(role, await signedInPage(browser, origin, headers, options));
}

async function onPhone(role: string): Promise<WatchedPage> {
  return watchedAs(role, await watchedPage(browser, phone));
}

actsInOrder();
beforeAll(async () => {
  await builtPages();
  [browser, hall] = await Promise.all([launchBrowser(), aHall()]);
  origin = await hall.service.app.listen({ port: 0, host: '127.0.0.1' });
  chair = await signedIn('chair', hall.chair, laptop);
  voters = await Promise.all(Array.from({ length: 6 }, (_, index) => onPhone(`voter ${index + 1}`)));
});
afterAll(async () => {
  await browser.close();
  await hall.service.app.close();
});

const button = (name: string) => chair.page.getByRole('button', { name, exact: true });
const state = async () => (await hall.state(id)).session;
const linkOf = (sheet: number) => links[sheet] ?? '';

const serialOf = (sheet: number) => paperOf(linkOf(sheet))?.serial ?? '';

function phoneOf(voter: number): Page {
  const found = voters[voter - 1];
  if (found === undefined) throw new Error('no such voter');
  return found.page;
}

const titled = (title: string) => chair.page.getByRole('heading', { level: 1, name: title, exact: true }).waitFor();

/** On to the step that the console offers next. */
async function goOn(title: string): Promise<Page> {
  await chair.page.getByRole('link', { name: `Tiếp: ${title} →` }).click();
  await titled(title);
  return chair.page;
}

/** To a step of the list, as somebody goes to whom it is not the next one. */
async function goTo(title: string): Promise<Page> {
  await chair.page.getByRole('link', { name: 'Các bước của đợt' }).click();
  await chair.page.getByRole('link', { name: title, exact: true }).click();
  await titled(title);
  return chair.page;
}

/** Presses a button and, in the place where the question comes up, the one that does it. */
async function pressAndConfirm(first: string, second = first): Promise<void> {
  await confirm(button(first), second);
}

/** Waits for a text, the page looking at the service at once as if its network had just come back. */
async function reads(page: Page, text: string | RegExp): Promise<void> {
  await page.evaluate(() => window.dispatchEvent(new Event('online')));
  await page.getByText(text).first().waitFor();
}

const inBox = (page: Page) => page.getByRole('heading', { level: 1, name: 'Phiếu đã ở trong hòm' }).waitFor();
const allTellers = (act: (teller: TellerPhone) => Promise<unknown>) => Promise.all(tellers.map(act));

test('the chair draws up the vote, names tellers, and prints the papers in the browser; their codes are read back from the picture', async () => {
  const { page } = chair;
  await page.goto(`${origin}/console`);
  await page.getByRole('link', { name: 'Lập đợt mới' }).click();
  await choose(page.getByLabel('Mẫu phiếu'), /Quy định 96, năm 2023/);
  await page.getByLabel('Tên hội nghị').fill('Lấy phiếu giữa nhiệm kỳ');
  await page.getByLabel('Ngày họp').fill('2026-12-01');
  await page.getByLabel('Địa điểm').fill('Hội trường');
  await page.getByLabel('Cơ quan triệu tập').fill('Ban Thường vụ');
  await button('Lập đợt lấy phiếu').click();
  await page.getByText('Tiếp: ').waitFor();
  id = new URL(page.url()).hash.split('/')[1] ?? '';
  await goOn('Đối tượng lấy phiếu');
  await goOn('Danh sách bỏ phiếu');
  await page
    .getByLabel('Hoặc dán từ bảng tính')
    .fill('Lê Văn Tám\tTrưởng thôn\nTrần Thị Chín\tGiáo viên\nHồ Mười\tCán bộ\n');
  await button('Xem trước').click();
  await button('Thêm 3 người').click();
  await page.getByText('Đã thêm 3 người.').waitFor();
  await goOn('Ban kiểm phiếu');
  for (const number of [101, 102, 103]) {
    await page.getByLabel('Tìm người đưa vào ban kiểm phiếu').fill(`dong chi ${number}`);
    await button('Tìm').click();
    await button(`Chọn Đồng chí ${number}`).click();
  }
  await button('Lưu').click();
  await page.getByText('Đã lưu.').waitFor();
  await goOn('Chốt danh sách, phát hành phiếu');
  await pressAndConfirm('Chốt danh sách, cho phát hành phiếu');
  await page.getByText('Danh sách đã chốt.').waitFor();
  await goOn('Kết nối trong hội trường');
  await pressAndConfirm('Chỉ dùng trên máy này');
  await page.getByText('Phiếu chỉ dùng trên máy này (để thử).').waitFor();
  await goOn('In phiếu');
  await page.getByLabel('Số tờ', { exact: true }).fill('8');
  await button('Tạo tệp in').click();
  const [download] = await Promise.all([page.waitForEvent('download'), button('Lưu tệp PDF').click()]);
  links = (await readQrCodes(await readFile(await download.path()))).flat();
  expect(new Set(links).size).toBe(8);
  await button('Đăng ký lần in').click();
  await page.getByLabel('Số tờ đếm được').fill('8');
  await button('Xác nhận lần in').click();
  await page.getByText('Đã đếm, xác nhận').waitFor();
  await goOn('Phát phiếu');
  await pressAndConfirm('Đã phát tờ in cho cả 6 người chưa nhận', 'Đúng, tất cả đã nhận');
  await page.getByText('0 trên 6 người chưa nhận phiếu.').waitFor();
});

test('a voter spoils a sheet: it is voided by its code, and its holder takes a fresh one', async () => {
  const page = await goTo('Phiếu hỏng, mất');
  const field = page.getByLabel('Số cuống, hoặc quét mã trên tờ phiếu');
  await field.fill(linkOf(5));
  await field.press('Enter');
  await pressAndConfirm(`Hủy tờ ${serialOf(5)}`, 'Hủy tờ phiếu');
  await page.getByText(`Tờ ${serialOf(5)} đã hủy.`).waitFor();
});

test('three tellers make the key on their phones, write their key cards down, and hold the rehearsal', async () => {
  await goOn('Tạo khóa');
  await button('Bắt đầu tạo khóa').click();
  tellers = await Promise.all(
    [1, 2, 3].map(async (index) => {
      const opened = await signedIn(`teller ${index}`, hall.teller(index), phone);
      await opened.page.goto(`${origin}/teller#/${id}`);
      return { ...opened, digits: '' };
    }),
  );
  await allTellers(({ page }) => press(page, 'Đúng, tham gia tạo khóa'));
  await allTellers(({ page }) => screenTitle(page, 'Đọc to mã này'));
  const codes = await allTellers(({ page }) => textOf(page.locator('.spoken-code')));
  expect(new Set(codes).size).toBe(1);
  await allTellers(({ page }) => press(page, 'Mọi máy đều có mã này'));
  await allTellers(writeCardDown);
  await allTellers(({ page }) => screenTitle(page, 'Bỏ phiếu thử'));
  const [first] = tellers;
  if (first) await press(first.page, 'Bỏ các phiếu thử');
  for (const { page, digits } of tellers) {
    await typeNumber(page, 'Số phiếu thử được công bố', 3);
    await typeCard(page, digits, 'Kiểm tra và gửi phần giải mã');
  }
  await allTellers(({ page }) => screenTitle(page, 'Chờ mở hòm phiếu'));
});

test('the secretary briefs, the chair notes who is there, the tellers’ phones find their keys, and the box opens', async () => {
  const secretary = await signedIn('secretary', hall.secretary, laptop);
  await secretary.page.goto(`${origin}/console#/${id}/briefing`);
  await secretary.page.getByLabel('Mục đích, yêu cầu').fill('Khách quan, công tâm, thận trọng.');
  await secretary.page.getByRole('button', { name: 'Ghi nhận đã quán triệt' }).click();
  await secretary.page.getByText('Đã ghi nhận.').waitFor();
  // A voter has opened the ballot already and keeps a draft.
  await phoneOf(1).goto(linkOf(0));
  await phoneOf(1).getByText('Hòm phiếu chưa mở').waitFor();
  await reads(chair.page, 'Tiếp: Điểm danh →');
  await goOn('Điểm danh');
  await button('Đánh dấu tất cả có mặt').click();
  await button('Ghi nhận điểm danh').click();
  await reads(chair.page, 'Đã ghi nhận điểm danh');
  await goOn('Mở hòm phiếu');
  await button('Lập hồ sơ mở hòm').click();
  await allTellers(({ page }) => screenTitle(page, 'Khóa của đồng chí có trong hồ sơ'));
  await reads(chair.page, /Đã xác nhận/);
  await pressAndConfirm('Mở hòm phiếu');
  await reads(chair.page, 'Hòm phiếu đã được mở');
});

test('six voters: one casts again, one is offline while casting, one’s code is used by a second phone, one has a voided paper', async () => {
  const [one, two, three, four, , six] = voters.map(({ page }) => page);
  if (!one || !two || !three || !four || !six) throw new Error('six phones');
  await reads(one, 'Hòm phiếu đã mở');
  await castFrom(one, [low, low, low]);
  await inBox(one);
  await one.getByRole('button', { name: 'Bỏ phiếu lại' }).click();
  hall.service.passSeconds(10);
  await castFrom(one, [high, confidence, undefined]);
  await inBox(one);

  await two.goto(linkOf(1));
  await two.getByText('Hòm phiếu đã mở').waitFor();
  await two.context().setOffline(true);
  await castFrom(two, [high, high, low]);
  await two.getByRole('heading', { level: 1, name: 'Phiếu chưa ở trong hòm' }).waitFor();
  await two.context().setOffline(false);
  await inBox(two);

  await three.goto(linkOf(2));
  await castFrom(three, [confidence, high, high]);
  await inBox(three);
  const photographer = await onPhone('photographer');
  await photographer.page.goto(linkOf(2));
  await castFrom(photographer.page, [low, low, low]);
  await photographer.page.getByRole('heading', { level: 1, name: 'Phiếu không vào được hòm' }).waitFor();

  await four.goto(linkOf(3));
  await castFrom(four, [low, low, low]);
  await inBox(four);

  await six.goto(linkOf(5));
  await castFrom(six, [high, high, high]);
  await six.getByRole('heading', { level: 1, name: 'Phiếu không vào được hòm' }).waitFor();
  await expectText(six.getByRole('alert'), /đã hủy/);
  await six.goto(linkOf(6));
  await castFrom(six, [high, high, confidence]);
  await inBox(six);
});

test('chair and a teller end phone voting, and every open page counts down', async () => {
  await goOn('Theo dõi bỏ phiếu');
  await goOn('Kết thúc bỏ phiếu bằng điện thoại');
  await pressAndConfirm('Kết thúc bỏ phiếu bằng điện thoại', 'Đề xuất và ký');
  const second = tellers[1]?.page;
  if (second === undefined) throw new Error('three tellers');
  await reads(second, 'Ký quyết định này');
  await confirm(second.getByRole('button', { name: 'Ký quyết định này' }), 'Ký');
  await reads(chair.page, /kết thúc sau \d+ giây/);
  await phoneOf(1)
    .getByText(/còn \d+ giây|sau \d+ giây|\d+ giây/)
    .first()
    .waitFor();
  hall.service.passSeconds(60);
  await reads(chair.page, 'Đã kết thúc bỏ phiếu bằng điện thoại');
});

test('at the desk two tellers key blind: they differ in a line, a third decides; a sheet replaces a phone ballot', async () => {
  const { page } = await signedIn('desk', hall.teller(1), laptop);
  await page.goto(`${origin}/desk#/${id}`);
  const scan = async (text: string) => {
    await page.getByLabel('Mã trên tờ phiếu').fill(text);
    await page.keyboard.press('Enter');
  };
  const keyed = async (title: string, keys: string) => {
    await page.getByRole('heading', { level: 2, name: title }).waitFor();
    for (const key of keys) await page.keyboard.press(key);
    await page.keyboard.press('Enter');
  };
  for (const sheet of [3, 4]) await scan(linkOf(sheet));
  await page.getByText('Đã đếm 2 tờ, trong đó 1 tờ thay phiếu điện thoại').waitFor();
  await confirm(page.getByRole('button', { name: 'Công bố', exact: true }), 'Đúng, công bố');
  await page.getByText('Đã nhập 0 trên 2 tờ').waitFor();
  for (const [sheet, entries, decided] of [
    [3, ['111', '121'], '2'],
    [4, ['203', '203'], ''],
  ] as const) {
    await scan(linkOf(sheet));
    await keyed('Người thứ nhất nhập', entries[0]);
    await press(page, 'Tôi là người thứ hai');
    await keyed('Người thứ hai nhập', entries[1]);
    if (decided !== '') {
      await page.getByRole('heading', { level: 2, name: 'Hai lần nhập khác nhau' }).waitFor();
      await page.keyboard.press(decided);
    }
    await page.getByText('Tờ phiếu đã vào hòm phiếu niêm phong').waitFor();
  }
  await page.getByText('Đã nhập đủ 2 tờ').waitFor();
  expect((await state()).announcements).toMatchObject([{ issued: 6, collected: 6, sheets: 2 }]);
});

test('what is left of the pile is counted at once after the last sheet of the box, and the chair closes a balanced box', async () => {
  await reads(chair.page, 'Tiếp: Phiếu không sử dụng →');
  const page = await goOn('Phiếu không sử dụng');
  await pressAndConfirm('Ghi cả 1 tờ còn lại là không sử dụng');
  await page.getByText('Mọi tờ đã in đều đã được ghi.').waitFor();
  await goOn('Đóng hòm phiếu');
  await pressAndConfirm('Đóng hòm phiếu');
  await reads(page, 'Hòm phiếu đã đóng');
});

test('each teller types the announced number and reads the key card; the totals are what people marked', async () => {
  for (const { page, digits } of tellers) {
    await screenTitle(page, 'Mở kết quả');
    await typeNumber(page, 'Số phiếu thu về đã công bố', 6);
    await typeCard(page, digits, 'Kiểm tra và gửi phần giải mã');
  }
  await allTellers(({ page }) => screenTitle(page, 'Đã có kết quả'));
  const { body } = await hall.at(id, 'GET', '/result', hall.chair);
  const counted = body.subjects.map(({ levels }: { levels: Record<string, { count: number }> }) =>
    ['high', 'confidence', 'low'].map((level) => levels[level]?.count),
  );
  expect(counted).toEqual([
    [4, 2, 0],
    [3, 2, 0],
    [2, 1, 2],
  ]);
});

test('signed minutes are attached, the result is published, and read by the committee and its superior alone', async () => {
  await reads(chair.page, 'Tiếp: Biên bản kiểm phiếu →');
  const page = await goOn('Biên bản kiểm phiếu');
  const minutes = await hall.service.app.inject({ url: `/api/sessions/${id}/minutes.pdf`, headers: hall.chair });
  const scan = { name: 'bien-ban.pdf', mimeType: 'application/pdf', buffer: minutes.rawPayload };
  await page.getByLabel('Bản chụp biên bản đã ký').setInputFiles(scan);
  await button('Đính kèm').click();
  await reads(page, 'Đã đính kèm.');
  await goOn('Công bố kết quả');
  await pressAndConfirm('Công bố kết quả');
  await reads(page, 'Đã công bố lúc');
  const superior = await signedIn('superior', hall.person(5), phone);
  await superior.page.goto(`${origin}/results#/${id}`);
  await superior.page.getByText('4/6').first().waitFor();
  const sibling = await signedIn('sibling', hall.person(4), phone);
  await sibling.page.goto(`${origin}/results#/${id}`);
  await expectAbsent(sibling.page.getByText('4/6'), { beside: sibling.page.getByText('Không có kết quả này') });
});

test('a member verifies in the browser and takes the record home: phieu verify and the auditors’ own program agree', async () => {
  const { page } = await signedIn('member', hall.person(2), laptop);
  await page.goto(`${origin}/results#/${id}`);
  await page.getByRole('button', { name: 'Kiểm hồ sơ' }).click();
  await page.getByText('khớp với hồ sơ vừa kiểm').waitFor();
  const folder = mkdtempSync(join(tmpdir(), 'whole-vote-'));
  const save = async (name: string, file: string) => {
    const [download] = await Promise.all([page.waitForEvent('download'), page.getByRole('button', { name }).click()]);
    writeFileSync(join(folder, file), await readFile(await download.path()));
    return join(folder, file);
  };
  const record = await save('(.bel)', `${id}.bel`);
  const supplement = await save('(.supplement.json)', `${id}.supplement.json`);
  const verified = await verifyHere(record, '--supplement', supplement, '--final', '--lang', 'en');
  expect(verified).toMatchObject({ status: 0, stderr: '' });
  if (toolsAreHere()) {
    const audited = await audit('3.0', record, '--supplement', supplement, '--final');
    expect(audited.status, audited.output).toBe(0);
  }
  rmSync(folder, { recursive: true });
});

test('no page asked another host, none sent a credential, none had anything to complain of', () => {
  const secrets = links.map((link) => paperOf(link)?.credential ?? 'none');
  for (const { requests, complaints } of watched) {
    expect(requests.filter((url) => !url.startsWith(`${origin}/`))).toEqual([]);
    expect(requests.filter((url) => secrets.some((secret) => url.includes(secret)))).toEqual([]);
    // Offline and refused requests are part of the play.
    expect(complaints.filter((text) => !/status of 4|ERR_INTERNET_DISCONNECTED/.test(text))).toEqual([]);
  }
  expect(hall.service.log.filter((line) => secrets.some((secret) => line.includes(secret)))).toEqual([]);
});

test('the whole vote takes no more clicks than promised: chair 60, a teller 12 beside keying, a voter two more than subjects', () => {
  const done = [...handWork].filter(([, { clicks, fields }]) => clicks + fields > 0);
  for (const [role, { clicks, fields }] of done) {
    process.stdout.write(
      `${role.padEnd(14)} ${String(clicks).padStart(3)} clicks ${String(fields).padStart(3)} fields\n`,
    );
  }
  const subjects = 3;
  // A card is typed in here, three times by each: one press more than showing it to the camera, which is no keying.
  const cardsKeyed = 3;
  const limits = { chair: 60, teller: 12 + cardsKeyed, voter: subjects + 2 };
  // Voters 1 and 6 cast twice.
  const counted = ['chair', 'teller 1', 'teller 2', 'teller 3', 'voter 2', 'voter 3', 'voter 4'];
  const limitOf = (role: string) => limits[role.replace(/ \d/, '') as keyof typeof limits];
  expect(counted.filter((role) => (handWork.get(role)?.clicks ?? Infinity) > limitOf(role))).toEqual([]);
});
