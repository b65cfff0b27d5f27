import type { Browser, Page } from 'playwright-core';
import { aCommittee } from '../build/committees.ts';
import { imported } from '../build/imports.ts';
import { aProvinceHall, type ProvinceHall, reorganisedCsv } from '../service/province-hall.ts';
import { signedInPage } from './browser.ts';
import { chooseLanguage } from './masthead.ts';
import { ask } from './waiting.ts';

/** A state of the page of committees, and how somebody gets there. */
export interface ProvinceScene {
  readonly name: string;
  readonly who: 'administrator' | 'office';
  play(page: Page, hall: ProvinceHall, address: string): Promise<void>;
}

export const provinceScenes: readonly ProvinceScene[] = [
  {
    name: 'tree',
    who: 'administrator',
    play: async (page, _, address) => {
      await page.goto(address);
      await page.getByRole('button', { name: 'Cấp ủy trực thuộc Tỉnh ủy Bến Tre: 2' }).click();
      await page.getByRole('button', { name: 'Cấp ủy trực thuộc Huyện ủy Thạnh Phú: 4' }).click();
      await page.getByRole('link', { name: 'Đảng ủy xã Tân Phong' }).waitFor();
    },
  },
  {
    name: 'found-en',
    who: 'administrator',
    play: async (page, _, address) => {
      await page.goto(address);
      await chooseLanguage(page, 'English');
      await page.getByLabel('Find a committee').fill('chi bo ap');
      await page.getByText('12 committees shown.').waitFor();
    },
  },
  {
    name: 'tree-on-a-day',
    who: 'administrator',
    play: async (page, _, address) => {
      await page.goto(address);
      await page.getByLabel('Xem theo ngày').fill('1975-04-30');
      await page
        .getByText('Ngày này chưa có cấp ủy nào.')
        .or(page.getByRole('link', { name: 'Chi bộ ấp 1' }))
        .first()
        .waitFor();
    },
  },
  {
    name: 'ranks',
    who: 'administrator',
    play: async (page, _, address) => {
      await page.goto(`${address}#/ranks`);
      await page.getByRole('button', { name: 'Sửa cấp: Đảng bộ huyện' }).click();
    },
  },
  {
    name: 'add-rank',
    who: 'administrator',
    play: async (page, _, address) => {
      await page.goto(`${address}#/ranks`);
      await page.getByRole('button', { name: 'Thêm cấp' }).click();
    },
  },
  {
    name: 'committee',
    who: 'administrator',
    play: async (page, { commune }, address) => {
      await page.goto(`${address}#/${commune}`);
      await page.getByRole('rowheader', { name: 'Nguyễn Thị Hoa' }).waitFor();
    },
  },
  {
    name: 'seat',
    who: 'office',
    play: async (page, { commune }, address) => {
      await page.goto(`${address}#/${commune}`);
      await page.getByRole('button', { name: 'Thay đổi của đồng chí Trần Văn Bảo' }).click();
      await page.getByLabel('Giữ chức vụ khác').check();
    },
  },
  {
    name: 'add-seat',
    who: 'office',
    play: async (page, { commune }, address) => {
      await page.goto(`${address}#/${commune}`);
      await page.getByRole('button', { name: 'Thêm cấp ủy viên' }).click();
    },
  },
  {
    name: 'people',
    who: 'administrator',
    play: async (page, _, address) => {
      await page.goto(`${address}#/people`);
      await page.getByLabel('Họ và tên').fill('thi');
      await page.getByText('Đang hiện 3 người.').waitFor();
    },
  },
  {
    name: 'change',
    who: 'administrator',
    play: async (page, { commune }, address) => {
      await page.goto(`${address}#/${commune}/change`);
      await page.getByLabel('Không còn từ ngày').fill('2026-07-01');
      await ask(page.getByRole('button', { name: 'Giải thể' }));
    },
  },
  {
    name: 'merge',
    who: 'administrator',
    play: async (page, _, address) => {
      await page.goto(`${address}#/merge`);
      await page.getByLabel('Cấp ủy mới').check();
    },
  },
  {
    name: 'preview',
    who: 'administrator',
    play: async (page, _, address) => {
      await page.goto(`${address}#/import`);
      const buffer = Buffer.from(reorganisedCsv());
      await page.getByLabel('Tệp .xlsx hoặc .csv').setInputFiles({ name: 'cap-uy.csv', mimeType: 'text/csv', buffer });
      await page.getByLabel('Có hiệu lực từ ngày').fill('2025-07-01');
      await page.getByRole('button', { name: 'Xem trước' }).click();
      await page.getByText('Chuyển 4 cấp ủy').waitFor();
    },
  },
  {
    name: 'preview-ahead',
    who: 'administrator',
    play: async (page, _, address) => {
      await page.goto(`${address}#/import`);
      const buffer = Buffer.from(reorganisedCsv().replaceAll('30/06/2025', '30/06/2027'));
      await page.getByLabel('Tệp .xlsx hoặc .csv').setInputFiles({ name: 'cap-uy.csv', mimeType: 'text/csv', buffer });
      await page.getByLabel('Có hiệu lực từ ngày').fill('2027-07-01');
      await page.getByRole('button', { name: 'Xem trước' }).click();
      await page.getByText('Hãy giữ tệp').waitFor();
    },
  },
  {
    name: 'import',
    who: 'administrator',
    play: async (page, _, address) => {
      await page.goto(`${address}#/import`);
      await page.getByRole('link', { name: 'Tải mẫu Excel' }).waitFor();
    },
  },
  {
    name: 'roster-preview',
    who: 'administrator',
    play: async (page, { commune }, address) => {
      await page.goto(`${address}#/${commune}/import`);
      await page.getByLabel('Hoặc dán từ bảng tính').fill(pastedRoster);
      await page.getByRole('button', { name: 'Xem trước' }).click();
      await page.getByText(/^Thêm 2, sửa/).waitFor();
    },
  },
  {
    name: 'roster-problems',
    who: 'administrator',
    play: async (page, { commune }, address) => {
      await page.goto(`${address}#/${commune}/import`);
      await page.getByLabel('Hoặc dán từ bảng tính').fill(pastedRoster.replaceAll('15/08/2025', '31/06/2025'));
      await page.getByRole('button', { name: 'Xem trước' }).click();
      await page.getByText('không phải là ngày có thật').first().waitFor();
    },
  },
  {
    name: 'problems',
    who: 'administrator',
    play: async (page, _, address) => {
      await page.goto(`${address}#/import`);
      const buffer = Buffer.from(reorganisedCsv().replaceAll('30/06/2025', '31/06/2025').replace('T-01', ''));
      await page.getByLabel('Tệp .xlsx hoặc .csv').setInputFiles({ name: 'cap-uy.csv', mimeType: 'text/csv', buffer });
      await page.getByRole('button', { name: 'Xem trước' }).click();
      await page.getByText('không phải là ngày có thật').waitFor();
    },
  },
  {
    name: 'imports',
    who: 'administrator',
    play: async (page, hall, address) => {
      const { store } = hall.service.deps;
      const committees = [aCommittee(90, { superiorId: hall.district, name: 'Đảng ủy xã Mỹ Hưng' })];
      await imported(store, { committees });
      await imported(store, { committees: committees.map((one) => ({ ...one, code: 'X-90' })) });
      await page.goto(`${address}#/imports`);
      await page.getByText('Không rút lại được vì:').click();
      await page.getByRole('button', { name: /^Rút lại lần nhập này/ }).click();
      await page.getByText('sẽ trở lại như trước: 1 cấp ủy').waitFor();
    },
  },
];

