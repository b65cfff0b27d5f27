import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  type CardRefusal,
  cardCode,
  cardGroups,
  createCardSeed,
  isCardGroup,
  isOldCard,
  readCard,
} from '../../src/client/teller/key-card.ts';
import { readOldCard } from '../../src/client/teller/old-key-card.ts';
import { sessionId } from '../../src/domain/session/session.ts';
import { isSeed } from '../../src/protocol/ceremony/trustee-keys.ts';
import { oldCards } from '../support/build/old-cards.ts';
import { repeatableRandom } from '../support/build/recorded-random.ts';

const id = sessionId.parse('Dw5xMuS7nSTvZXabcdefgh');
const seeds = Array.from({ length: 40 }, (_, at) => createCardSeed(repeatableRandom(at + 1)));
const seed = seeds[0] ?? '';
const groups = cardGroups(seed) ?? [];
const digits = groups.join('');

const reasonOf = (typed: string): CardRefusal['refusal'] | undefined => {
  const read = readCard(typed);
  return read.ok ? undefined : read.refusal;
};
const withDigit = (text: string, at: number, digit: number) => text.slice(0, at) + String(digit) + text.slice(at + 1);

test('every seed that is drawn is one, and eight groups of six digits say it', () => {
  for (const drawn of seeds) {
    expect(isSeed(drawn)).toBe(true);
    expect(cardGroups(drawn)?.join(' ')).toMatch(/^\d{6}( \d{6}){7}$/);
    expect(readCard(cardGroups(drawn)?.join(' ') ?? '')).toEqual({ ok: true, seed: drawn });
  }
});

test('the highest and the lowest value of 128 bits have digits; a value of another program that needs more has none', () => {
  for (const edge of ['YcVfxkQb6JRzqk5kF2tNLv', '1111111111111111111111']) {
    expect(readCard(cardGroups(edge)?.join(' ') ?? '')).toEqual({ ok: true, seed: edge });
  }
  expect(cardGroups('YcVfxkQb6JRzqk5kF2tNLv')?.join(' ')).toBe(
    '544450 178706 735012 541541 139937 718905 829137 832957',
  );
  expect(cardGroups('z'.repeat(22))).toBeUndefined();
});

describe('a card is read back', () => {
  test.each([
    ['from its code', () => cardCode({ sessionId: id, teller: 2, seed })],
    ['from its digits in groups', () => groups.join(' ')],
    ['from digits with dashes, dots and lines between', () => groups.join('-\n. ')],
    ['from digits in one piece', () => digits],
    [
      'from the wide digits of another keyboard',
      () => digits.replaceAll(/\d/g, (d) => String.fromCodePoint(0xff10 + Number(d))),
    ],
  ])('%s', (_how, typed) => {
    expect(isOldCard(typed())).toBe(false);
    expect(readCard(typed())).toMatchObject({ ok: true, seed });
  });

  test('with the vote and the teller that its code names', () => {
    const read = readCard(cardCode({ sessionId: id, teller: 2, seed }));
    expect(read).toEqual({ ok: true, seed, sessionId: id, teller: 2 });
  });
});

