import { mkdirSync, rmSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { buildPages, isBuilt } from '../src/cli/build-pages.ts';
import { launchBrowser } from '../test/support/browser.ts';
import { aFurnishedHall, playScenes, scenes } from '../test/support/voting-scenes.ts';

/** Pictures of every state of every page, for people to look at; words in the arguments name the states wanted. */
const folder = fileURLToPath(new URL('../out/screenshots', import.meta.url));
const sizes = [
  { width: 360, height: 740 },
  { width: 1280, height: 800 },
] as const;
const names = process.argv.slice(2);
const wanted = scenes.filter(({ name }) => names.length === 0 || names.includes(name));

if (names.length === 0) rmSync(folder, { recursive: true, force: true });
mkdirSync(folder, { recursive: true });
if (!isBuilt()) await buildPages();
const browser = await launchBrowser();
const hall = await aFurnishedHall();
await playScenes(
  browser,
  hall,
  async ({ name }, { page }) => {
    for (const size of sizes) {
      // As tall as its contents, so that what sticks to the bottom stands where it belongs.
      await page.setViewportSize(size);
      const height = await page.evaluate(() => document.documentElement.scrollHeight);
      await page.setViewportSize({ ...size, height: Math.max(size.height, height) });
      for (const colorScheme of ['light', 'dark'] as const) {
        await page.emulateMedia({ colorScheme });
        await page.screenshot({ path: `${folder}/vote-${name}-${size.width}-${colorScheme}.png` });
      }
    }
  },
  wanted,
);
await browser.close();
await hall.close();
