import { readFile } from 'node:fs/promises';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { parseTestLink, parseVotingLink } from '../../src/client/voting-link.ts';
import { accept } from '../../src/domain/ruling.ts';
import { decideRegisterPhonePaper } from '../../src/domain/session/papers.ts';
import { voterId } from '../../src/domain/session/session.ts';
import { sheetSerial } from '../../src/domain/session/sheet-serial.ts';
import { publicCredential } from '../../src/protocol/ballot/credential.ts';
import { sodiumGroup } from '../../src/server/arithmetic/sodium-group.ts';
import { withAllPapers } from '../../src/server/store/session-store.ts';
import { actsInOrder } from '../support/acts-in-order.ts';
import { breakWorkers, workerFaults } from '../support/browser/broken-workers.ts';
import { launchBrowser, signedInPage, type WatchedPage } from '../support/browser/browser.ts';
import { builtPages } from '../support/browser/built-pages.ts';
import { findFaults } from '../support/browser/sound-page.ts';
import {
  ask,
  attributeOf,
  choose,
  confirm,
  expectAbsent,
  expectDisabled,
  expectGone,
  expectTexts,
  expectValue,
} from '../support/browser/waiting.ts';
import { readQrCodes } from '../support/pdf.ts';
import { aDraft, aHall, type Hall, publicHalves } from '../support/service/hall.ts';

let browser: Browser;
let hall: Hall;
let origin: string;
let chair: WatchedPage;
/** Of the session that the tests carry on with, one after the other. */
let id: string;
/** What stands on the sheets that were printed. */
let links: readonly Sheet[] = [];

interface Sheet {
  readonly text: string;
  readonly credential: string;
  readonly half: string;
  readonly serial: string;
}

function readSheet(text: string): Sheet {
  const link = parseVotingLink(text);
  if (link === undefined) throw new Error('not the link of a paper');
  const half = publicCredential(sodiumGroup, link.sessionId, link.credential);
  return { text, credential: link.credential, half, serial: sheetSerial(half) };
}

actsInOrder();
beforeAll(async () => {
  await builtPages();
  [browser, hall] = await Promise.all([launchBrowser(), aHall()]);
  origin = await hall.service.app.listen({ port: 0, host: '127.0.0.1' });
  chair = await signedInPage(browser, origin, hall.chair, { viewport: { width: 1280, height: 800 } });
});
afterAll(async () => {
  await browser.close();
  await hall.service.app.close();
});

const title = (page: Page, name: string) => page.getByRole('heading', { level: 1, name }).waitFor();
const button = (name: string | RegExp) => chair.page.getByRole('button', { name, exact: true });
const state = () => hall.state(id);

async function goTo(step: string, heading: string): Promise<Page> {
  await chair.page.goto(`${origin}/console#/${id}/${step}`);
  await title(chair.page, heading);
  return chair.page;
}

test('the chair draws a session up and is told what it lacks', async () => {
  const { page } = chair;
  await page.goto(`${origin}/console`);
  await title(page, 'Đợt lấy phiếu');
  await page.getByRole('link', { name: 'Lập đợt mới' }).click();
  await title(page, 'Lập đợt mới');
  const forms = page.getByLabel('Mẫu phiếu');
  // Rules that have ended are not offered; the confidence vote comes before the rating of the year.
  await expectTexts(forms.locator('option'), [
    /^Chọn/,
    /Quy định 96, năm 2023/,
    /Quốc hội.*2023/,
    /chất lượng hằng năm.*366/,
    /366/,
  ]);
  await expectValue(forms, '');
  await choose(forms, /Quốc hội/);
  await page.getByLabel('Tên hội nghị').fill('Lấy phiếu giữa nhiệm kỳ');
  await page.getByLabel('Ngày họp').fill('2026-12-01');
  await page.getByLabel('Địa điểm').fill('Hội trường');
  await page.getByLabel('Địa danh ghi trên văn bản').fill('Vĩnh Long');
  await page.getByLabel('Cơ quan triệu tập').fill('Ban Thường vụ');
  expect(await findFaults(page)).toEqual([]);
  await button('Lập đợt lấy phiếu').click();
  await title(page, 'Lấy phiếu giữa nhiệm kỳ');
  id = new URL(page.url()).hash.split('/')[1] ?? '';
  expect((await state()).session.subjects).toHaveLength(3);
  expect((await state()).session.settings.placeOfIssue).toBe('Vĩnh Long');
  await page.getByText('Tiếp: Đối tượng lấy phiếu →').waitFor();
  expect(await findFaults(page)).toEqual([]);
});

