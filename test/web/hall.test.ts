import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { launchBrowser } from '../support/browser/browser.ts';
import { builtPages } from '../support/browser/built-pages.ts';
import { aHallService, playHallScenes } from '../support/browser/hall-scenes.ts';
import { findFaults } from '../support/browser/sound-page.ts';

let browser: Browser;
let made: Awaited<ReturnType<typeof aHallService>>;
beforeAll(async () => {
  await builtPages();
  made = await aHallService();
  browser = await launchBrowser(made.browserArguments);
});
afterAll(async () => {
  await browser.close();
  await made.stop();
});

test('no state of the page has a fault', async () => {
  const faults: string[] = [];
  await playHallScenes(browser, made, async (name, page) => {
    for (const fault of await findFaults(page)) faults.push(`${name}: ${fault}`);
  });
  expect(faults).toEqual([]);
});
