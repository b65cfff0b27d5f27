import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { ballotGroup } from '../../src/server/arithmetic/ballot-group.ts';
import { launchBrowser, type WatchedPage, watchedPage } from '../support/browser/browser.ts';
import { builtPages } from '../support/browser/built-pages.ts';
import { chooseLanguage } from '../support/browser/masthead.ts';
import { findFaults } from '../support/browser/sound-page.ts';
import { aPublishedRecord, aFile as file, verifierFile, verifyScenes } from '../support/browser/verify-scenes.ts';
import { expectCount, expectText, textOf } from '../support/browser/waiting.ts';
import { good } from '../support/build/good.ts';
import { hintsOfRecord } from '../support/build/hints-of-record.ts';
import { vectorBytes } from '../support/build/vectors.ts';

let browser: Browser;
let opened: WatchedPage;
let page: Page;
let record: Uint8Array;
let supplement: Uint8Array;

beforeAll(async () => {
  await builtPages();
  ({ record, supplement } = await aPublishedRecord());
  browser = await launchBrowser();
  opened = await watchedPage(browser, { offline: true });
  page = opened.page;
  await page.goto(verifierFile);
});
afterAll(() => browser.close());

let turn = 0;

/** What the page says about these files, once it has looked at them whole. */
async function verdict(first: ReturnType<typeof file>, ...others: ReturnType<typeof file>[]): Promise<string> {
  turn += 1;
  const name = `${turn} ${first.name}`;
  await page.locator('input[type=file]').setInputFiles([{ ...first, name }, ...others]);
  await page.getByText(new RegExp(`^(Tệp|File): ${name},`)).waitFor();
  return textOf(page.locator('.verify-outcome .note'));
}

/** The honest record with one thing done to it. */
function tampered(change: (bytes: Uint8Array<ArrayBuffer>) => Uint8Array | undefined): Uint8Array {
  const copy = new Uint8Array(record);
  return change(copy) ?? copy;
}

/** Where a text begins in the record's bytes. */
function placeOf(text: string, from = 0): number {
  return Buffer.from(record).indexOf(text, from);
}

