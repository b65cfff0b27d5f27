import { type Browser, type BrowserContextOptions, type Page, chromium as playwright } from 'playwright-core';
import { chromium } from './chromium.ts';

export interface WatchedPage {
  readonly page: Page;
  /** Every address that the page asked for, but those inside it (`data:`, `blob:`). */
  readonly requests: string[];
  /** Whatever the browser complained about: errors of scripts, of loading, of the Content-Security-Policy. */
  readonly complaints: string[];
}

export function launchBrowser(): Promise<Browser> {
  return playwright.launch(chromium);
}

/** A page of its own context whose requests and complaints are written down. */
export async function watchedPage(browser: Browser, options: BrowserContextOptions = {}): Promise<WatchedPage> {
  const page = await (await browser.newContext(options)).newPage();
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
  await watched.page.context().addCookies([{ name: 'phieu', value, url: origin, httpOnly: true, sameSite: 'Strict' }]);
  return watched;
}