describe('what is no card, or is one with a mistake, says what is wrong', () => {
  test.each([
    ['card-empty', () => ' \n'],
    ['card-other-code', () => 'https://phieu.example/v#x'],
    ['card-other-code', () => `${cardCode({ sessionId: id, teller: 2, seed })}/more`],
    ['card-other-code', () => cardCode({ sessionId: id, teller: 2, seed: `0${seed.slice(1)}` })],
    ['card-digit-count', () => groups.slice(1).join(' ')],
    ['card-digit-count', () => `${digits}0`],
  ])('%s', (refusal, typed) => {
    expect(reasonOf(typed())).toBe(refusal);
  });

  const place = fc.nat(47);
  const digit = fc.nat(9);

  test('one wrong digit names its group, whichever it is', () => {
    fc.assert(
      fc.property(fc.constantFrom(...seeds), place, digit, (drawn, at, other) => {
        const whole = cardGroups(drawn)?.join('') ?? '';
        fc.pre(whole[at] !== String(other));
        const read = readCard(withDigit(whole, at, other));
        expect(read).toEqual({ ok: false, refusal: 'card-groups-check', places: [Math.floor(at / 6) + 1] });
      }),
    );
  });

  test('two neighbouring digits exchanged, and two groups exchanged, are named', () => {
    fc.assert(
      fc.property(fc.constantFrom(...seeds), fc.nat(7), fc.nat(4), fc.nat(7), (drawn, group, at, other) => {
        const all = cardGroups(drawn) ?? [];
        const own = all[group] ?? '';
        const turned = own.slice(0, at) + own.charAt(at + 1) + own.charAt(at) + own.slice(at + 2);
        if (turned !== own) expect(isCardGroup(group, turned)).toBe(false);
        if (other !== group) expect(isCardGroup(other, own)).toBe(false);
      }),
    );
  });

  test('groups that are right one by one and belong to two cards are noticed by the check of the whole', () => {
    const mixed = seeds
      .slice(1)
      .map((other) => reasonOf([...groups.slice(0, 4), ...(cardGroups(other) ?? []).slice(4)].join('')));
    // Four bits: one mixture in sixteen passes, and is then no card of the ceremony.
    expect(mixed.filter((reason) => reason === 'card-digits-check').length).toBeGreaterThan(mixed.length * 0.8);
    expect(mixed.every((reason) => reason === undefined || reason === 'card-digits-check')).toBe(true);
  });
});

test('digits that say more than 128 bits are no card, though each group is right', () => {
  const checks = Array.from({ length: 10 }, (_, check) => `99999${check}`);
  const over = Array.from({ length: 8 }, (_, place) => checks.find((group) => isCardGroup(place, group)));
  expect(reasonOf(over.join(' '))).toBe('card-digits-check');
});

describe('a card of an earlier release', () => {
  const card = oldCards[0];
  const words = card?.words?.split(' ') ?? [];

  test.each(oldCards)(
    'with seed $seed is still read from its words and from its characters',
    ({ seed: known, words: said, characters }) => {
      for (const text of [said, characters, characters.replaceAll(' ', '-'), characters.replaceAll(' ', '')]) {
        if (text === null) continue;
        expect(isOldCard(text)).toBe(true);
        expect(readOldCard(text)).toEqual({ ok: true, seed: known });
      }
    },
  );

  test('is read from capitals and lines as a telephone writes them, and from the first four letters of each word', () => {
    const capitals = words.map((word) => word.charAt(0).toUpperCase() + word.slice(1)).join('\n');
    for (const text of [`  ${capitals} `, words.map((word) => word.slice(0, 4)).join(' ')]) {
      expect(readOldCard(text)).toEqual({ ok: true, seed: card?.seed });
    }
  });

  test.each([
    ['card-characters', () => card?.characters.slice(5)],
    ['card-characters', () => card?.characters.replace(/^./, '0')],
    ['card-check', () => card?.characters.replace(/.$/, 'z')],
    ['card-word-count', () => words.slice(1).join(' ')],
    ['card-words-check', () => [words[1], words[0], ...words.slice(2)].join(' ')],
  ])('with a mistake is refused: %s', (refusal, typed) => {
    expect(readOldCard(typed() ?? '')).toMatchObject({ ok: false, refusal });
  });

  test('with a word that is in no list names it by its place', () => {
    // Three letters begin several words of the list.
    for (const other of ['phieu', words[3]?.slice(0, 3) ?? '']) {
      const typed = words.map((word, at) => (at === 3 ? other : word)).join(' ');
      expect(readOldCard(typed)).toEqual({ ok: false, refusal: 'card-unknown-word', place: 4, word: other });
    }
  });
});
