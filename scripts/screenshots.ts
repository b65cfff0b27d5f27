import { mkdirSync, rmSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { Page } from 'playwright-core';
import { buildPages, isBuilt } from '../src/cli/build-pages.ts';
import { anAccountsHall, playAccountsScenes } from '../test/support/browser/accounts-scenes.ts';
import { launchBrowser } from '../test/support/browser/browser.ts';
import { playConference } from '../test/support/browser/conference-play.ts';
import { playDeskScenes } from '../test/support/browser/desk-scenes.ts';
import { playHalfTermScenes } from '../test/support/browser/half-term-scenes.ts';
import { aHallService, playHallScenes } from '../test/support/browser/hall-scenes.ts';
import { chooseLanguage, menuButton } from '../test/support/browser/masthead.ts';
import { playPlanScenes } from '../test/support/browser/plan-scenes.ts';
import { playPreparingScenes } from '../test/support/browser/preparing-scenes.ts';
import { playProvinceScenes, provinceScenes } from '../test/support/browser/province-scenes.ts';
import { aResultsHall, playResultsScenes, resultsScenes } from '../test/support/browser/results-scenes.ts';
import { playStartScenes } from '../test/support/browser/start-scenes.ts';
import { playTellerScenes } from '../test/support/browser/teller-scenes.ts';
import { aPublishedRecord, verifierFile, verifyScenes } from '../test/support/browser/verify-scenes.ts';
import { aFurnishedHall, playScenes, scenes } from '../test/support/browser/voting-scenes.ts';

/** Pictures of every state of every page, for people to look at; arguments name the pages (`results`) or states (`results-list`) wanted. */
const folder = fileURLToPath(new URL('../out/screenshots', import.meta.url));
const sizes = [
  { width: 360, height: 740 },
  { width: 1280, height: 800 },
] as const;
const names = process.argv.slice(2);

/** Of a page's scenes those that are wanted. */
function wantedOf<Scene extends { readonly name: string }>(page: string, all: readonly Scene[]): readonly Scene[] {
  return all.filter(({ name }) => names.length === 0 || names.some((one) => one === page || one === `${page}-${name}`));
}

/** A state in both sizes, light and dark, and once in English: where words are longest, on the smallest screen. */
async function photograph(page: Page, name: string): Promise<void> {
  const before = page.viewportSize();
  for (const size of sizes) {
    // As tall as its contents, so that what sticks to the bottom stands where it belongs.
    await page.setViewportSize(size);
    const height = await page.evaluate(() => document.documentElement.scrollHeight);
    await page.setViewportSize({ ...size, height: Math.max(size.height, height) });
    for (const colorScheme of ['light', 'dark'] as const) {
      await page.emulateMedia({ colorScheme });
      await page.screenshot({ path: `${folder}/${name}-${size.width}-${colorScheme}.png` });
    }
  }
  await photographEnglish(page, name);
  if (before !== null) await page.setViewportSize(before);
}

async function photographEnglish(page: Page, name: string): Promise<void> {
  const isEnglish = await page.evaluate(() => document.documentElement.lang === 'en');
  if (isEnglish || !(await menuButton(page).isVisible())) return;
  await page.setViewportSize(sizes[0]);
  await chooseLanguage(page, 'English');
  const height = await page.evaluate(() => document.documentElement.scrollHeight);
  await page.setViewportSize({ ...sizes[0], height: Math.max(sizes[0].height, height) });
  await page.screenshot({ path: `${folder}/${name}-360-english.png` });
  await chooseLanguage(page, 'Tiếng Việt');
}

if (names.length === 0) rmSync(folder, { recursive: true, force: true });
mkdirSync(folder, { recursive: true });
if (!isBuilt()) await buildPages();
const browser = await launchBrowser();

const voting = wantedOf('vote', scenes);
if (voting.length > 0) {
  const hall = await aFurnishedHall();
  await playScenes(browser, hall, ({ name }, { page }) => photograph(page, `vote-${name}`), voting);
  await hall.close();
}

const results = wantedOf('results', resultsScenes);
if (results.length > 0) {
  const hall = await aResultsHall();
  await playResultsScenes(
    browser,
    hall,
    async ({ name }, { page }) => {
      await photograph(page, `results-${name}`);
      // As wide as what a landscape sheet leaves between its margins.
      await page.setViewportSize({ width: 1016, height: 740 });
      await page.emulateMedia({ media: 'print' });
      await page.screenshot({ path: `${folder}/results-${name}-print.png`, fullPage: true });
    },
    results,
  );
  await hall.close();
}

if (names.length === 0 || names.some((one) => one.startsWith('accounts'))) {
  const made = await anAccountsHall();
  await playAccountsScenes(browser, made, (name, page) => photograph(page, `accounts-${name}`));
  await made.hall.service.app.close();
}

const province = wantedOf('province', provinceScenes);
if (province.length > 0) {
  await playProvinceScenes(browser, (name, page) => photograph(page, `province-${name}`), province);
}

// One vote from beginning to end: all of its screens or none.
if (names.length === 0 || names.includes('teller')) {
  await playTellerScenes(browser, (name, page) => photograph(page, `teller-${name}`));
}

if (names.length === 0 || names.includes('start')) {
  await playStartScenes(browser, (name, page) => photograph(page, name));
}

if (names.length === 0 || names.includes('connection')) {
  const hall = await aHallService();
  const own = await launchBrowser(hall.browserArguments);
  await playHallScenes(own, hall, (name, page) => photograph(page, name));
  await own.close();
  await hall.stop();
}

if (names.length === 0 || names.includes('desk')) {
  await playDeskScenes(browser, (name, page) => photograph(page, `desk-${name}`));
}

if (names.length === 0 || names.includes('hall')) {
  await playConference(browser, (name, page) => photograph(page, `hall-${name}`));
}

if (names.length === 0 || names.includes('plans')) {
  await playPlanScenes(browser, (name, page) => photograph(page, `plans-${name}`));
}

if (names.length === 0 || names.includes('half-term')) {
  await playHalfTermScenes(browser, (name, page) => photograph(page, `half-term-${name}`));
}

if (names.length === 0 || names.includes('console')) {
  await playPreparingScenes(browser, (name, page) => photograph(page, `console-${name}`));
}

const verifying = wantedOf('verify', verifyScenes);
if (verifying.length > 0) {
  const published = await aPublishedRecord();
  for (const scene of verifying) {
    const page = await browser.newPage();
    await page.goto(verifierFile);
    await scene.play(page, published);
    await photograph(page, `verify-${scene.name}`);
    await page.close();
  }
}

await browser.close();