test('a seat is left out only for a reason of the ballot form', async () => {
  const page = await goTo('subjects', 'Đối tượng lấy phiếu');
  const standing = page.getByLabel('Lấy phiếu đối với Đồng chí 3');
  await choose(standing, /nghỉ/);
  await expect.poll(async () => (await state()).session.subjects[2]?.excludedFor).toBe('retirement-announced');
  expect(await findFaults(page)).toEqual([]);
});

test('under Regulation 96 of the Party a seat is left out for either reason of its article 3', async () => {
  const party = await aDraft(hall);
  const { page } = chair;
  await page.goto(`${origin}/console#/${party}/subjects`);
  await title(page, 'Đối tượng lấy phiếu');
  for (const [number, id, reason] of [
    [2, 'retirement-announced', 'Đã có thông báo nghỉ công tác chờ nghỉ hưu'],
    [3, 'took-office-this-year', 'Được bổ nhiệm hoặc được bầu trong năm lấy phiếu'],
  ] as const) {
    const option = `Không lấy phiếu: ${reason} (Điều 3 Quy định số 96-QĐ/TW)`;
    await choose(page.getByLabel(`Lấy phiếu đối với Đồng chí ${number}`), option);
    await expect.poll(async () => (await hall.state(party)).session.subjects[number - 1]?.excludedFor).toBe(id);
  }
  await page.goto(`${origin}/console#/${party}/issue`);
  await page.getByText('1 người được lấy phiếu, 2 người để ngoài danh sách').waitFor();
  await expect.poll(() => findFaults(page)).toEqual([]);
});

test('a dossier is attached, opens for readers, and is taken away again', async () => {
  const page = await goTo('dossiers', 'Tài liệu gửi người bỏ phiếu');
  await page.getByLabel('Tên tài liệu').fill('Báo cáo');
  await page.getByLabel('Tệp PDF').setInputFiles({
    ...{ name: 'bao-cao.pdf', mimeType: 'application/pdf', buffer: Buffer.from('%PDF-1.7 Báo cáo') },
  });
  await button('Gửi tài liệu').click();
  const link = page.getByRole('link', { name: 'Báo cáo', exact: true });
  const address = new URL(await attributeOf(link, 'href'), origin).href;
  expect(await (await page.request.get(address)).text()).toBe('%PDF-1.7 Báo cáo');
  expect(await findFaults(page)).toEqual([]);
  await confirm(button('Gỡ “Báo cáo”'), 'Gỡ tài liệu');
  await page.getByText('Chưa có tài liệu nào.').waitFor();
});

