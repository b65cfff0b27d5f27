import { afterAll, beforeAll, expect, test } from 'vitest';
import { call } from '../../src/client/api.ts';
import { drawTestSheet, type PrintData, type PrintOrder, printPapers } from '../../src/client/office.ts';
import { registerPrintRun } from '../../src/client/register-print-run.ts';
import { parsePaperCode, parseTestLink } from '../../src/client/voting-link.ts';
import { printData, readSheetPreview } from '../../src/contract/papers/papers.ts';
import type { SessionId } from '../../src/domain/session/session.ts';
import { sheetSerial } from '../../src/domain/session/sheet-serial.ts';
import { isCredential, publicCredential } from '../../src/protocol/ballot/credential.ts';
import { loadFonts } from '../../src/server/kit/fonts.ts';
import { repeatableRandom } from '../support/build/recorded-random.ts';
import { pdfPageCount, pdfText, readQrCodes } from '../support/pdf.ts';
import { aDevice, connectionTo } from '../support/service/connections.ts';
import { aDraft, aHall, anIssued, type Hall } from '../support/service/hall.ts';

const fonts = await loadFonts();
const device = aDevice(repeatableRandom(32));
const createdAt = new Date('2026-12-01T01:00:00Z');
let hall: Hall;
let id: SessionId;
let data: PrintData;

beforeAll(async () => {
  hall = await aHall();
  id = await anIssued(hall);
  const read = await call(connectionTo(hall.service, hall.office), printData, { params: { sessionId: id } });
  if (!read.ok) throw new Error(read.refusal);
  data = read.value;
});
afterAll(() => hall.service.app.close());

const print = (order: Omit<PrintOrder, 'createdAt'>, tell?: (made: number, drawn: number) => void) =>
  printPapers(device, data, 2, { ...order, createdAt }, fonts, tell);

test('an office prints sheets of the session as it was drawn up, and registers their public halves', async () => {
  const told: [number, number][] = [];
  const { pdf, ...printed } = await print({ kind: 'sheets', language: 'vi' }, (...counts) => told.push(counts));
  expect(told.slice(0, 3)).toEqual([
    [1, 0],
    [2, 0],
    [2, 1],
  ]);
  expect(told.at(-1)).toEqual([2, 2]);
  const text = await pdfText(pdf);
  for (const { name } of data.subjects) expect(text).toContain(name);
  for (const half of printed.publicCredentials) {
    expect(text).toContain(sheetSerial(half));
    expect(text).not.toContain(half);
  }
  const registered = await registerPrintRun(connectionTo(hall.service, hall.office), device, id, printed);
  expect(registered).toMatchObject({ ok: true, value: { id: printed.id, size: 2 } });
  const { papers } = await hall.state(id);
  expect([...papers.keys()].sort()).toEqual([...printed.publicCredentials].sort());
});

test('sheets are dated from the place of issue; where none is given they leave room for it, and never name the hall', async () => {
  const headOf = async (given: PrintData) => {
    const { pdf } = await printPapers(device, given, 1, { kind: 'sheets', language: 'vi', createdAt }, fonts);
    return /^.*ngày 01 tháng 12 năm 2026.*$/m.exec(await pdfText(pdf, 1))?.[0] ?? '';
  };
  const { place, placeOfIssue } = (await hall.state(id)).session.settings;
  expect({ place, placeOfIssue: placeOfIssue ?? null }).toEqual({ place: 'Hội trường', placeOfIssue: null });
  expect(await headOf(data)).toMatch(/…………, ngày/);
  expect(await headOf({ ...data, placeOfIssue: 'Thạnh Phú' })).toMatch(/Thạnh Phú, ngày/);
});

test('a test print, of a draft too, is marked, opens the phone test alone and is no paper anywhere', async () => {
  const draft = await aDraft(hall);
  for (const sessionId of [draft, id]) {
    const read = await call(connectionTo(hall.service, hall.office), readSheetPreview, { params: { sessionId } });
    if (!read.ok) throw new Error(read.refusal);
    for (const [language, mark] of [
      ['vi', /IN THỬ – KHÔNG PHẢI PHIẾU/],
      ['en', /TEST PRINT – NO BALLOT/],
    ] as const) {
      const pdf = await drawTestSheet(read.value, { language, createdAt }, fonts);
      expect((await pdfText(pdf)).replace(/\s+/g, ' ')).toContain(read.value.subjects[0]?.name);
      expect(await pdfText(pdf)).toMatch(mark);
      const [[code = ''] = []] = await readQrCodes(pdf);
      expect(parseTestLink(new URL(code).hash)).toEqual({ sessionId, readKey: read.value.readKey });
      expect([parsePaperCode(code), isCredential('00000-000000-00000-000000')]).toEqual([undefined, false]);
    }
    const forDesk = await drawTestSheet({ ...read.value, phonesVote: false }, { language: 'vi', createdAt }, fonts);
    const [[code = ''] = []] = await readQrCodes(forDesk);
    expect([code.startsWith('phieu:'), parsePaperCode(code)]).toEqual([true, undefined]);
  }
  const refused = await call(connectionTo(hall.service, hall.person(1)), readSheetPreview, {
    params: { sessionId: id },
  });
  expect(refused).toMatchObject({ ok: false, refusal: 'not-found' });
  // Nothing of it is registered: papers are those that were printed.
  expect((await hall.state(draft)).papers.size).toBe(0);
});

test('where phones do not vote, a sheet has a code for the desk and says nothing of phones', async () => {
  const order = { kind: 'sheets', createdAt } as const;
  for (const [language, phone] of [
    ['vi', 'điện thoại'],
    ['en', 'phone'],
  ] as const) {
    const own = { ...data, phonesVote: false };
    const { pdf, publicCredentials } = await printPapers(device, own, 1, { ...order, language }, fonts);
    expect(await pdfText(pdf)).not.toContain(phone);
    const [[code = ''] = []] = await readQrCodes(pdf);
    const read = parsePaperCode(code);
    expect(read?.sessionId).toBe(id);
    expect(publicCredential(device.group, id, read?.credential ?? '')).toBe(publicCredentials[0]);
    expect(code).not.toContain('http');
    expect(code).not.toContain(data.readKey);
  }
});

test('slips for phones carry the serial of each paper and name nobody who is voted on', async () => {
  const { pdf, publicCredentials } = await print({ kind: 'slips', language: 'en' });
  expect(await pdfPageCount(pdf)).toBe(1);
  const text = await pdfText(pdf);
  for (const half of publicCredentials) expect(text).toContain(sheetSerial(half));
  for (const { name } of data.subjects) expect(text).not.toContain(name);
});
