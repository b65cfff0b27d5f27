import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { pages } from '../../src/contract/service/pages.ts';
import { importId } from '../../src/domain/roster/import-id.ts';
import type { LocalText } from '../../src/domain/text/local-text.ts';
import { welcomeSentences } from '../../src/web/accounts/welcome-sentences.ts';
import { copySentences } from '../../src/web/console/prepare/copy-sentences.ts';
import { severalSentences } from '../../src/web/console/prepare/several-sentences.ts';
import { tellersSentences } from '../../src/web/console/prepare/tellers-sentences.ts';
import { testSheetSentences } from '../../src/web/console/prepare/test-sheet-sentences.ts';
import { installSentences } from '../../src/web/hall/install-sentences.ts';
import { firstStepsSentences } from '../../src/web/home/first-steps-sentences.ts';
import { draftSentences } from '../../src/web/shared/forms/draft-sentences.ts';
import { unsavedSentences } from '../../src/web/shared/forms/unsaved-sentences.ts';
import { clockSentences } from '../../src/web/shared/frame/clock-sentences.ts';
import { frameSentences } from '../../src/web/shared/frame/frame-sentences.ts';
import { officeSentences } from '../../src/web/shared/frame/office-sentences.ts';
import { unreadableSentences } from '../../src/web/shared/frame/unreadable-sentences.ts';
import { halfTermSentences } from '../../src/web/shared/half-term/half-term-sentences.ts';
import { importSentences } from '../../src/web/shared/imports/import-sentences.ts';
import { importTranslation } from '../../src/web/shared/imports/import-words.ts';
import { listSentences } from '../../src/web/shared/lists/list-sentences.ts';
import { lockedSentences } from '../../src/web/shared/locked/locked-sentences.ts';
import { pdfSentences } from '../../src/web/shared/pdf/pdf-sentences.ts';
import { scanSentences } from '../../src/web/shared/scan/scan-sentences.ts';
import { revealingSentences } from '../../src/web/shared/show/revealing-sentences.ts';
import { filledIn } from '../../src/web/shared/show/sentences.ts';
import { verifySentences } from '../../src/web/shared/verify/verify-sentences.ts';
import { silenceSentences } from '../../src/web/shared/workers/silence-sentences.ts';
import { phoneTestSentences } from '../../src/web/vote/phone-test-sentences.ts';

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
      ...draftSentences,
      ...unsavedSentences,
      ...unreadableSentences,
      ...clockSentences,
      ...lockedSentences,
      ...revealingSentences,
      ...silenceSentences,
      ...pdfSentences,
    },
  ],
  ...ofPages,
  ['accounts', welcomeSentences],
  ['console', tellersSentences],
  ['console', testSheetSentences],
  ['vote', phoneTestSentences],
  ['home', firstStepsSentences],
  ['console', { ...copySentences, ...severalSentences }],
  ['hall', installSentences],
];

/** A number before a word that fits several only, where it is not always several. */
const severalAlways =
  /(?<!The |first |of |last )\{(?!number|term)\w+\} (?:(?:more|other|test|trial|phone) )?(?:people|papers|seats|sheets|slips|subjects|voters|tellers|ballots|results|lines|committees|members|sessions|cards|days|hours|minutes|seconds|numbers|are|were|have)\b/;

describe.each(tables)('the sentences of %s', (folder, all) => {
  test('are there in both languages, composed, with the same places', () => {
    for (const [key, { vi, en }] of Object.entries(all)) {
      for (const text of [vi, en]) {
        expect(text.trim(), key).not.toBe('');
        expect(text.normalize('NFC'), key).toBe(text);
      }
      const places = (text: string) => [...text.matchAll(/\{\w+\}/g)].map(String).sort();
      expect(places(en), key).toEqual(places(vi));
      // A word that goes with a number goes with one that the sentence says.
      const counted = [...`${vi} ${en}`.matchAll(/\{(\w+)\|/g)].map(([, name]) => `{${name}}`);
      expect(places(en), key).toEqual(expect.arrayContaining(counted));
    }
  });

  test('say one where there is one: no "1 people"', () => {
    const wrong = Object.entries(all).filter(([, { en }]) => severalAlways.test(en));
    expect(wrong.map(([, { en }]) => en)).toEqual([]);
  });

  test('call a seat as papers do, not as people do in talk', () => {
    const said = Object.values(all).filter(({ vi }) => /(?<!\p{L})chân(?!\p{L})/iu.test(vi));
    expect(said).toEqual([]);
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

test('a word goes with its number', () => {
  const days = (count: number) => filledIn('en', '{count} {count|day|days}', { count });
  expect([0, 1, 2, 21, 10_000].map(days)).toEqual(['0 days', '1 day', '2 days', '21 days', '10,000 days']);
});

test('English on the pages of imports says one of what is one', () => {
  const added = (count: number) =>
    importTranslation(
      { language: 'en', pick: ({ en }) => en, t: (key, places) => filledIn('en', importSentences[key].en, places) },
      {
        ...{ id: importId.parse('0b1f0a52-93e5-4f2e-8a3f-3b9f0f3f1c55'), kind: 'province', by: { name: '' }, at: '' },
        ...{ term: null, takenBack: null, obstacles: [] },
        counts: (['committee', 'person', 'seat'] as const).map((kind) => ({ kind, effect: 'added', count })),
      },
    ).did;
  expect([1, 2].map(added)).toEqual(['Added 1 committee, 1 person, 1 seat.', 'Added 2 committees, 2 people, 2 seats.']);
});
