import { describe, expect, test } from 'vitest';
import { minutes } from '../../src/print/minutes.ts';
import { loadFonts } from '../../src/server/kit/fonts.ts';
import { pdfPageCount, pdfText } from '../support/pdf.ts';
import { sampleMinutes } from './sample-minutes.ts';

const fonts = await loadFonts();
const words = (text: string): string => text.replace(/\s+/g, ' ');

/** The lines of the result table that show counts over the base, one for each subject. */
const countLines = (text: string, base: number, levels: number): string[][] =>
  text
    .split('\n')
    .map((line) => [...line.matchAll(new RegExp(`\\b(\\d+)/${base}\\b`, 'g'))].map(([, count]) => count ?? ''))
    .filter((counts) => counts.length === levels);

const countWords = (text: string, word: string): number => text.split(word).length - 1;

describe('the minutes of a count', () => {
  test('hold every figure of the vote', async () => {
    const data = sampleMinutes(7);
    const text = words(await pdfText(await minutes(data, fonts)));
    const { attendance, ballots, ledger, record } = data;
    expect(text).toContain(`${attendance.summoned} ${attendance.present} ${attendance.absent}`);
    expect(text).toContain(`${ballots.issued} ${ballots.collected} ${ballots.valid} ${ballots.invalid}`);
    const { printed, handedOut, unused, onPhones, notReturned } = ledger;
    expect(text).toContain([printed, handedOut, unused, ledger.void, onPhones, notReturned].join(' '));
    for (const value of [record.uuid, record.fingerprint, record.head, record.supplementHash]) {
      expect(text).toContain(value);
    }
    expect(text).toContain(`Sự kiện cuối, số thứ tự: ${record.height}`);
    expect(text).toContain('lúc 08 giờ 05, ngày 05 tháng 12 năm 2026');
    for (const value of [data.venue, data.sessionTitle, data.convenedBy, data.citation]) expect(text).toContain(value);
  });

  test.each([
    ['qd-96-2023', 3],
    ['366-qd-tw-2025', 4],
  ])('under %s show each subject’s counts over the base in the order of the levels', async (form, levels) => {
    const data = sampleMinutes(48, form);
    const text = await pdfText(await minutes(data, fonts));
    const expected = data.subjects.map((subject) => subject.levels.map(({ count }) => String(count)));
    expect(expected[0]).toHaveLength(levels);
    expect(countLines(text, data.base.value, levels)).toEqual(expected);
    for (const { percent } of data.subjects.flatMap((subject) => subject.levels)) {
      expect(text).toContain(`${percent.replace('.', ',')}%`);
    }
  });

  test('are had even where a name has letters that no face prints: those are written out', async () => {
    const data = sampleMinutes(3);
    const subjects = data.subjects.map((one, index) => (index === 0 ? { ...one, name: 'Thạch សុខ' } : one));
    const text = words(await pdfText(await minutes({ ...data, subjects }, fonts)));
    for (const part of ['Thạch', '[U+179F', 'U+17BB]', '[U+1781]']) expect(text).toContain(part);
  });

  test('name who reached a tier, its article and its consequence, and nobody else', async () => {
    const data = sampleMinutes(7);
    const text = words(await pdfText(await minutes(data, fonts)));
    const reached = data.subjects.filter(({ tier }) => tier !== null);
    expect(reached).toHaveLength(1);
    expect(text).toContain(`${reached[0]?.name}, ${reached[0]?.position}: tín nhiệm thấp 25/47 phiếu (53,19%), mức 1`);
    expect(text).toContain('Điều 11 Quy định số 96-QĐ/TW: Đưa ra khỏi quy hoạch chức vụ cao hơn');
    expect(text.match(/mức 1,/g)).toHaveLength(1);
  });

  test('say that nobody reached a tier where nobody did', async () => {
    const data = { ...sampleMinutes(7), subjects: sampleMinutes(7).subjects.slice(2) };
    expect(words(await pdfText(await minutes(data, fonts)))).toContain('Không thuộc trường hợp phải xem xét.');
  });

  test('list why ballots were invalid, joint decisions, missing tellers and all who sign', async () => {
    const data = sampleMinutes(7);
    const text = words(await pdfText(await minutes(data, fonts)));
    for (const { reason, count } of data.invalidReasons) expect(text).toContain(`${reason}: ${count} phiếu`);
    for (const remark of data.remarks) expect(text).toContain(remark);
    expect(text).toContain(`vắng mặt khi mở kết quả: ${data.missingTellers.join('; ')}`);
    for (const { name } of [...data.tellers, data.chair]) expect(text.split(name).length).toBeGreaterThan(2);
  });

  test('stand in the Party’s layout or in the State’s, as the form says', async () => {
    const party = await pdfText(await minutes(sampleMinutes(3), fonts), 1);
    expect(party).toContain('ĐẢNG CỘNG SẢN VIỆT NAM');
    expect(party).not.toContain('Độc lập');
    const state = await pdfText(await minutes(sampleMinutes(3, 'nq-96-2023-qh15'), fonts), 1);
    expect(state).toContain('CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM');
    expect(state).toContain('Độc lập - Tự do - Hạnh phúc');
    expect(state).not.toContain('ĐẢNG CỘNG SẢN');
  });

  test.each([1, 15, 60])('number their pages with %i subjects and repeat the table’s head', async (subjects) => {
    const pdf = await minutes(sampleMinutes(subjects), fonts);
    const count = await pdfPageCount(pdf);
    for (let page = 2; page <= count; page += 1) {
      const text = await pdfText(pdf, page);
      expect(text).toContain(`${page}/${count}`);
      if (countLines(text, 47, 3).length > 0) expect(text).toContain('Họ và tên, chức vụ');
    }
  });

  test.each([2, 3, 8])(
    'of %i tellers never end with a page of signatures alone, however long they are',
    async (count) => {
      const teller = { name: 'Phan Thị Kiều Oanh', role: 'Thành viên' };
      const sample = { ...sampleMinutes(2), tellers: Array.from({ length: count }, () => teller) };
      // A page has some 40 lines: each remark moves the end by one of them.
      for (let remarks = 0; remarks < 40; remarks += count === 3 ? 2 : 7) {
        const data = { ...sample, remarks: Array.from({ length: remarks }, () => 'Ghi nhận.') };
        const pdf = await minutes(data, fonts);
        const last = await pdfText(pdf, await pdfPageCount(pdf));
        for (const text of [data.record.supplementHash, `số thứ tự: ${data.record.height}`, 'Biên bản', 'Nơi nhận']) {
          expect(last).toContain(text);
        }
        expect(countWords(last, teller.name)).toBe(count);
      }
    },
  );

  test('are the same bytes for composed and decomposed Vietnamese', async () => {
    const data = sampleMinutes(7);
    const decomposed = JSON.parse(JSON.stringify(data).normalize('NFD')) as typeof data;
    expect(decomposed.title).not.toBe(data.title);
    const other = await minutes({ ...decomposed, createdAt: data.createdAt }, fonts);
    expect(Buffer.compare(await minutes(data, fonts), other)).toBe(0);
  });

  test('keep a remark that is longer than a page', async () => {
    const remark = Array.from({ length: 1500 }, (_, index) => `w${index}`).join(' ');
    const text = words(await pdfText(await minutes({ ...sampleMinutes(1), remarks: [remark] }, fonts)));
    for (const word of ['w0', 'w400', 'w750', 'w1100', 'w1499']) expect(text).toContain(word);
  });
});
