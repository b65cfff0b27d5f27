import { createHash } from 'node:crypto';
import { join } from 'node:path';
import type { Rolldown } from 'vite';
import { inlineIcons } from './inline-icons.ts';
import { bundling, pureDeclarations } from './pure-declarations.ts';

/** What the one file may do: run itself, its workers and WebAssembly. It can reach nothing outside. */
function policy(script: string, style: string): string {
  return [
    "default-src 'none'",
    `script-src '${hashOf(script)}' 'wasm-unsafe-eval'`,
    `style-src '${hashOf(style)}'`,
    // The older word for browsers that do not know the newer one.
    'worker-src blob:',
    'child-src blob:',
    "form-action 'none'",
    "base-uri 'none'",
  ].join('; ');
}

function hashOf(text: string): string {
  return `sha256-${createHash('sha256').update(text).digest('base64')}`;
}

/**
 * Builds `src/web/verify` to one file that needs no other: script, style, workers and WebAssembly stand in it.
 * @param web the folder of the pages
 */
export async function buildVerifier(web: string, target: string[]): Promise<string> {
  const { build } = await import('vite');
  const built = await build({
    root: web,
    configFile: false,
    logLevel: 'warn',
    publicDir: false,
    plugins: [inlineIcons(), pureDeclarations()],
    worker: { format: 'iife', plugins: () => [pureDeclarations()], rolldownOptions: bundling },
    build: {
      write: false,
      target,
      cssTarget: target,
      modulePreload: { polyfill: false },
      reportCompressedSize: false,
      rolldownOptions: { ...bundling, input: join(web, 'verify/index.html') },
    },
  });
  const { output } = built as Rolldown.RolldownOutput;
  const script = output.flatMap((file) => (file.type === 'chunk' ? [file.code] : [])).join('\n');
  const assets = output.flatMap((file) => (file.type === 'asset' ? [file] : []));
  const textOf = (ending: string) =>
    assets.flatMap(({ fileName, source }) => (fileName.endsWith(ending) ? [String(source)] : [])).join('\n');
  return putInline(textOf('.html'), script, textOf('.css'));
}

/** The page with script and style in place of the tags that name their files. */
function putInline(page: string, script: string, style: string): string {
  if (/<\/script|<!--/i.test(script) || /<\/style/i.test(style)) throw new Error('the text would end its own element');
  const bare = page
    .replace(/<script[^<>]*><\/script>/g, '')
    .replace(/<link[^<>]*>/g, (tag) => (tag.includes('rel="stylesheet"') ? '' : tag));
  if (/<(?:script|link)\b/.test(bare)) throw new Error('the page still names other files');
  const meta = `<meta http-equiv="Content-Security-Policy" content="${policy(script, style)}">`;
  const own = `<style>${style}</style>\n<script type="module">${script}</script>`;
  return bare
    .replace('<meta charset="utf-8">', (charset) => `${charset}\n    ${meta}`)
    .replace('</head>', (end) => `${own}\n${end}`);
}
