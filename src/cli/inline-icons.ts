import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import type { Plugin } from 'vite';

const asked = /^(heroicons\/24\/outline\/[a-z0-9-]+\.svg)\?icon$/;
const prefix = '\0icon:';

/**
 * `import bars from 'heroicons/24/outline/bars-3.svg?icon'` is the drawing of that icon: the lines of its paths, one after
 * the other, which `shared/show/icon.tsx` draws. A page carries those that it names and no more.
 */
export function inlineIcons(): Plugin {
  return {
    name: 'inline-icons',
    enforce: 'pre',
    resolveId: (id) => {
      const file = asked.exec(id)?.[1];
      return file === undefined ? undefined : `${prefix}${fileURLToPath(import.meta.resolve(file))}`;
    },
    load: async (id) => {
      if (!id.startsWith(prefix)) return undefined;
      const lines = [...(await readFile(id.slice(prefix.length), 'utf8')).matchAll(/ d="([^"]+)"/g)].map(([, d]) => d);
      if (lines.length === 0) throw new Error(`no path in ${id.slice(prefix.length)}`);
      // A path may begin with a relative move, which is from the origin only where no other path comes before it.
      return `export default ${JSON.stringify(lines.join('M0 0'))};`;
    },
  };
}
