import { globSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { operations } from '../../src/contract/operations.ts';
import { commonRefusals, refusals } from '../../src/contract/refusals.ts';
import { sheetWording, sheetWordingOf } from '../../src/print/sheet-wording.ts';
import { sentences as home } from '../../src/web/home/sentences.ts';
import { sentences as projector } from '../../src/web/projector/sentences.ts';
import { frameSentences } from '../../src/web/shared/frame/frame-sentences.ts';
import { pdfSentences } from '../../src/web/shared/pdf/pdf-sentences.ts';
import { scanSentences } from '../../src/web/shared/scan/scan-sentences.ts';
import { phoneTestSentences } from '../../src/web/vote/phone-test-sentences.ts';
import { sentences } from '../../src/web/vote/sentences.ts';

/** Words of those who built it: whoever only wants to vote asks what they mean. */
const strange = /niêm phong|vân tay|ghi vào đĩa|cuối chuỗi|chuỗi sự kiện|đứng giữa|chứng thư|hash|fingerprint/iu;

const root = new URL('../../', import.meta.url);
const textsOf = (all: unknown): string[] => JSON.stringify(all).match(/"(?:[^"\\]|\\.)*"/g) ?? [];
const ofVoters = operations.filter(({ access }) => access.some((who) => who === 'read-key' || who === 'voter'));

/** What the voting page says, with the parts of it that are fetched later. */
const voting = { ...sentences, ...phoneTestSentences, ...pdfSentences };

/** All that a voter can read before, while and after voting, in both languages. */
const read: Readonly<Record<string, readonly string[]>> = {
  'the voting page': Object.values({ ...voting, ...frameSentences, ...scanSentences }).flatMap(textsOf),
  'the page without its program': globSync('src/web/vote/*.html', { cwd: root }).map((path) =>
    readFileSync(new URL(path, root), 'utf8'),
  ),
  'the hall’s screen': Object.values(projector).flatMap(textsOf),
  'home, where a paper is received': Object.values(home).flatMap(textsOf),
  refusals: [...commonRefusals, ...ofVoters.flatMap(({ refusals: own }) => own)].flatMap((code) =>
    textsOf(refusals[code].sentence),
  ),
  'ballot sheets and slips': [
    sheetWording.vi,
    sheetWordingOf({ language: 'vi', phonesVote: false }),
    ...globSync('src/print/invitation-slips.ts', { cwd: root }).map((path) =>
      readFileSync(new URL(path, root), 'utf8'),
    ),
    ...globSync('ballots/*/form.json', { cwd: root }).map((path) => readFileSync(new URL(path, root), 'utf8')),
  ].flatMap(textsOf),
};

test.each(Object.entries(read))('a voter reads plain words only: %s', (_where, texts) => {
  expect(texts.length).toBeGreaterThan(0);
  expect(texts.filter((text) => strange.test(text))).toEqual([]);
});

test('on a phone one taps, and marks X with a pen only', () => {
  const texts = Object.values(voting).map(({ vi }) => vi);
  expect(texts.filter((text) => /bấm|dấu X|đánh dấu/iu.test(text))).toEqual([]);
});

test('ballots are collected by one word, wherever it is said', () => {
  const sources = globSync(['src/**/*.{ts,tsx,html}', 'ballots/**/*.json', 'docs/**/*.md'], { cwd: root });
  expect(sources.filter((path) => /thu vào/iu.test(readFileSync(new URL(path, root), 'utf8')))).toEqual([]);
});
