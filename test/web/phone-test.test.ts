import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { makeTestLink, makeVotingLink } from '../../src/client/voting-link.ts';
import type { SessionId } from '../../src/domain/session/session.ts';
import { createCredential } from '../../src/protocol/ballot/credential.ts';
import { launchBrowser, watchedPage } from '../support/browser/browser.ts';
import { builtPages } from '../support/browser/built-pages.ts';
import { findFaults } from '../support/browser/sound-page.ts';
import { repeatableRandom } from '../support/build/recorded-random.ts';
import { freePort } from '../support/service/free-port.ts';
import { aHall, anIssued, aPrintRun, type Hall } from '../support/service/hall.ts';

let browser: Browser;
let hall: Hall;
let id: SessionId;
let papers: string;

beforeAll(async () => {
  await builtPages();
  const port = await freePort();
  papers = `http://phieu.test:${port}`;
  browser = await launchBrowser(['--host-resolver-rules=MAP *.test 127.0.0.1']);
  // A proxy before the service says who asks; here the browser itself is that.
  hall = await aHall({ PUBLIC_URL: papers, TRUST_PROXY: 'true' });
  await hall.service.app.listen({ port, host: '127.0.0.1' });
  id = await anIssued(hall);
  await hall.at(id, 'PUT', '/plain-voting', hall.chair, { allowed: true });
});
afterAll(async () => {
  await browser.close();
  await hall.service.app.close();
});

const session = async () => (await hall.state(id)).session;
const at = async (votingAddress: string) => ({ votingAddress, sessionId: id, readKey: (await session()).readKey });
const title = (page: Page, name: string) => page.getByRole('heading', { level: 1, name }).waitFor();

/** A phone of the hall, or the serving machine itself. */
async function aDevice(from?: string) {
  const viewport = { width: 360, height: 740 };
  return watchedPage(browser, { viewport, ...(from && { extraHTTPHeaders: { 'x-forwarded-for': from } }) });
}

test('the console’s code says on the phone that it came through, and on the serving machine that this tells nothing', async () => {
  const link = makeTestLink(await at(`${papers}/v`));
  const { page: here } = await aDevice();
  await here.goto(link);
  await title(here, 'Chưa tính là đã thử');
  expect(await findFaults(here)).toEqual([]);
  expect((await session()).phonesSeen).toBeUndefined();

  const { page: phone } = await aDevice('192.0.2.7');
  await phone.goto(makeTestLink(await at(`${papers.replace('phieu', 'laptop')}/v`)));
  await title(phone, 'Chưa tính là đã thử');
  await phone.getByText('không phải địa chỉ ghi trên phiếu').waitFor();
  expect((await session()).phonesSeen).toBeUndefined();

  await phone.goto(link);
  await title(phone, 'Đã vào được');
  await phone.getByText('trang này không bỏ phiếu được').waitFor();
  expect(await findFaults(phone)).toEqual([]);
  expect((await session()).phonesSeen).toEqual([{ address: papers, by: 'test' }]);
});

test('a paper that a phone opens says so by itself, once its ballot can be read, and nothing of the paper', async () => {
  await aPrintRun(hall, id, 1);
  const credential = createCredential(repeatableRandom(5));
  const { page: phone, requests } = await aDevice('192.0.2.8');
  const said = phone.waitForRequest((request) => request.url().endsWith('/phone-test'));
  await phone.goto(makeVotingLink({ ...(await at(`${papers}/v`)), credential }));
  const request = await said;
  await expect
    .poll(async () => (await session()).phonesSeen)
    .toEqual([
      { address: papers, by: 'test' },
      { address: papers, by: 'paper' },
    ]);
  expect(request.postDataJSON()).toEqual({ by: 'paper' });
  expect([...requests, JSON.stringify(await request.allHeaders())].join()).not.toContain(credential);
});
