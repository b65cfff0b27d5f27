import { type ComponentChild, render } from 'preact';
import { applyPreferences } from './preferences.ts';

/** Puts a page in the place of what stood there while it was loading. */
export function startPage(content: ComponentChild): void {
  const page = document.getElementById('page');
  if (page === null) return;
  document.documentElement.setAttribute('data-started', '');
  applyPreferences();
  page.textContent = '';
  render(content, page);
}
