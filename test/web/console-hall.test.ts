import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { launchBrowser } from '../support/browser/browser.ts';
import { builtPages } from '../support/browser/built-pages.ts';
import { aPlay, count, makeKeys, openBox, type Play, publish, vote } from '../support/browser/conference-play.ts';
import { findFaults } from '../support/browser/sound-page.ts';
import { textOf } from '../support/browser/waiting.ts';

let browser: Browser;
let play: Play;
const faults: Record<string, string[]> = {};

beforeAll(async () => {
  await builtPages();
  browser = await launchBrowser();
  play = await aPlay(browser, async (name, page) => {
    const found = [...(await findFaults(page)), ...(name.startsWith('projector') ? await cutOff(page) : [])];
    if (found.length > 0) faults[name] = found;
  });
});
afterAll(async () => {
  await browser.close();
  await play.conference.hall.service.app.close();
});

/** What a projector does not show of the hall's screen: nobody is there to scroll. */
async function cutOff(page: Page): Promise<string[]> {
  const size = { width: 1280, height: 800 };
  await page.setViewportSize(size);
  const needed = await page.evaluate(() => {
    const { scrollWidth, scrollHeight } = document.documentElement;
    return { width: scrollWidth, height: scrollHeight };
  });
  const isWhole = needed.width <= size.width && needed.height <= size.height;
  return isWhole ? [] : [`needs ${needed.width}×${needed.height} of ${size.width}×${size.height}`];
}

const session = async () => (await play.conference.hall.state(play.conference.id)).session;

// One test, since each act begins where the one before it ended: what fails fails once, at its line.
test('a conference is led from console and hall screen, from the key ceremony to a note of annulment', async () => {
  // The chair starts the key ceremony and sees it fail, runs it again, and holds the rehearsal.
  await makeKeys(play);
  const { ceremony, rehearsal } = await session();
  expect([ceremony?.run, rehearsal?.state]).toEqual([2, 'passed']);

  // The secretary briefs, the chair records attendance, and the box opens when nothing is missing.
  await openBox(play);
  expect((await session()).state).toBe('open');

  // Turnout shows on both screens, says when the connection is lost, and phone voting ends by two signatures.
  await vote(play);

  // The box is closed with the deviation that chair and tellers signed.
  await count(play);
  expect((await session()).state).toBe('closed');

  // The totals are opened without a teller who is named; minutes, scan, publication, a note of annulment.
  await publish(play);
  const { state, roll, tellers } = await session();
  expect(state).toBe('published');

  // No name stands on the hall's screen, no state of either had a fault, the browser complained of nothing.
  const shown = await textOf(play.projector.page.locator('body'));
  for (const { name } of [...roll, ...tellers]) expect(shown).not.toContain(name);
  expect(faults).toEqual({});
  expect(play.projector.complaints).toEqual([]);
}, 240_000);
