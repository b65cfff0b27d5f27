import { readFileSync } from 'node:fs';
import { type Browser, type BrowserContextOptions, type Page, chromium as playwright } from 'playwright-core';
import { patience } from '../patience.ts';
import { chromium } from './chromium.ts';

const movingDate = new URL('../move-date.cjs', import.meta.url);

export interface WatchedPage {
  readonly page: Page;
  /** Every address that the page asked for, but those inside it (`data:`, `blob:`). */
  readonly requests: string[];
  /** Whatever the browser complained about: errors of scripts, of loading, of the Content-Security-Policy. */
  readonly complaints: string[];
}

/** A browser; `args` beside those of every test. Where the date is moved for the tests its pages have the moved one. */
export async function launchBrowser(args: readonly string[] = []): Promise<Browser> {
  const browser = await playwright.launch({ ...chromium, args: [...chromium.args, ...args] });
  const { MOVED_DATE_MS } = process.env;
  if (MOVED_DATE_MS !== undefined) {
    const newContext = browser.newContext.bind(browser);
    const script = `((process) => {${readFileSync(movingDate, 'utf8')}})(${JSON.stringify({ env: { MOVED_DATE_MS } })})`;
    browser.newContext = async (options) => {
      const context = await newContext(options);
      await context.addInitScript(script);
      return context;
    };
  }
  return browser;
}

/** A page of its own context whose requests and complaints are written down. */
export async function watchedPage(browser: Browser, options: BrowserContextOptions = {}): Promise<WatchedPage> {
  const page = await (await browser.newContext(options)).newPage();
  page.setDefaultTimeout(patience);
  const requests: string[] = [];
  const complaints: string[] = [];
  page.on('request', (request) => {
    if (/^\w+:\/\//.test(request.url())) requests.push(request.url());
  });
  page.on('console', (message) => {
    if (['error', 'warning'].includes(message.type())) complaints.push(message.text());
  });
  page.on('pageerror', (error) => complaints.push(error.message));
  return { page, requests, complaints };
}

/** A page that somebody has signed in to, by the headers that a program would send. */
export async function signedInPage(
  browser: Browser,
  origin: string,
  { authorization }: { readonly authorization: string },
  options: BrowserContextOptions = {},
): Promise<WatchedPage> {
  const watched = await watchedPage(browser, options);
  const value = authorization.replace('Bearer ', '');
  await watched.page
    .context()
    .addCookies([{ name: `phieu-${new URL(origin).port}`, value, url: origin, httpOnly: true, sameSite: 'Strict' }]);
  return watched;
}
