import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';

const domain = new URL('../../src/domain/', import.meta.url).pathname;

/** Text between quotation marks that ends as a sentence does, or a message's half in one language. */
const sentence = /(['`])(?:(?!\1)[^\n\\])*\p{L} (?:(?!\1)[^\n\\])*\p{L}[”"}]?[.?!]\1/u;

test('the rules say what is the case in values: no sentence for people stands in the domain', () => {
  const spoken = readdirSync(domain, { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.ts'))
    .flatMap((file) =>
      readFileSync(join(domain, file), 'utf8')
        .split('\n')
        .filter((line) => !/^\s*(?:\*|\/\/|\/\*)/.test(line) && sentence.test(line))
        .map((line) => `${file}: ${line.trim()}`),
    );
  expect(spoken).toEqual([]);
});
