import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser } from 'playwright-core';
import sharp from 'sharp';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { ballotSheets } from '../../src/print/ballot-sheets.ts';
import { loadFonts } from '../../src/server/kit/fonts.ts';
import { sampleSheets } from '../print/sample.ts';
import { breakWorkers, expectInTime, hideDeaths, workerFaults } from '../support/browser/broken-workers.ts';
import { launchBrowser, watchedPage } from '../support/browser/browser.ts';
import { builtPages } from '../support/browser/built-pages.ts';
import { findFaults } from '../support/browser/sound-page.ts';
import { expectGone } from '../support/browser/waiting.ts';
import { renderPages } from '../support/pdf.ts';
import { aService, type TestService } from '../support/service/service.ts';

let folder = '';
let browser: Browser;
let service: TestService;
let origin: string;
let link = '';

/** What a camera sees of a sheet held before it: a little askew, not quite sharp. */
async function filmOfSheet(): Promise<string> {
  const data = sampleSheets(9, 1);
  link = data.papers[0]?.link ?? '';
  const [page = new Uint8Array()] = await renderPages(await ballotSheets(data, await loadFonts()));
  const gray = { background: 'gray' };
  const askew = await sharp(page).rotate(4, gray).blur(0.7).toBuffer({ resolveWithObject: true });
  const { width, height } = askew.info;
  const left = Math.floor((width - 1280) / 2);
  expect(width >= 1280 && height >= 760).toBe(true);
  const picture = sharp(askew.data).extract({ left, top: 40, width: 1280, height: 720 });
  const shot = await picture.toColourspace('srgb').jpeg({ quality: 80 }).toBuffer();
  const film = join(folder, 'sheet.mjpeg');
  writeFileSync(film, Buffer.concat([shot, shot, shot]));
  return film;
}

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'camera-'));
  const film = await filmOfSheet();
  const camera = ['--use-fake-device-for-media-stream', `--use-file-for-fake-video-capture=${film}`];
  await builtPages();
  [browser, service] = await Promise.all([launchBrowser(camera), aService()]);
  origin = await service.app.listen({ port: 0, host: '127.0.0.1' });
});
afterAll(async () => {
  await browser.close();
  await service.app.close();
  rmSync(folder, { recursive: true });
});

test('the camera reads the code of a printed sheet, and is let go', async () => {
  const { page, requests, complaints } = await watchedPage(browser, { permissions: ['camera'] });
  await page.goto(`${origin}/v?shared`);
  const asked = page.waitForRequest((request) => request.url().includes('/api/sessions/'));
  await page.getByRole('button', { name: 'Quét bằng camera' }).click();
  const { url, headers } = await asked.then((request) => ({ url: request.url(), headers: request.headers() }));
  const [sessionId = '', readKey] = link.split('#')[1]?.split('.') ?? [];
  expect(url).toContain(`/api/sessions/${sessionId}/ballot`);
  expect(headers['x-read-key']).toBe(readKey);
  await expectGone(page.locator('video'));
  expect(requests.filter((one) => !one.startsWith(`${origin}/`))).toEqual([]);
  // Nobody knows this session here; that the service says so is no complaint about the page.
  expect(complaints.filter((text) => !text.includes('404'))).toEqual([]);
});

test.each(workerFaults)(
  'where the worker that looks for codes %s, the page says so and lets the camera go',
  async (fault) => {
    const { page } = await watchedPage(browser, { permissions: ['camera'] });
    await breakWorkers(page, 'decode.worker', fault);
    await page.goto(`${origin}/v?shared`);
    await page.getByRole('button', { name: 'Quét bằng camera' }).click();
    await page.getByText('Máy này không đọc được mã từ hình của camera').waitFor();
    const isShown = () => (document.querySelector('video') as HTMLVideoElement).srcObject !== null;
    await expect.poll(() => page.evaluate(isShown)).toBe(false);
    await page.getByRole('textbox').fill('không phải mã');
    await page.keyboard.press('Enter');
    await page.getByText('không phải').first().waitFor();
  },
);

test('where the camera is not allowed the page says so, and the field still takes what is typed', async () => {
  const { page } = await watchedPage(browser);
  await page.goto(`${origin}/v?shared`);
  await page.getByRole('button', { name: 'Quét bằng camera' }).click();
  await page.getByText('Trình duyệt chưa được phép dùng camera').waitFor();
  expect(await findFaults(page)).toEqual([]);
  await page.getByRole('textbox').fill('không phải mã');
  await page.keyboard.press('Enter');
  await page.getByText('không phải').first().waitFor();
});

test('where the browser does not tell that the worker that looks for codes died, the page says so after a while', async () => {
  const { page } = await watchedPage(browser, { permissions: ['camera'] });
  await hideDeaths(page);
  await breakWorkers(page, 'decode.worker', 'dies');
  await page.goto(`${origin}/v?shared`);
  await page.getByRole('button', { name: 'Quét bằng camera' }).click();
  await page.getByText('Đưa mã vào giữa khung hình').waitFor();
  await expectInTime(page, 'Máy này không đọc được mã từ hình của camera');
});