/** A list as an office keeps it, as it comes out of a spreadsheet's clipboard. */
const pastedRoster = [
  ['DANH SÁCH CẤP ỦY VIÊN ĐẢNG BỘ XÃ ĐẠI ĐIỀN'],
  ['Nhiệm kỳ 2025 - 2030'],
  [''],
  ['TT', 'Họ và tên', 'Chức vụ, đơn vị công tác', 'Mã cá nhân', 'Từ ngày', 'Ghi chú'],
  ['I', 'BAN THƯỜNG VỤ'],
  ['1', 'Đ/c Nguyễn Thị Hoa', 'Bí thư Đảng ủy, Chủ tịch Hội đồng nhân dân xã', 'CB-01', '01/08/2020', ''],
  ['2', 'Trần Văn Bảo', 'Phó Bí thư', 'CB-02', '01/08/2020', ''],
  ['II', 'ỦY VIÊN BAN CHẤP HÀNH'],
  ['3', 'ĐẶNG THỊ MỸ LỆ', 'Ủy viên Ban Chấp hành', '', '15/08/2025', 'mới được bầu bổ sung'],
  ['4', 'Nguyễn Thị Hoa', 'Ủy viên Ban Chấp hành, Trưởng Trạm Y tế xã', 'CB-77', '15/08/2025', ''],
  ['Danh sách này có 4 đồng chí'],
  ['', '', '', '', 'T/M BAN THƯỜNG VỤ'],
  ['', '', '', '', 'BÍ THƯ'],
]
  .map((cells) => cells.join('\t'))
  .join('\n');

/** Plays the scenes one after the other, each signed in afresh. */
export async function playProvinceScenes(
  browser: Browser,
  look: (name: string, page: Page) => Promise<void>,
  wanted: readonly ProvinceScene[],
): Promise<void> {
  const hall = await aProvinceHall();
  const origin = await hall.service.app.listen({ port: 0, host: '127.0.0.1' });
  for (const { name, who, play } of wanted) {
    const { page } = await signedInPage(browser, origin, hall[who], { viewport: { width: 1280, height: 800 } });
    await play(page, hall, `${origin}/province`);
    await look(name, page);
    await page.context().close();
  }
  await hall.service.app.close();
}
