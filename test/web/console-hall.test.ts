import type { Browser } from 'playwright-core';
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
    const found = await findFaults(page);
    if (found.length > 0) faults[name] = found;
  });
});
afterAll(async () => {
  await browser.close();
  await play.conference.hall.service.app.close();
});

const state = async () => (await play.conference.hall.state(play.conference.id)).session.state;

// One conference from act to act: each begins where the one before it ended.
test('the chair starts the key ceremony and sees it fail, runs it again, and holds the rehearsal', async () => {
  await makeKeys(play);
  const { session } = await play.conference.hall.state(play.conference.id);
  expect([session.ceremony?.run, session.rehearsal?.state]).toEqual([2, 'passed']);
});

test('the secretary briefs, the chair records attendance, and the box opens when nothing is missing', async () => {
  await openBox(play);
  expect(await state()).toBe('open');
});

test('turnout shows on both screens, says when the connection is lost, and phone voting ends by two signatures', async () => {
  await vote(play);
});

test('the box is closed with the deviation that chair and tellers signed', async () => {
  await count(play);
  expect(await state()).toBe('closed');
});

test('the totals are opened without a teller who is named; minutes, scan, publication, a note of annulment', async () => {
  await publish(play);
  expect(await state()).toBe('published');
});

test('no state of console and hall screen had a fault, no name stood on the hall’s screen, the browser complained of nothing', async () => {
  expect(faults).toEqual({});
  const shown = await textOf(play.projector.page.locator('body'));
  const { session } = await play.conference.hall.state(play.conference.id);
  for (const { name } of [...session.roll, ...session.tellers]) expect(shown).not.toContain(name);
  expect(play.projector.complaints).toEqual([]);
});
