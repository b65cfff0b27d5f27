import { expect, test } from 'vitest';
import { ballotSlips } from '../../src/print/ballot-slips.ts';
import { loadFonts } from '../../src/server/fonts.ts';
import { pdfPageCount, pdfText, readQrCodes } from '../support/pdf.ts';
import { sampleSheets } from './sample.ts';

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

test('every slip’s QR is read from a 150-dpi render of the uncut page', async () => {
  expect((await readQrCodes(pdf)).flat().sort()).toEqual(links);
});

test('every slip’s QR is still read when the render is scaled to 60 % and rotated by 3°', async () => {
  const distort = ['-resize', '60%', '-background', 'white', '-rotate', '3'];
  expect((await readQrCodes(pdf, { distort })).flat().sort()).toEqual(links);
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