describe('phieu-verify.html, opened from a disk without a network', () => {
  test('finds an honest record whole and shows what to compare with the minutes', async () => {
    expect(await verdict(file('x.bel', record), file('x.supplement.json', supplement))).toContain('Hồ sơ đúng: mọi lá');
    await expectText(page.locator('.fingerprints'), /Vân tay hồ sơ[A-Za-z0-9+/]{43}Mã cuối chuỗi/);
    await expectText(page.locator('.fingerprints'), /Mã băm phụ lục hồ sơ[0-9a-f]{64}$/);
    await expectCount(page.locator('.table tbody tr'), 3);
  });

  test('knows record and supplement by what is in them, dropped under any name', async () => {
    await page.reload();
    await page.evaluate(
      ({ texts }) => {
        const dropped = new DataTransfer();
        for (const text of texts) {
          dropped.items.add(new File([Uint8Array.from(atob(text), (letter) => letter.charCodeAt(0))], 'tệp lạ'));
        }
        document.querySelector('.drop-box')?.dispatchEvent(new DragEvent('drop', { dataTransfer: dropped }));
      },
      { texts: [supplement, record].map((bytes) => Buffer.from(bytes).toString('base64')) },
    );
    await page.getByText('Hồ sơ đúng: mọi lá').waitFor();
  });

  test('takes hints beside them, and says the same whatever stands in them', async () => {
    const hints = good(hintsOfRecord(ballotGroup, record));
    for (const some of [hints, hints.subarray(7), new Uint8Array()]) {
      const others = [file('x.supplement.json', supplement), file('x.hints', some)];
      expect(await verdict(file('x.bel', record), ...others)).toContain('Hồ sơ đúng: mọi lá');
    }
    const twice = [file('x.bel', record), file('a.hints', hints), file('b.hints', hints)];
    await page.locator('input[type=file]').setInputFiles(twice);
    await page.getByText('nhiều nhất một tệp phụ lục và một tệp gợi ý').waitFor();
  });

  test('says of a record without its supplement what it does not prove', async () => {
    expect(await verdict(file('x.bel', record))).toContain('Hồ sơ đúng, trừ những gì chỉ phụ lục');
  });

  test('says of a record that ends early how far it goes', async () => {
    const setupEnd = placeOf('"type":"Setup"');
    const cut = record.slice(0, 512 * Math.ceil((setupEnd + 100) / 512));
    expect(await verdict(file('x.bel', cut))).toContain('chưa có kết quả: chưa có lá phiếu nào');
  });

  test.each<[string, string, () => Uint8Array]>([
    ['a flipped byte', 'Sai ở mục 1', () => tampered((bytes) => void bytes.fill(0x31, 9000, 9001))],
    ['a cut tail', 'Sai ở mục 1', () => record.slice(0, -700)],
    ['something behind its end', 'Sai ở mục 1', () => Buffer.concat([record, Buffer.alloc(512)])],
    ['no record at all', 'Sai ở mục 1', () => Buffer.from('Biên bản kiểm phiếu')],
    ['nothing in it', 'Sai ở mục 1', () => new Uint8Array()],
  ])('raises an alarm at a file with %s', async (_what, where, make) => {
    const said = await verdict(file('x.bel', make()), file('x.supplement.json', supplement));
    expect(said).toContain('Hồ sơ KHÔNG đúng');
    expect(said).toContain(where);
  });

  test.each<[string, string]>([
    ['03', 'Sai ở mục 6: từng lá phiếu trong hòm.Chỗ sai: sự kiện số'],
    ['09', 'duplicate-ballot'],
    ['17', 'Sai ở mục 7'],
    ['25', 'Sai ở mục 8'],
    ['30', 'Sai ở mục 9'],
    ['43', 'Sai ở mục 2'],
  ])('raises an alarm at the recorded archive %s', async (name, where) => {
    const said = await verdict(file(`${name}.bel`, await vectorBytes(`invalid-archives/${name}.bel.gz`)));
    expect(said).toContain('Hồ sơ KHÔNG đúng');
    expect(said).toContain(where);
  });

  test('raises an alarm when the supplement belongs to another record', async () => {
    const other = Buffer.from(supplement.toString().replace(/"challenge":"\d/, '"challenge":"1'));
    const said = await verdict(file('x.bel', record), file('x.supplement.json', other));
    expect(said).toContain('Sai ở mục 8');
  });

  test('accepts an archive that another program has made', async () => {
    const said = await verdict(file('election.bel', await vectorBytes('threshold-2of3-gcm/election.bel')));
    expect(said).toContain('Hồ sơ đúng');
  });

  test('speaks both languages', async () => {
    await chooseLanguage(page, 'English');
    expect(await verdict(file('x.bel', record), file('y', supplement))).toContain('The record holds: every ballot');
    expect(await verdict(file('x.bel', record.slice(1)))).toContain('The record does NOT hold');
    await chooseLanguage(page, 'Tiếng Việt');
  });

  test('asks for one record at a time', async () => {
    await page.locator('input[type=file]').setInputFiles([file('y', supplement)]);
    await page.getByText('chưa có hồ sơ').waitFor();
    await page.locator('input[type=file]').setInputFiles([file('a', record), file('b', record)]);
    await page.getByText('Mỗi lần kiểm một hồ sơ').waitFor();
  });

  test('asked for nothing but itself, and computed in WebAssembly', async () => {
    await verdict(file('x.bel', record));
    expect(await textOf(page.locator('details'))).not.toContain('WebAssembly');
    expect(opened.requests.filter((url) => !url.startsWith('file:'))).toEqual([]);
    expect(opened.complaints).toEqual([]);
  });
});

test('in every state of the file: axe finds nothing, nothing is wider than a narrow screen', async () => {
  const found: string[] = [];
  for (const scene of verifyScenes) {
    await page.goto(verifierFile);
    await scene.play(page, { record, supplement });
    found.push(...(await findFaults(page)).map((fault) => `${scene.name}, ${fault}`));
  }
  expect(found).toEqual([]);
});
