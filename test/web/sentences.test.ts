import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { pages } from '../../src/contract/pages.ts';
import type { LocalText } from '../../src/domain/local-text.ts';
import { frameSentences } from '../../src/web/shared/frame-sentences.ts';
import { halfTermSentences } from '../../src/web/shared/half-term/half-term-sentences.ts';
import { importSentences } from '../../src/web/shared/imports/import-sentences.ts';
import { listSentences } from '../../src/web/shared/lists/list-sentences.ts';
import { officeSentences } from '../../src/web/shared/office-sentences.ts';
import { scanSentences } from '../../src/web/shared/scan/scan-sentences.ts';
import { fillPlaces } from '../../src/web/shared/sentences.ts';
import { verifySentences } from '../../src/web/shared/verify/verify-sentences.ts';

const root = fileURLToPath(new URL('../../src/web', import.meta.url));
const read = (path: string) => readFileSync(join(root, path), 'utf8');
const sourcesOf = (folder: string) =>
  globSync(`${folder}/**/*.{ts,tsx}`, { cwd: root }).filter((path) => !path.endsWith('sentences.ts'));

type Sentences = Readonly<Record<string, LocalText>>;
const ofPages = await Promise.all(
  [...pages, { folder: 'verify' }].map(async ({ folder }): Promise<[string, Sentences]> => {
    const { sentences } = await import(`../../src/web/${folder}/sentences.ts`);
    return [folder, sentences];
  }),
);
const tables: [string, Sentences][] = [
  [
    'shared',
    {
      ...frameSentences,
      ...officeSentences,
      ...verifySentences,
      ...scanSentences,
      ...halfTermSentences,
      ...listSentences,
      ...importSentences,
    },
  ],
  ...ofPages,
];

describe.each(tables)('the sentences of %s', (folder, all) => {
  test('are there in both languages, composed, with the same places', () => {
    for (const [key, { vi, en }] of Object.entries(all)) {
      for (const text of [vi, en]) {
        expect(text.trim(), key).not.toBe('');
        expect(text.normalize('NFC'), key).toBe(text);
      }
      const places = (text: string) => [...text.matchAll(/\{\w+\}/g)].map(String).sort();
      expect(places(en), key).toEqual(places(vi));
    }
  });

  test('are all used', () => {
    const code = sourcesOf(folder).map(read).join('\n');
    const unused = Object.keys(all).filter((key) => !code.includes(`'${key}'`) && !code.includes(`entences.${key}[`));
    expect(unused).toEqual([]);
  });

  test('stand nowhere else: no screen has words of its own', () => {
    for (const path of sourcesOf(folder)) {
      const code = read(path).replace(/\/\*[\s\S]*?\*\/|\/\/.*$/gm, '');
      expect(code.match(/[\u00c0-\u1ef9]+/gu), path).toBeNull();
      const between = path.endsWith('.tsx') ? code.match(/(?<!=)>\s*[A-Za-z][\w ,.]+\s*<\//g) : null;
      expect(between?.filter((text) => !/>\s*A\s*</.test(text)) ?? [], path).toEqual([]);
      expect(code.match(/(?:aria-label|alt|title|placeholder)="/g), path).toBeNull();
    }
  });
});

test('a place without a value stays visible', () => {
  expect(fillPlaces('{a} of {b}', { a: 1 })).toBe('1 of {b}');
});