test('several dossiers go where their names say; one that is refused says why and takes no other along', async () => {
  const page = await goTo('dossiers', 'Tài liệu gửi người bỏ phiếu');
  const pdf = (name: string, text = `%PDF-1.7 ${name}`) => ({
    ...{ name, mimeType: 'application/pdf', buffer: Buffer.from(text) },
  });
  await page
    .getByLabel('Các tệp (PDF)')
    .setInputFiles([
      pdf('Ban_kiem_diem_DONG CHI 1.pdf'),
      pdf('Đồng chí 2.pdf'.normalize('NFD'), 'không phải PDF'),
      pdf('Báo cáo chung.pdf'),
      pdf('Để sau.pdf'),
    ]);
  await page.getByText('2 tệp chưa có tên gửi đi hoặc chưa rõ về ai, sẽ không được gửi.').waitFor();
  await expectTexts(page.locator('section', { hasText: 'Gửi nhiều tệp' }).locator('select option:checked'), [
    ...['Đồng chí 1', 'Đồng chí 2', '– Chọn –', '– Chọn –'],
  ]);
  await choose(page.getByLabel('Tệp Báo cáo chung.pdf là về ai'), 'Của hội nghị');
  expect(await findFaults(page)).toEqual([]);
  const heard = chair.complaints.length;
  await button('Gửi 3 tệp').click();
  await page.getByText('Đã gửi 2 tệp; 1 tệp không gửi được').waitFor();
  await page.getByText('Tệp này không phải PDF.').waitFor();
  // That it was refused is the test's doing.
  chair.complaints.length = heard;
  await page.getByRole('link', { name: 'Ban kiem diem DONG CHI 1' }).waitFor();
  await page.getByRole('link', { name: 'Báo cáo chung' }).waitFor();
  // What is not sent yet is asked about.
  const asked = page.waitForEvent('dialog').then((dialog) => dialog.dismiss());
  await page.getByRole('link', { name: 'Các bước của đợt' }).click();
  await asked;
  await page.setViewportSize({ width: 360, height: 740 });
  await page.setViewportSize({ width: 1280, height: 800 });
  for (const file of ['Đồng chí 2.pdf'.normalize('NFD'), 'Để sau.pdf']) await button(`Bỏ ra: ${file}`).click();
  expect(await findFaults(page)).toEqual([]);
});

test('a pasted list is looked at before anybody is added', async () => {
  const page = await goTo('roll', 'Danh sách bỏ phiếu');
  await page.getByLabel('Hoặc dán từ bảng tính').fill('Lê Văn Tám\tTrưởng thôn\nTrần Thị Chín\tGiáo viên\n');
  await button('Xem trước').click();
  await page.getByText('Đọc được 2 dòng, sẽ thêm 2 người.').waitFor();
  expect((await state()).session.roll).toHaveLength(3);
  expect(await findFaults(page)).toEqual([]);
  await button('Thêm 2 người').click();
  await page.getByText('Đã thêm 2 người.').waitFor();
  expect((await state()).session.roll.map(({ name }) => name).slice(3)).toEqual(['Trần Thị Chín', 'Lê Văn Tám']);
  await page.getByRole('button', { name: 'Bỏ ra: Trần Thị Chín' }).click();
  await page.getByText('4 người: 3 cấp ủy viên, 1 người khác').waitFor();
});

test('three tellers are found by name, where a subject cannot be chosen; a fourth is on no roster', async () => {
  const page = await goTo('tellers', 'Ban kiểm phiếu');
  const find = async (name: string) => {
    await page.getByLabel('Tìm người đưa vào ban kiểm phiếu').fill(name);
    await button('Tìm').click();
  };
  await find('dong chi 1');
  const subject = page.getByRole('listitem').filter({ hasText: 'là người được lấy phiếu, không kiểm phiếu' });
  await subject.getByText('Đồng chí 1', { exact: true }).waitFor();
  await expectAbsent(button('Chọn Đồng chí 1'), { beside: subject });
  expect(await findFaults(page)).toEqual([]);
  for (const number of [101, 102, 103]) {
    await find(`dong chi ${number}`);
    await button(`Chọn Đồng chí ${number}`).click();
  }
  await find('Lê Thị Kiểm');
  await page.getByText('Không phải ai ở trên: ghi “Lê Thị Kiểm” theo tên').click();
  await page.getByLabel('Năm sinh').fill('1980');
  await button('Ghi vào ban kiểm phiếu').click();
  await button('Lưu').click();
  await page.getByText('Đã lưu.').waitFor();
  await page.getByText('văn phòng hoặc quản trị viên in giấy mời').waitFor();
  expect(await findFaults(page)).toEqual([]);
  // The same list saved once more enters nobody else.
  await button('Lưu').click();
  await page.getByText('Đã lưu.').waitFor();
  expect((await state()).session.tellers.map(({ name, byName }) => (byName ? `${name}*` : name))).toEqual([
    ...[101, 102, 103].map((number) => `Đồng chí ${number}`),
    'Lê Thị Kiểm*',
  ]);
});

