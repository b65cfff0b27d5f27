import { createHash, X509Certificate } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { readConfig } from '../../../src/server/config.ts';
import { prepareHall } from '../../../src/server/start/prepare-hall.ts';
import { serve } from '../../../src/server/start/serve.ts';
import { freePort } from '../service/free-port.ts';
import { watchedPage } from './browser.ts';

/** As phones know the machine; browsers of tests are told that it is this one. */
const address = '192.168.1.10';

/** A hall served as `phieu hall` does, at an address that browsers with these arguments find here. */
export async function aHallService() {
  const folder = mkdtempSync(join(tmpdir(), 'phieu-hall-'));
  const ports = { PORT: String(await freePort()), TLS_PORT: String(await freePort()) };
  const own = { DATA_DIR: folder, LOG_LEVEL: 'silent', ...ports };
  const first = readConfig(own);
  if (!first.ok) throw new Error(first.problem.en);
  const prepared = await prepareHall(first.config, {}, [address], new Date());
  if (!prepared.ok) throw new Error(prepared.refusal);
  const read = readConfig({ ...own, ...prepared.value.settings });
  if (!read.ok) throw new Error(read.problem.en);
  const started = await serve(read.config);
  if (!started.ok) throw new Error(started.refusal);
  const certificate = new X509Certificate(readFileSync(join(folder, 'hall', 'certificate.pem')));
  const key = certificate.publicKey.export({ type: 'spki', format: 'der' });
  return {
    papers: `http://${address}:${ports.PORT}`,
    signIn: `https://${address}:${ports.TLS_PORT}`,
    fingerprint: new X509Certificate(readFileSync(join(folder, 'hall', 'authority.pem'))).fingerprint256,
    browserArguments: [
      `--host-resolver-rules=MAP ${address} 127.0.0.1`,
      `--ignore-certificate-errors-spki-list=${createHash('sha256').update(key).digest('base64')}`,
    ],
    stop: async () => {
      await started.service.stop();
      rmSync(folder, { recursive: true });
    },
  };
}

type HallService = Awaited<ReturnType<typeof aHallService>>;

/** Codes for whoever sets the hall up, and what a phone shows that follows each. */
export async function playHallScenes(
  browser: Browser,
  { papers, signIn, fingerprint }: HallService,
  show: (name: string, page: Page) => Promise<void>,
): Promise<void> {
  const { page } = await watchedPage(browser, { viewport: { width: 1280, height: 800 } });
  await page.goto(`${papers}/hall`);
  await page.getByText(fingerprint).waitFor();
  await show('hall-codes', page);
  await page.goto(`${papers}/hall#/phone`);
  await page.getByText(`Điện thoại này mở được địa chỉ ${papers}.`).waitFor();
  await page.getByText('không đăng nhập được ở đây').waitFor();
  await show('hall-reached-plain', page);
  await page.getByRole('link', { name: 'Điện thoại này cần đăng nhập' }).click();
  await page.getByText(fingerprint).waitFor();
  await show('hall-install', page);
  for (const system of ['Android', 'iPhone, iPad', 'Windows', 'macOS']) {
    await page.getByRole('heading', { name: system }).click();
    await page.getByRole('heading', { name: 'Gỡ ra sau hội nghị' }).filter({ visible: true }).waitFor();
    await show(`hall-install-${system}`, page);
    await page.getByRole('heading', { name: system }).click();
  }
  await page.getByRole('link', { name: 'Thử nơi đăng nhập' }).click();
  await page.getByText(`Điện thoại này mở được địa chỉ ${signIn}.`).waitFor();
  await page.getByText('bỏ phiếu và đăng nhập đều được').waitFor();
  await show('hall-reached-over-tls', page);
  await page.context().close();
}
