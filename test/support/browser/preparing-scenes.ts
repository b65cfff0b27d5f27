import type { Browser, Page } from 'playwright-core';
import { aCommittee } from '../build/committees.ts';
import { aPersonId, aSeatId } from '../build/ids.ts';
import { familyNames, givenNames, middleNames } from '../build/names.ts';
import { aService, signedInAs, type TestService } from '../service/service.ts';
import { signedInPage } from './browser.ts';
import { ask, choose, confirm } from './waiting.ts';

const members = [
  ['Nguyễn Thị Minh Hương', 'Bí thư Đảng ủy, Chủ tịch Hội đồng nhân dân xã'],
  ['Trần Văn Phước', 'Phó Bí thư Thường trực Đảng ủy'],
  ['Lê Hoàng Anh Tuấn', 'Phó Bí thư Đảng ủy, Chủ tịch Ủy ban nhân dân xã'],
  ['H’Yim Kđoh', 'Ủy viên Ban Thường vụ, Chủ nhiệm Ủy ban Kiểm tra Đảng ủy'],
  ['Phạm Đức Thịnh', 'Ủy viên Ban Thường vụ, Trưởng Ban Xây dựng Đảng'],
  ['Đặng Thị Tuyết', 'Ủy viên Ban Chấp hành, Chủ tịch Ủy ban Mặt trận Tổ quốc Việt Nam xã'],
] as const;
const tellers = ['Vũ Thị Hồng Nhung', 'Ngô Bá Khánh', 'Huỳnh Ngọc Ánh'] as const;

/** A service with a commune's committee and, above it, the province's, from which the tellers come. */
async function anOffice(): Promise<TestService> {
  const service = await aService();
  const { committees } = service.deps.store;
  const province = aCommittee(1, { name: 'Tỉnh ủy Vĩnh Long', rank: 'province' });
  const commune = aCommittee(2, { name: 'Ban Chấp hành Đảng bộ xã Phú Hưng', superiorId: province.id });
  for (const committee of [province, commune])
    await committees.change({ around: [] }, () => ({ ok: true, value: committee }));
  const seated = [
    ...members.map(([name, position]) => ({ name, position, committee: commune })),
    ...tellers.map((name) => ({ name, position: 'Chuyên viên Ban Tổ chức Tỉnh ủy', committee: province })),
  ];
  await committees.importRoster(null, () => ({
    ok: true,
    people: seated.map(({ name }, at) => ({ id: aPersonId(at + 1), name: name, code: null, birthYear: null })),
    seats: seated.map(({ position, committee }, at) => ({
      ...{ id: aSeatId(at + 1), committeeId: committee.id, personId: aPersonId(at + 1) },
      ...{ position, order: at + 1, from: null, to: null },
    })),
  }));
  return service;
}

const guests = Array.from({ length: 150 }, (_, at) => {
  const name = [familyNames[(at * 5) % 30], middleNames[at % middleNames.length], givenNames[(at * 7) % 90]].join(' ');
  return `${name}\t${at % 3 === 0 ? 'Bí thư chi bộ ấp' : 'Đại biểu dự Đại hội Đảng bộ xã'}`;
}).join('\n');

type Seen = (name: string, page: Page) => Promise<void>;

/** Prepares a session in the console from the first screen to handing papers out; `seen` is called at every stop. */
export async function playPreparingScenes(browser: Browser, seen: Seen): Promise<void> {
  const service = await anOffice();
  const origin = await service.app.listen({ port: 0, host: '127.0.0.1' });
  const { id: committeeId } = aCommittee(2);
  const chair = await signedInAs(service, {
    username: 'huong.ntm',
    personId: aPersonId(1),
    grants: [{ role: 'chair', committeeId }],
  });
  const { page } = await signedInPage(browser, origin, chair, { viewport: { width: 1280, height: 800 } });
  // 500 papers on a machine that does other things too.
  page.setDefaultTimeout(120_000);
  await page.goto(`${origin}/console`);
  const session = await drawUp(page, seen);
  const goTo = async (step: string, heading: string) => {
    await page.goto(`${origin}/console#/${session}/${step}`);
    await page.getByRole('heading', { level: 1, name: heading }).waitFor();
  };
  await prepareLists(page, goTo, seen);
  await makePapers(page, goTo, seen);
  await page.goto(`${origin}/console#/${session}`);
  await page.getByText('Tiếp: ').waitFor();
  await seen('steps-issued', page);
  await service.app.close();
}

const click = (page: Page, name: string) => page.getByRole('button', { name, exact: true }).click();

