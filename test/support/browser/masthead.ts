import type { Locator, Page } from 'playwright-core';
import { attributeOf } from './waiting.ts';

/** The one button of the bar that every page has. */
export function menuButton(page: Page): Locator {
  return page.locator('.menu-button');
}

/** What stands behind it, opened. */
export async function openMenu(page: Page): Promise<Locator> {
  if ((await attributeOf(menuButton(page), 'aria-expanded')) === 'false') await menuButton(page).click();
  return page.locator('.menu');
}

/** The other language, which is one tap behind the bar's button; the menu has closed again. */
export async function chooseLanguage(page: Page, language: 'English' | 'Tiếng Việt'): Promise<void> {
  const menu = await openMenu(page);
  await menu.getByRole('button', { name: language, exact: true }).click();
  await menu.waitFor({ state: 'hidden' });
}
