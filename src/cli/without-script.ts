import { readFileSync } from 'node:fs';
import type { Plugin } from 'vite';

const place = '<!-- without-script -->';

/**
 * Puts what a page says where its program cannot run, or not yet, in the place that the page leaves for it. Pages that
 * have more helpful words of their own leave none.
 * @param file the words, as HTML
 */
export function withoutScript(file: string): Plugin {
  const words = readFileSync(file, 'utf8').trimEnd();
  return {
    name: 'without-script',
    transformIndexHtml: { order: 'pre', handler: (page) => page.replace(place, () => words) },
  };
}
