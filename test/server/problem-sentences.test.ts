import { readdirSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { missingSentences } from '../../src/contract/kit/missing.ts';
import { withSentences } from '../../src/server/http/problem-sentences.ts';

const folder = new URL('../../src/domain/session/', import.meta.url);
const sources = readdirSync(folder).map((name) => readFileSync(new URL(name, folder), 'utf8'));

test('whatever a step of a session lacks has its sentence in both languages', () => {
  const literal = sources.flatMap((text) => [...text.matchAll(/\{ code: '([a-z-]+)'/g)].map((match) => match[1] ?? ''));
  const compared = sources.flatMap((text) =>
    [...text.matchAll(/differs\('([a-z-]+)'/g)].map((match) => match[1] ?? ''),
  );
  expect(literal).toEqual(expect.arrayContaining(['briefing-missing', 'quorum-not-met', 'no-subjects']));
  expect(compared).toEqual(expect.arrayContaining(['printed-differs', 'collected-differs']));
  for (const code of [...literal, ...compared]) expect(missingSentences).toHaveProperty(code);
});

test('a problem without a sentence of its own gets one that quotes its code, and one that has its own keeps it', () => {
  const own = { code: 'bad-date', line: 4, messages: { vi: 'Ngày sai.', en: 'A wrong date.' } };
  const [missing, proof, kept] = withSentences([
    { code: 'setup-not-confirmed', about: '1' },
    { code: 'individual-proof' },
    own,
  ]);
  expect(missing).toMatchObject({ about: '1', messages: missingSentences['setup-not-confirmed'] });
  expect(proof?.messages?.vi).toMatch(/individual-proof/);
  expect(proof?.messages?.en).toMatch(/individual-proof/);
  expect(kept).toEqual(own);
});
