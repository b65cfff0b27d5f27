import { existsSync, readFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import type { Plugin } from 'vite';
import { type Page, pages } from '../contract/service/pages.ts';

/**
 * Gives every page its `index.html`, which stands in no folder: the one template `shared/frame/page.html`, with the
 * page's title and styles, and what it says where its program cannot run, or not yet (a page with more helpful words has
 * a `without-script.html` of its own).
 * @param web the folder of the pages
 */
export function pageHtml(web: string): Plugin {
  const shared = join(web, 'shared/frame');
  const template = readFileSync(join(shared, 'page.html'), 'utf8');
  const places = (page: Page): Readonly<Record<string, string>> => {
    const { folder, title = 'Phiếu tín nhiệm', styles = [], frame = 'office' } = page;
    const own = join(web, folder, 'without-script.html');
    const words = readFileSync(existsSync(own) ? own : join(shared, 'without-script.html'), 'utf8');
    const sheets = [
      '../shared/frame/tokens.css',
      ...(frame === 'vote' ? [] : ['../shared/frame/office.css']),
      ...styles,
    ];
    return {
      title,
      body: `${frame}-page`,
      // Until the program is there: nothing moves when it comes.
      masthead: frame === 'projector' ? '' : '<header class="masthead"></header>',
      withoutScript: words.trimEnd(),
      styles: sheets.map((sheet) => `<link rel="stylesheet" href="${sheet}">`).join('\n    '),
    };
  };
  return {
    name: 'page-html',
    enforce: 'pre',
    resolveId: (id) => (pageOf(web, id) === undefined ? undefined : id),
    load: (id) => {
      const page = pageOf(web, id);
      if (page === undefined) return undefined;
      const filled = places(page);
      return template.replace(/\{(\w+)\}/g, (whole, place: string) => filled[place] ?? whole);
    },
  };
}

/** Of the page whose `index.html` this would be. */
function pageOf(web: string, path: string): Page | undefined {
  const folder = dirname(path);
  if (basename(path) !== 'index.html' || dirname(folder) !== web) return undefined;
  return pages.find((page) => page.folder === basename(folder));
}
