import { fileURLToPath, pathToFileURL } from 'node:url';
import type { Page } from 'playwright-core';
import { aPublishedVote } from '../service/counted-vote.ts';

/** Where `phieu-verify.html` lies on this disk once the pages are built. */
export const verifierFile = pathToFileURL(
  fileURLToPath(new URL('../../../dist/web/phieu-verify.html', import.meta.url)),
).href;

/** A published record and its supplement, as their readers have them. */
export interface PublishedRecord {
  readonly record: Uint8Array;
  readonly supplement: Uint8Array;
}

export async function aPublishedRecord(): Promise<PublishedRecord> {
  const made = await aPublishedVote();
  const [record, supplement] = await Promise.all(
    ['record', 'supplement'].map((path) => made.get(path, made.seatHolder)),
  );
  await made.service.app.close();
  return { record: record?.bytes ?? new Uint8Array(), supplement: supplement?.bytes ?? new Uint8Array() };
}

export function aFile(name: string, bytes: Uint8Array) {
  return { name, mimeType: '', buffer: Buffer.from(bytes) };
}

/** One thing that `phieu-verify.html` can show, from its first screen on. */
export interface VerifyScene {
  readonly name: string;
  play(page: Page, published: PublishedRecord): Promise<void>;
}

const choose = (page: Page, ...files: ReturnType<typeof aFile>[]) =>
  page.locator('input[type=file]').setInputFiles(files);
const uuid = 'Dw5xMuS7nSTvZXabcdefgh';

export const verifyScenes: readonly VerifyScene[] = [
  { name: 'start', play: (page) => page.getByText('Hoặc kéo các tệp ấy').waitFor() },
  {
    name: 'holds',
    play: async (page, { record, supplement }) => {
      await choose(page, aFile(`${uuid}.bel`, record), aFile(`${uuid}.supplement.json`, supplement));
      await page.getByText('Những gì đã kiểm').click();
    },
  },
  {
    name: 'unproven',
    play: async (page, { record }) => {
      await choose(page, aFile(`${uuid}.bel`, record));
      await page.getByText('Hồ sơ đúng, trừ').waitFor();
    },
  },
  {
    name: 'alarm',
    play: async (page, { record, supplement }) => {
      const changed = Buffer.from(supplement.toString().replace(/"challenge":"\d/, '"challenge":"1'));
      await choose(page, aFile(`${uuid}.bel`, record), aFile(`${uuid}.supplement.json`, changed));
      await page.getByText('Sai ở mục 8').waitFor();
    },
  },
  {
    name: 'no-record',
    play: async (page, { supplement }) => {
      await choose(page, aFile(`${uuid}.supplement.json`, supplement));
      await page.getByText('chưa có hồ sơ').waitFor();
    },
  },
];