test('the lists are frozen after one question', async () => {
  const page = await goTo('issue', 'Chốt danh sách, phát hành phiếu');
  await button('Xem trước phiếu (PDF)').click();
  const [preview] = await Promise.all([page.waitForEvent('download'), button('Lưu tệp PDF').click()]);
  const [[code = ''] = []] = await readQrCodes(await readFile(await preview.path()));
  expect(parseTestLink(new URL(code).hash)?.sessionId).toBe(id);
  const question = await ask(button('Chốt danh sách, cho phát hành phiếu'));
  expect(await findFaults(page)).toEqual([]);
  await question.getByRole('button', { name: 'Chốt danh sách, cho phát hành phiếu' }).click();
  await page.getByText('Danh sách đã chốt.').waitFor();
  expect((await state()).session.state).toBe('issued');
});

test('no paper is printed for localhost before the chair says that it is for this computer only', async () => {
  const page = await goTo('papers', 'In phiếu');
  await page.getByLabel('Số tờ').fill('3');
  await button('Tạo tệp in').click();
  await page.getByText('Địa chỉ của dịch vụ chỉ mở được trên chính máy chủ').first().waitFor();
  chair.complaints.length = 0;
  await goTo('connection', 'Kết nối trong hội trường');
  const question = await ask(button('Chỉ dùng trên máy này'));
  expect(await findFaults(page)).toEqual([]);
  await question.getByRole('button', { name: 'Chỉ dùng trên máy này' }).click();
  await page.getByText('Phiếu chỉ dùng trên máy này (để thử).').waitFor();
  expect(await findFaults(page)).toEqual([]);
  expect((await state()).session.phoneUse?.use).toBe('this-computer');
});

test.each(workerFaults)(
  'where the worker that prints %s, the page says so, and another batch can be made',
  async (fault) => {
    const page = await goTo('papers', 'In phiếu');
    const workers = await breakWorkers(page, 'print.worker', fault);
    const heard = chair.complaints.length;
    await page.getByLabel('Số tờ').fill('3');
    await button('Tạo tệp in').click();
    await page.getByText('Không tạo được tệp in. Chưa có tờ nào được đăng ký.').waitFor();
    await workers.heal();
    // That the worker broke is the test's doing.
    chair.complaints.length = heard;
    await button('Làm lại').click();
    await button('Tạo tệp in').waitFor();
  },
);

test('papers are printed in this browser: their codes are in the file and nowhere else', async () => {
  const page = await goTo('papers', 'In phiếu');
  await page.getByLabel('Số tờ').fill('3');
  expect(await findFaults(page)).toEqual([]);
  await button('Tạo tệp in').click();
  await page.getByRole('heading', { name: 'Tệp in 3 tờ phiếu đã sẵn sàng' }).waitFor();
  expect(await findFaults(page)).toEqual([]);
  await expectDisabled(button('Đăng ký lần in'));
  // Whoever would leave now loses the file: the browser asks first.
  const asked = page.waitForEvent('dialog');
  await page.evaluate(() => setTimeout(() => window.location.reload()));
  const dialog = await asked;
  expect(dialog.type()).toBe('beforeunload');
  await dialog.dismiss();
  const [download] = await Promise.all([page.waitForEvent('download'), button('Lưu tệp PDF').click()]);
  const pdf = await readFile(await download.path());
  expect((await state()).papers.size).toBe(0);
  await button('Đăng ký lần in').click();
  await page.getByText('Chờ đếm và xác nhận').waitFor();

  links = (await readQrCodes(pdf)).flat().map(readSheet);
  expect(links).toHaveLength(3);
  expect(new Set((await state()).papers.keys())).toEqual(new Set(links.map(({ half }) => half)));
  const kept = await page.evaluate(() => JSON.stringify([{ ...localStorage }, { ...sessionStorage }]));
  for (const { credential } of links) {
    expect([...chair.requests, ...hall.service.log, kept].filter((text) => text.includes(credential))).toEqual([]);
  }
});

