import type { Browser, Page } from 'playwright-core';
import type { VoteService } from '../service/vote-service.ts';
import { signedInPage, type WatchedPage } from './browser.ts';
import { textOf, textsOf } from './waiting.ts';

/** A teller's own phone, signed in, on the page of the vote. */
export interface TellerPhone extends WatchedPage {
  /** What stands on the paper on which this teller wrote the card down. */
  digits: string;
}

const phone = { viewport: { width: 360, height: 740 } };

/**
 * The phones of all tellers, each a context of its own.
 * @param prepare what is done to a teller's phone before it opens the page
 */
export async function tellerPhones(
  browser: Browser,
  made: VoteService,
  origin: string,
  prepare = async (_index: number, _page: Page) => {},
): Promise<TellerPhone[]> {
  const { id, tellers } = made.vote.state.session;
  return Promise.all(
    tellers.map(async ({ index }) => {
      const { authorization = '' } = made.teller(index);
      const watched = await signedInPage(browser, origin, { authorization }, phone);
      await prepare(index, watched.page);
      await watched.page.goto(`${origin}/teller#/${id}`);
      return { ...watched, digits: '' };
    }),
  );
}

export const button = (page: Page, name: string) => page.getByRole('button', { name, exact: true });
export const press = (page: Page, name: string) => button(page, name).click();

/** Waits for a screen. A page looks at the service every few seconds, and at once when the network is back: so it is. */
export async function screenTitle(page: Page, name: string): Promise<void> {
  const isThere = (wanted: string) => {
    window.dispatchEvent(new Event('online'));
    return document.querySelector('h1')?.textContent === wanted;
  };
  await page.waitForFunction(isThere, name, { polling: 150 }).catch(async () => {
    throw new Error(`no "${name}", but: ${await textOf(page.locator('main'))}`);
  });
}

/** Shows the card, writes its digits down and goes on to reading it back. */
export async function writeCardDown(phone: TellerPhone): Promise<void> {
  const { page } = phone;
  await screenTitle(page, 'Ghi thẻ khóa ra giấy');
  await press(page, 'Hiện thẻ để chép tay');
  phone.digits = (await textsOf(page.locator('.card-on-screen .card-digits li'), 8))
    .join(' ')
    .replaceAll(/[^\d ]/g, '');
  await press(page, 'Thẻ đã ở trên giấy: tiếp');
}

/** Types a card: its digits, or what a hand scanner or a card of an earlier release says. */
export async function typeCard(page: Page, card: string, button = 'Kiểm tra thẻ'): Promise<void> {
  const isDigits = /^[\d ]+$/.test(card);
  await press(page, isDigits ? 'Gõ 48 chữ số của thẻ' : 'Thẻ kiểu cũ (12 từ hoặc 24 ký tự), hoặc máy quét cầm tay');
  await page.getByLabel(isDigits ? 'Nhóm 1' : 'Thẻ khóa', { exact: true }).fill(card);
  await press(page, button);
}

/** Types an announced number and goes on to the card. */
export async function typeNumber(page: Page, label: string, number: number): Promise<void> {
  await page.getByLabel(label).fill(String(number));
  await press(page, 'Tiếp: đọc thẻ khóa');
}
