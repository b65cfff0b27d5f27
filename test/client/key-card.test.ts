import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  type CardRefusal,
  cardCode,
  cardGroups,
  cardWords,
  createCardSeed,
  readCard,
} from '../../src/client/teller/key-card.ts';
import { sessionId } from '../../src/domain/session/session.ts';
import { isSeed } from '../../src/protocol/ceremony/trustee-keys.ts';
import { repeatableRandom } from '../support/build/recorded-random.ts';

const id = sessionId.parse('Dw5xMuS7nSTvZXabcdefgh');
const seeds = Array.from({ length: 40 }, (_, at) => createCardSeed(repeatableRandom(at + 1)));
const seed = seeds[0] ?? '';
const words = cardWords(seed) ?? [];

const reasonOf = (typed: string): CardRefusal['refusal'] | undefined => {
  const read = readCard(typed);
  return read.ok ? undefined : read.refusal;
};

test('every seed that is drawn is one, and twelve words and 24 characters say it', () => {
  for (const drawn of seeds) {
    expect(isSeed(drawn)).toBe(true);
    expect(cardWords(drawn)).toHaveLength(12);
    expect(cardGroups(drawn).join('')).toHaveLength(24);
  }
  // The highest and the lowest value that 128 bits hold.
  expect(cardWords('YcVfxkQb6JRzqk5kF2tNLv')?.at(-1)).toBe('wrong');
  expect(cardWords('1111111111111111111111')?.join(' ')).toBe(`${'abandon '.repeat(11)}about`);
});

test('a seed of another program that twelve words cannot say still has its characters', () => {
  expect(cardWords('z'.repeat(22))).toBeUndefined();
  expect(readCard(cardGroups('z'.repeat(22)).join(' '))).toEqual({ ok: true, seed: 'z'.repeat(22) });
});

describe('a card is read back', () => {
  test.each([
    ['from its code', () => cardCode({ sessionId: id, teller: 2, seed })],
    ['from its words', () => words.join(' ')],
    [
      'from words as a telephone’s keyboard writes them',
      () => `  ${words.map((word) => word.charAt(0).toUpperCase() + word.slice(1)).join('\n')} `,
    ],
    ['from the first four letters of each word', () => words.map((word) => word.slice(0, 4)).join(' ')],
    ['from its characters in groups', () => cardGroups(seed).join(' ')],
    ['from its characters with dashes, or with nothing between', () => cardGroups(seed).join('-')],
    ['from its characters in one piece', () => cardGroups(seed).join('')],
  ])('%s', (_how, typed) => {
    expect(readCard(typed())).toMatchObject({ ok: true, seed });
  });

  test('with the vote and the teller that its code names', () => {
    expect(readCard(cardCode({ sessionId: id, teller: 2, seed }))).toEqual({
      ok: true,
      seed,
      sessionId: id,
      teller: 2,
    });
  });
});

describe('what is no card, or is one with a mistake, says what is wrong', () => {
  test.each([
    ['card-empty', () => ' \n'],
    ['card-other-code', () => 'https://phieu.example/v#x'],
    ['card-other-code', () => `${cardCode({ sessionId: id, teller: 2, seed })}/more`],
    ['card-other-code', () => cardCode({ sessionId: id, teller: 2, seed: `0${seed.slice(1)}` })],
    ['card-characters', () => cardGroups(seed).slice(1).join(' ')],
    ['card-characters', () => cardGroups(seed).join('').replace(/^./, '0')],
    ['card-word-count', () => words.slice(1).join(' ')],
    ['card-words-check', () => [words[1], words[0], ...words.slice(2)].join(' ')],
  ])('%s', (refusal, typed) => {
    expect(reasonOf(typed())).toBe(refusal);
  });

  test('a word that is in no list, by its place', () => {
    // Three letters begin several words of the list.
    for (const other of ['phieu', words[3]?.slice(0, 3) ?? '']) {
      const typed = words.map((word, at) => (at === 3 ? other : word)).join(' ');
      expect(readCard(typed)).toEqual({ ok: false, refusal: 'card-unknown-word', place: 4, word: other });
    }
  });

  test('any one character exchanged for another is noticed nearly always, and never read as the same card', () => {
    const whole = cardGroups(seed).join('');
    fc.assert(
      fc.property(fc.nat(23), fc.constantFrom(...'123456789ABCabcxyz'), (at, other) => {
        fc.pre(whole[at] !== other);
        const read = readCard(whole.slice(0, at) + other + whole.slice(at + 1));
        return !read.ok || read.seed !== seed;
      }),
    );
  });
});
