import { expect, test } from 'vitest';
import { ballotSlips } from '../../src/print/ballot-slips.ts';
import { type InvitationSlip, invitationSlips } from '../../src/print/invitation-slips.ts';
import { loadFonts } from '../../src/server/kit/fonts.ts';
import { pdfPageCount, pdfText, readQrCodes } from '../support/pdf.ts';
import { photographed } from '../support/pictures.ts';
import { sampleSheets, sampleSubjects } from './sample.ts';

const fonts = await loadFonts();
const data = sampleSheets(1, 11);
const pdf = await ballotSlips(data, fonts);
const links = data.papers.map(({ link }) => link).sort();

/** A slip's stub strip in points: eight slips to a page, two by four. */
const stubArea = (index: number) => ({
  x: (index % 2) * 297.6,
  y: (Math.floor((index % 8) / 2) + 1) * 210.5 - 34,
  width: 297,
  height: 34,
});

test('every slip’s QR is read from a 150-dpi render of the uncut page, scaled to 60 % and rotated by 3°', async () => {
  expect((await readQrCodes(pdf, photographed(0.6, 3))).flat().sort()).toEqual(links);
});

test('eleven slips fill two pages', async () => {
  expect(await pdfPageCount(pdf)).toBe(2);
});

test('a slip’s stub has its serial and not a piece of its credential', async () => {
  for (const [index, { serial, credential }] of data.papers.entries()) {
    const stub = await pdfText(pdf, 1 + Math.floor(index / 8), stubArea(index));
    expect(stub).toContain(serial);
    for (const group of credential.split('-')) expect(stub).not.toContain(group);
  }
});

test('a slip shows its credential in whole groups for a torn QR', async () => {
  const text = await pdfText(pdf);
  for (const { credential } of data.papers) {
    for (const group of credential.split('-')) expect(text).toContain(group);
  }
});

/** Six people's slips, the last with the longest name and office that a roster takes; five go on a page. */
const invited: InvitationSlip[] = sampleSubjects(6).map(({ name, position }, index) => ({
  ...{ kind: 'invitation', name, position, until: '9:30 ngày 6 tháng 12 năm 2026' },
  duty: index === 1 || index === 5 ? 'Văn phòng' : null,
  link: `https://phieu.example.vn/accounts#/welcome/${'abcdefghijklmnopqrstuvwxyz_-012'.slice(0, 31)}${index}`,
  ...(index === 5 ? { name: 'Nguyễn Thị '.repeat(18).trim(), position: 'Ủy viên Ban Thường vụ, '.repeat(13) } : {}),
}));

test('an invitation’s slip has its QR, name, committee and end, and never reaches into the next one', async () => {
  const committeeName = 'Ban Chấp hành Đảng bộ xã Thạnh Phú';
  const slips = [...invited, ...invited.slice(0, 1)];
  const made = await invitationSlips({ language: 'vi', createdAt: new Date(0), committeeName, slips }, fonts);
  expect((await readQrCodes(made)).map((codes) => [...codes].sort())).toEqual([
    invited.slice(0, 5).map(({ link }) => link),
    [invited[0]?.link, invited[5]?.link],
  ]);
  for (const [index, { name, until, link, duty }] of slips.entries()) {
    const area = { x: 0, y: (index % 5) * 168.4, width: 595, height: 168 };
    const text = (await pdfText(made, 1 + Math.floor(index / 5), area)).replace(/\s+/g, ' ');
    for (const word of [name.slice(0, 12), committeeName, until, link])
      expect(text.replace(/ /g, '')).toContain(word.replace(/ /g, ''));
    expect(text.split('Đồng chí:').length).toBe(2);
    expect(text.split('Nhiệm vụ được giao: Văn phòng').length).toBe(duty === null ? 1 : 2);
    expect(text).toContain('hủy giấy này');
  }
});
