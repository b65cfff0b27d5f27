import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { AxeResults } from 'axe-core';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { launchBrowser } from '../support/browser.ts';
import { builtPages } from '../support/built-pages.ts';
import type { VotingHall } from '../support/voting-hall.ts';
import { aFurnishedHall, playScenes, scenes } from '../support/voting-scenes.ts';

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
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

/** What axe finds; evaluated through the debugger, which the Content-Security-Policy does not concern. */
async function audit(page: Page): Promise<string[]> {
  await page.evaluate(axe);
  const results = await page.evaluate(async () => {
    const { axe: auditor } = globalThis as unknown as { axe: { run(): Promise<AxeResults> } };
    return (await auditor.run()).violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`);
  });
  return results;
}

async function widestAt(page: Page, width: number, textSize: number): Promise<number> {
  await page.setViewportSize({ width, height: 600 });
  await page.evaluate((size) => document.documentElement.setAttribute('data-text-size', String(size)), textSize);
  return page.evaluate(() => document.documentElement.scrollWidth);
}

test('in every state: axe finds nothing in light and dark, nothing is wider than a narrow screen, no other host is asked', async () => {
  const seen: string[] = [];
  await playScenes(browser, hall, async ({ name, context }, { page, requests }) => {
    seen.push(name);
    const scripts = context?.javaScriptEnabled !== false;
    for (const colorScheme of ['light', 'dark'] as const) {
      await page.emulateMedia({ colorScheme });
      if (scripts) found.push(...(await audit(page)).map((problem) => `${name}, ${colorScheme}: ${problem}`));
    }
    for (const [width, textSize] of [
      [320, 100],
      [320, 150],
      [640, 150],
    ] as const) {
      const widest = scripts ? await widestAt(page, width, textSize) : width;
      if (widest > width) found.push(`${name}: ${widest} px wide on ${width} px at ${textSize} %`);
    }
    const elsewhere = requests.filter((url) => !url.startsWith(`${hall.service.baseUrl}/`));
    found.push(...elsewhere.map((url) => `${name}: asked for ${url}`));
  });
  expect(found).toEqual([]);
  expect(seen).toEqual(scenes.map(({ name }) => name));
}, 240_000);