test('a print run counts once its sheets were counted; a jam voids it; making one can be stopped', async () => {
  const page = await goTo('papers', 'In phiếu');
  await page.getByLabel('Số tờ đếm được').fill('2');
  await button('Xác nhận lần in').click();
  await page.getByText('Số tờ đếm được khác số tờ đã in').waitFor();
  expect(await findFaults(page)).toEqual([]);
  await page.getByLabel('Số tờ đếm được').fill('3');
  await button('Xác nhận lần in').click();
  await page.getByText('Đã đếm, xác nhận').waitFor();
  await page.getByLabel('Số tờ', { exact: true }).fill('2000');
  await button('Tạo tệp in').click();
  await page.getByText('Bước 1/2: tạo mã cho 2000 tờ phiếu').waitFor();
  expect(await findFaults(page)).toEqual([]);
  await button('Dừng lại').click();
  await button('Tạo tệp in').waitFor();
  expect((await state()).session.printRuns).toHaveLength(1);
});

test('who received a sheet is ticked; the tick says nothing about which', async () => {
  const page = await goTo('hand-out', 'Phát phiếu');
  await page.getByLabel('Tìm theo họ tên').fill('le tam');
  await button('Đã phát tờ in cho Lê Văn Tám').click();
  await page.getByText('Đã nhận tờ in', { exact: true }).waitFor();
  await page.getByText('3 trên 4 người chưa nhận phiếu.').waitFor();
  expect(await findFaults(page)).toEqual([]);
  await confirm(button('Thu lại tờ của Lê Văn Tám'), 'Đã thu lại');
  await page.getByText('4 trên 4 người chưa nhận phiếu.').waitFor();
});

test('phone papers of which nobody knows any more whose they are stand above the roll, and are withdrawn together', async () => {
  const { received, id: voter } = (await state()).session.roll[0] ?? {};
  expect(received).toBe(null);
  const [half = ''] = publicHalves((await state()).session.id, 1);
  await hall.service.deps.store.sessions.update((await state()).session.id, withAllPapers, (known) => {
    const registered = decideRegisterPhonePaper(known, voterId.parse(voter), half);
    return registered.ok ? accept({ after: registered.value }) : registered;
  });
  hall.service.deps.store.linkKeys.destroy((await state()).session.id);
  await chair.page.goto(`${origin}/console#/${id}`);
  await chair.page.getByText('ở bước Phát phiếu, hãy xem cách xử lý').waitFor();
  const page = await goTo('hand-out', 'Phát phiếu');
  const heading = page.getByRole('heading', { name: 'Có 1 phiếu trên điện thoại không còn biết là của ai' });
  await heading.waitFor();
  expect(await findFaults(page)).toEqual([]);
  await confirm(button('Thu hồi 1 phiếu trên điện thoại'), 'Thu hồi');
  await expectGone(heading);
  await page.getByText('4 trên 4 người chưa nhận phiếu.').waitFor();
  expect((await state()).phoneLinks.size).toBe(0);
});

test('a spoiled sheet is voided by what a scanner types, which then leaves the screen', async () => {
  const page = await goTo('sheets', 'Phiếu hỏng, mất');
  const field = page.getByLabel('Số cuống, hoặc quét mã trên tờ phiếu');
  await field.fill('không phải cuống');
  await field.press('Enter');
  await page.getByText('Đây không phải số cuống').waitFor();
  await field.fill(links[0]?.text ?? '');
  await field.press('Enter');
  const question = await ask(button(`Hủy tờ ${links[0]?.serial}`));
  await expectValue(field, '');
  expect(await findFaults(page)).toEqual([]);
  await question.getByRole('button', { name: 'Hủy tờ phiếu' }).click();
  await page.getByText(`Tờ ${links[0]?.serial} đã hủy.`).waitFor();
  expect((await state()).papers.get(links[0]?.half ?? '')?.fate).toBe('void');
});

