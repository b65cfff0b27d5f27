import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { operations } from '../../src/contract/operations.ts';
import { launchBrowser, watchedPage } from '../support/browser/browser.ts';
import { aService } from '../support/service/service.ts';

let browser: Browser;
let origin: string;
let close: () => Promise<void>;

beforeAll(async () => {
  const { app } = await aService();
  origin = await app.listen({ port: 0, host: '127.0.0.1' });
  close = () => app.close();
  browser = await launchBrowser();
});

afterAll(async () => {
  await browser.close();
  await close();
});

test('the reference shows every operation, from this host alone and without a complaint of the browser', async () => {
  // The reference draws what is in sight only, once there are many operations.
  const { page, requests, complaints } = await watchedPage(browser, { viewport: { width: 1280, height: 30_000 } });
  await page.goto(`${origin}/api/docs`);
  await page
    .locator('.opblock')
    .nth(operations.length - 1)
    .waitFor();
  expect(await page.locator('.opblock').count()).toBe(operations.length);
  const cast = page.locator('#operations-Box-castBallot');
  await cast.locator('.opblock-summary').click();
  await cast.getByText('Bỏ phiếu đã niêm phong').waitFor();
  await cast.locator('.responses-wrapper').getByText('tracker').first().waitFor();
  expect(requests.length).toBeGreaterThan(3);
  expect(requests.filter((url) => !url.startsWith(`${origin}/`))).toEqual([]);
  expect(complaints).toEqual([]);
});

test('nothing can be sent from the reference, and it asks for no token', async () => {
  const { page } = await watchedPage(browser);
  await page.goto(`${origin}/api/docs`);
  const open = page.locator('#operations-Accounts-signIn');
  await open.locator('.opblock-summary').click();
  await open.locator('.responses-wrapper').waitFor();
  expect(await page.getByText('Try it out').count()).toBe(0);
  expect(await page.getByText('Authorize').filter({ visible: true }).count()).toBe(0);
});

test('only the pages of the reference have a policy of their own, and it names no other host either', async () => {
  const policy = async (path: string) => {
    const answer = await fetch(origin + path);
    // A body that nobody reads keeps its connection, and with it the service, from ending.
    await answer.arrayBuffer();
    return answer.headers.get('content-security-policy');
  };
  const general = await policy('/');
  expect(await policy('/api/openapi.json')).toBe(general);
  expect(await policy('/api/me')).toBe(general);
  for (const path of ['/api/docs', '/api/docs/static/swagger-ui-bundle.js', '/api/docs/json']) {
    expect(await policy(path)).toMatch(/^default-src 'none'; script-src 'self';/);
    expect(await policy(path)).not.toMatch(/unsafe|https?:|\*/);
  }
});

test('the description is the same wherever it is read', async () => {
  const read = async (path: string) => (await fetch(origin + path)).json();
  const description = await read('/api/openapi.json');
  expect(description.openapi).toBe('3.1.0');
  expect(await read('/api/docs/json')).toEqual(description);
});

test('what is not there is refused as everywhere else', async () => {
  const answer = await fetch(`${origin}/api/docs/static/nothing.js`);
  expect(answer.headers.get('content-type')).toMatch(/^application\/problem\+json/);
  expect(await answer.json()).toMatchObject({ code: 'not-found' });
});