async function drawUp(page: Page, seen: Seen): Promise<string> {
  await page.getByText('Chưa có đợt lấy phiếu nào.').waitFor();
  await seen('no-sessions', page);
  await page.getByRole('link', { name: 'Lập đợt mới' }).click();
  await choose(page.getByLabel('Mẫu phiếu'), /Quy định 96, năm 2023/);
  await page.getByLabel('Tên hội nghị').fill('Hội nghị lấy phiếu tín nhiệm giữa nhiệm kỳ 2025 – 2030');
  await page.getByLabel('Ngày họp').fill('2026-12-12');
  await page.getByLabel('Địa điểm').fill('Hội trường Đảng ủy xã');
  await page.getByLabel('Địa danh ghi trên văn bản').fill('Thạnh Phú');
  await page.getByLabel('Cơ quan triệu tập').fill('Ban Thường vụ Đảng ủy xã');
  await seen('new-session', page);
  await click(page, 'Lập đợt lấy phiếu');
  await page.getByText('Tiếp: Đối tượng lấy phiếu →').waitFor();
  await seen('steps-draft', page);
  return new URL(page.url()).hash.split('/')[1] ?? '';
}

type GoTo = (step: string, heading: string) => Promise<void>;

async function prepareLists(page: Page, goTo: GoTo, seen: Seen): Promise<void> {
  await goTo('subjects', 'Đối tượng lấy phiếu');
  await page.getByText(members[0][0]).waitFor();
  await seen('subjects', page);
  await goTo('roll', 'Danh sách bỏ phiếu');
  await page.getByLabel('Hoặc dán từ bảng tính').fill(guests);
  await click(page, 'Xem trước');
  await page.getByText('Đọc được 150 dòng').waitFor();
  await seen('roll-preview', page);
  await page.getByRole('button', { name: /^Thêm \d+ người$/ }).click();
  await page.getByText('Đã thêm').waitFor();
  await seen('roll', page);
  await goTo('tellers', 'Ban kiểm phiếu');
  for (const name of tellers) {
    await page.getByLabel('Tìm người đưa vào ban kiểm phiếu').fill(name);
    await click(page, 'Tìm');
    await page.getByRole('button', { name: `Chọn ${name}` }).waitFor();
    if (name === tellers[2]) await seen('tellers', page);
    await click(page, `Chọn ${name}`);
  }
  await click(page, 'Lưu');
  await page.getByText('Đã lưu.').waitFor();
  await goTo('dossiers', 'Tài liệu gửi người bỏ phiếu');
  await page.getByLabel('Tên tài liệu').fill('Báo cáo kiểm điểm của Ban Chấp hành');
  const buffer = Buffer.from('%PDF-1.4\n%%EOF\n');
  await page.getByLabel('Tệp PDF').setInputFiles({ name: 'bao-cao.pdf', mimeType: 'application/pdf', buffer });
  await click(page, 'Gửi tài liệu');
  await page.getByRole('link', { name: 'Báo cáo kiểm điểm của Ban Chấp hành' }).waitFor();
  await seen('dossiers', page);
  await goTo('issue', 'Chốt danh sách, phát hành phiếu');
  const question = await ask(page.getByRole('button', { name: 'Chốt danh sách, cho phát hành phiếu' }));
  await seen('issue', page);
  await question.getByRole('button', { name: 'Chốt danh sách, cho phát hành phiếu' }).click();
  await page.getByText('Danh sách đã chốt.').waitFor();
}

async function makePapers(page: Page, goTo: GoTo, seen: Seen): Promise<void> {
  await goTo('connection', 'Kết nối trong hội trường');
  const question = await ask(page.getByRole('button', { name: 'Chỉ dùng trên máy này' }));
  await seen('connection-local', page);
  await question.getByRole('button', { name: 'Chỉ dùng trên máy này' }).click();
  await page.getByText('Phiếu chỉ dùng trên máy này (để thử).').waitFor();
  await seen('connection-this-computer', page);
  await goTo('papers', 'In phiếu');
  await seen('papers', page);
  await page.getByLabel('Số tờ').fill('500');
  await click(page, 'Tạo tệp in');
  await page.getByText('Bước 2/2: dựng 500 tờ phiếu').waitFor();
  await seen('papers-making', page);
  await page.getByRole('heading', { name: 'Tệp in 500 tờ phiếu đã sẵn sàng' }).waitFor();
  await click(page, 'Lưu tệp PDF');
  await seen('papers-made', page);
  await click(page, 'Đăng ký lần in');
  await page.getByLabel('Số tờ đếm được').fill('500');
  await seen('papers-to-count', page);
  await click(page, 'Xác nhận lần in');
  await page.getByText('Đã đếm, xác nhận').waitFor();
  await goTo('hand-out', 'Phát phiếu');
  await page
    .getByRole('button', { name: /^Đã phát tờ in cho (?!cả )/ })
    .first()
    .click();
  await page.getByText('Đã nhận tờ in', { exact: true }).waitFor();
  await seen('hand-out', page);
  await goTo('sheets', 'Phiếu hỏng, mất');
  await seen('sheets', page);
  await goTo('corrections', 'Đính chính trước khi mở hòm');
  await page.getByRole('textbox', { name: 'Chức vụ' }).fill('Bí thư Đảng ủy xã');
  await page.getByLabel('Lý do').fill('Chức vụ in thiếu.');
  await confirm(page.getByRole('button', { name: 'Đề xuất sửa' }), 'Đề xuất và ký');
  await page.getByText('Chờ thêm').waitFor();
  await seen('corrections', page);
}
