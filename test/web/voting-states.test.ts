import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { launchBrowser } from '../support/browser/browser.ts';
import { builtPages } from '../support/browser/built-pages.ts';
import { findFaults } from '../support/browser/sound-page.ts';
import type { VotingHall } from '../support/browser/voting-hall.ts';
import { aFurnishedHall, playScenes, scenes } from '../support/browser/voting-scenes.ts';

let browser: Browser;
let hall: VotingHall;
const found: string[] = [];

beforeAll(async () => {
  await builtPages();
  [browser, hall] = await Promise.all([launchBrowser(), aFurnishedHall()]);
});
afterAll(async () => {
  await browser.close();
  await hall.close();
});

test('in every state: axe finds nothing in light and dark, nothing is wider than a narrow screen, no other host is asked', async () => {
  const seen: string[] = [];
  await playScenes(browser, hall, async ({ name, context, looksLike }, { page, requests }) => {
    seen.push(name);
    const scripts = context?.javaScriptEnabled !== false;
    if (scripts && looksLike === undefined) found.push(...(await findFaults(page)).map((fault) => `${name}: ${fault}`));
    const elsewhere = requests.filter((url) => !url.startsWith(`${hall.service.baseUrl}/`));
    found.push(...elsewhere.map((url) => `${name}: asked for ${url}`));
  });
  expect(found).toEqual([]);
  expect(seen).toEqual(scenes.map(({ name }) => name));
}, 600_000);