test('a correction takes the chair and two tellers: the chair proposes and sees who has signed', async () => {
  const page = await goTo('corrections', 'Đính chính trước khi mở hòm');
  await page.getByRole('textbox', { name: 'Chức vụ' }).fill('Bí thư Đảng ủy');
  await page.getByLabel('Lý do').fill('Đánh máy sai');
  await confirm(button('Đề xuất sửa'), 'Đề xuất và ký');
  await page.getByText('Sửa Đồng chí 1 thành: Đồng chí 1, Bí thư Đảng ủy').waitFor();
  expect(await findFaults(page)).toEqual([]);
  const [decision] = (await state()).session.decisions;
  for (const index of [1, 2]) await hall.at(id, 'POST', `/decisions/${decision?.id}/signature`, hall.teller(index));
  await page.getByText('Đã có hiệu lực').waitFor();
  expect((await state()).session.subjects[0]?.position).toBe('Bí thư Đảng ủy');
  await goTo('papers', 'In phiếu');
  await page.getByText('Danh sách lấy phiếu đã thay đổi sau lần in này').waitFor();
});

test('what is left of the pile is counted by its stubs once the box is open', async () => {
  await hall.change(id, (before) => ({ ...before, session: { ...before.session, state: 'open' } }));
  const page = await goTo('unused', 'Phiếu không sử dụng');
  await page.getByText('Còn 2 tờ chưa phát').waitFor();
  // The service is slower than the hands, which do not wait for it.
  const { promise: answering, resolve: answer } = Promise.withResolvers<void>();
  await page.route('**/unused-sheets', (route) => answering.then(() => route.continue()));
  const stub = page.getByLabel('Cuống của tờ không sử dụng');
  for (const { serial } of links.slice(1, 3)) {
    await stub.fill(serial.toLowerCase());
    await stub.press('Enter');
  }
  await page.getByText('2 mã vừa quét đang chờ tra').waitFor();
  answer();
  await page.getByText(`Đã ghi tờ ${links[2]?.serial}. Tổng cộng 2 tờ`).waitFor();
  const { papers } = await state();
  expect(links.slice(1, 3).map(({ half }) => papers.get(half)?.fate)).toEqual(['unused', 'unused']);

  await page.getByText('Nhập nhiều số cuống một lần').click();
  const many = page.getByLabel('Các số cuống');
  await many.fill(`${links[1]?.serial}\nkhông phải cuống\n`);
  await button('Ghi là không sử dụng').last().click();
  await page.getByText('“không phải cuống” không phải số cuống của đợt này').waitFor();
  await many.fill(`${links[1]?.serial}\n${links[2]?.serial}\n`);
  await button('Ghi là không sử dụng').last().click();
  await page.getByText('Đã ghi 2 tờ. Tổng cộng 2 tờ').waitFor();

  // What the service refuses stops those behind it, until somebody has seen it.
  for (const sheet of [links[0], links[1]]) {
    await stub.fill(sheet?.serial ?? '');
    await stub.press('Enter');
  }
  await page.getByText('2 mã vừa quét đang chờ tra').waitFor();
  expect(await findFaults(page)).toEqual([]);
  await button('Bỏ qua mã này, tra tiếp').click();
  await page.getByText(`Đã ghi tờ ${links[1]?.serial}. Tổng cộng 2 tờ`).waitFor();
});

test('nothing else was asked for, and the browser has nothing to complain of', () => {
  expect(chair.requests.filter((url) => !url.startsWith(`${origin}/`))).toEqual([]);
  expect(chair.complaints.filter((text) => !text.includes('status of 4'))).toEqual([]);
});
