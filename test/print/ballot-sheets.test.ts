import { readdirSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { ballotSheets } from '../../src/print/ballot-sheets.ts';
import { sheetDensities } from '../../src/print/sheet-density.ts';
import { sheetTexts } from '../../src/print/sheet-texts.ts';
import { loadFonts } from '../../src/server/kit/fonts.ts';
import { pdfPageCount, pdfText, readQrCodes } from '../support/pdf.ts';
import { photographed } from '../support/pictures.ts';
import { sampleForm, sampleSheets } from './sample.ts';

const fonts = await loadFonts();
const formIds = readdirSync(new URL('../../ballots/', import.meta.url));

/** Words of an extracted text, so that line ends of a wrapped name do not matter. */
const words = (text: string): string => text.replace(/\s+/g, ' ');

describe('the QR of a ballot sheet', () => {
  test('is read from a 150-dpi render and holds the paper’s own link, on the first page only', async () => {
    const data = sampleSheets(16, 3);
    const pages = await readQrCodes(await ballotSheets(data, fonts));
    expect(pages).toEqual(data.papers.flatMap(({ link }) => [[link], []]));
  });

  test.each([3, 15])(
    'on a sheet of %i subjects is still read when the render is scaled to 60 %% and rotated by 3°',
    async (subjects) => {
      const data = sampleSheets(subjects, subjects === 3 ? 4 : 2);
      expect(await readQrCodes(await ballotSheets(data, fonts), photographed(0.6, 3))).toEqual(
        data.papers.map(({ link }) => [link]),
      );
    },
  );
});

describe('a ballot sheet', () => {
  test.each([1, 7, 15, 30, 48, 60])('lists all of %i subjects once, in order, numbered', async (count) => {
    const data = sampleSheets(count, 1);
    const text = await pdfText(await ballotSheets(data, fonts));
    const numbers = [...text.matchAll(/^\s{0,8}(\d{1,2})\s+\S/gm)].map(([, number]) => Number(number));
    expect(numbers).toEqual(data.subjects.map((_, index) => index + 1));
  });

  test('names every subject whole, however the name wraps', async () => {
    const data = sampleSheets(60, 1);
    const name = 'Nguyễn Phước Hoàng Vĩnh Thùy Dương Bảo Quỳnh';
    const position = 'Ủy viên Ban Thường vụ, Chủ nhiệm Ủy ban Kiểm tra, Trưởng ban Nội chính kiêm Bí thư Đảng ủy cơ sở';
    const subjects = data.subjects.map((subject, index) => (index % 9 === 0 ? { name, position } : subject));
    const text = await pdfText(await ballotSheets({ ...data, subjects }, fonts));
    for (const subject of subjects) {
      for (const word of `${subject.name} ${subject.position}`.split(' ')) expect(text).toContain(word);
    }
  });

  test('has one column for each level of the form, be they four', async () => {
    const data = { ...sampleSheets(2, 1), ...sheetTexts(sampleForm('366-qd-tw-2025'), 'vi', 'Đảng ủy xã') };
    expect(data.levels).toHaveLength(4);
    const text = await pdfText(await ballotSheets(data, fonts));
    for (const { label } of data.levels) {
      for (const word of label.split(' ')) expect(text).toContain(word);
    }
  });

  test.each(formIds)('of 15 subjects fits one page under %s', async (id) => {
    const form = sampleForm(id);
    const plain = sampleSheets(15, 1);
    const data = { ...plain, head: { ...plain.head, layout: form.documentLayout } };
    const pdf = await ballotSheets({ ...data, ...sheetTexts(form, 'vi', data.committeeName) }, fonts);
    expect(await pdfPageCount(pdf)).toBe(1);
    const text = words(await pdfText(pdf, 1, { x: 0, y: 0, width: 596, height: 842 - 60 }));
    for (const { name } of data.subjects) expect(text).toContain(name.split(' ')[0]);
    expect(text).toContain('Trang 1/1');
  });

  test('is set in type that old eyes read, however close', () => {
    for (const { names, body } of sheetDensities)
      expect(Math.min(body, ...names.map((size) => size - 1))).toBeGreaterThanOrEqual(10.5);
  });

  test('of more pages is printed on both sides: it says so, and the next paper begins on a front', async () => {
    for (const count of [16, 40, 60]) {
      const pdf = await ballotSheets(sampleSheets(count, 2), fonts);
      const pages = (await pdfPageCount(pdf)) / 2;
      expect(pages % 2).toBe(0);
      expect(await pdfText(pdf, 1)).toContain('Phiếu in hai mặt, xem tiếp mặt sau');
      expect(await pdfText(pdf, pages + 1)).toContain('Phiếu số 0002');
      expect((await pdfText(pdf)).match(/có thể ký hoặc không ký tên/g)).toHaveLength(2);
    }
  });

  test('carries its serial on every page', async () => {
    const data = sampleSheets(48, 2);
    const pdf = await ballotSheets(data, fonts);
    const count = (await pdfPageCount(pdf)) / 2;
    for (let page = 1; page <= 2 * count; page += 1) {
      const serial = page <= count ? '0001' : '0002';
      expect(await pdfText(pdf, page)).toContain(`Phiếu số ${serial}`);
      expect(await pdfText(pdf, page)).toContain(`Trang ${((page - 1) % count) + 1}/${count}`);
    }
  });

  test('says what an unmarked or doubly marked line means, and that a sheet replaces the phone ballot', async () => {
    const text = words(await pdfText(await ballotSheets(sampleSheets(3, 1), fonts)));
    expect(text).toContain('Không đánh dấu ô nào, hoặc đánh dấu từ hai ô trở lên cho một đồng chí');
    expect(text).toContain('Phiếu giấy bỏ vào hòm thay cho phiếu đã gửi bằng điện thoại');
    expect(text).toContain('có thể ký hoặc không ký tên');
  });
});

describe('printing a print run', () => {
  test('tells after each paper how many are done', async () => {
    const seen: number[] = [];
    await ballotSheets(sampleSheets(3, 4), fonts, (done) => void seen.push(done));
    expect(seen).toEqual([1, 2, 3, 4]);
  });

  test('can be stopped on the way', async () => {
    const stop = new Error('stopped by the office');
    const printed = ballotSheets(sampleSheets(3, 4), fonts, (done) => {
      if (done === 2) throw stop;
    });
    await expect(printed).rejects.toBe(stop);
  });
});

describe('the stub', () => {
  const stub = { x: 0, y: 842 - 75, width: 596, height: 75 };

  test('has the serial and not a piece of the credential or the link', async () => {
    const data = sampleSheets(15, 1);
    const text = await pdfText(await ballotSheets(data, fonts), 1, stub);
    expect(text).toContain('0001');
    for (const { credential } of data.papers) {
      for (const group of credential.split('-')) expect(text).not.toContain(group);
    }
    expect(text).not.toContain('http');
  });

  test('has no QR that a phone could open', async () => {
    const pdf = await ballotSheets(sampleSheets(7, 1), fonts);
    const stub = (height: number) => Math.round(height * 0.09);
    const page = await readQrCodes(pdf, (picture, { width, height }) =>
      picture.extract({ left: 0, top: height - stub(height), width, height: stub(height) }),
    );
    expect(page).toEqual([[]]);
  });
});

describe('the bytes of a print run', () => {
  test('are the same for the same input', async () => {
    const data = sampleSheets(7, 2);
    expect(Buffer.compare(await ballotSheets(data, fonts), await ballotSheets(data, fonts))).toBe(0);
  });

  test('are the same for decomposed Vietnamese', async () => {
    const data = sampleSheets(15, 1);
    const decomposed = JSON.parse(JSON.stringify(data).normalize('NFD')) as typeof data;
    expect(decomposed.title).not.toBe(data.title);
    const composed = await ballotSheets(data, fonts);
    const other = await ballotSheets({ ...decomposed, createdAt: data.createdAt }, fonts);
    expect(Buffer.compare(composed, other)).toBe(0);
  });
});
