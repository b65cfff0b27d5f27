import { expect, test } from 'vitest';
import { nobleGroup } from '../../../src/protocol/arithmetic/noble-group.ts';
import { decodeHint, encodeHint, hintLength } from '../../../src/protocol/ballot/hint.ts';
import { sha256Hex } from '../../../src/protocol/encoding/hash.ts';
import { readHints, writeHints } from '../../../src/protocol/record/hints-file.ts';
import { anElection } from '../../support/build/elections.ts';
import { repeatableRandom } from '../../support/build/recorded-random.ts';

const election = anElection(nobleGroup, [1]);
const length = hintLength(election);
const random = repeatableRandom(9);
const hashes = ['a', 'b', 'c', 'd'].map((text) => sha256Hex(text));
const some = hashes.map((hash, index) => ({ hash, hint: index === 1 ? undefined : random(length) }));
const hints = some.map(({ hint }) => hint);
const file = writeHints(some);
const entry = 36 + length;

test('the length follows from the election', () => {
  expect(length).toBe(64 * (2 + 4 * 2 + 1));
  expect(
    hintLength(
      anElection(
        nobleGroup,
        Array.from({ length: 15 }, () => 3),
      ),
    ),
  ).toBe(21_184);
  expect(hintLength(anElection(nobleGroup, [2, 5]))).toBe(64 * (4 + 12 + 10 + 24 + 1));
});

test('hints are written in the order of the record, ballots without one too, and read back', () => {
  expect(file.length).toBe(3 * entry + 36);
  expect([...file.subarray(32, 36)]).toEqual([0, 0, length >> 8, length & 0xff]);
  expect([...file.subarray(entry + 32, entry + 36)]).toEqual([0, 0, 0, 0]);
  expect(readHints(election, file, hashes)).toEqual(hints);
  expect(readHints(election, writeHints([]), [])).toEqual([]);
});

test('what stands behind the last ballot is not read', () => {
  const [ended, bare] = [readHints(election, file, hashes.slice(0, 2)), readHints(election, new Uint8Array(), hashes)];
  expect([ended, bare]).toEqual([hints.slice(0, 2), hashes.map(() => undefined)]);
});

test('a file that ends early holds no hint from there on', () => {
  for (let cut = 0; cut < file.length; cut += 13) {
    const whole = [entry, entry + 36, 2 * entry + 36, 3 * entry + 36].filter((end) => end <= cut).length;
    const expected = hints.map((hint, index) => (index < whole ? hint : undefined));
    expect(readHints(election, file.subarray(0, cut), hashes)).toEqual(expected);
  }
});

test('a file that names another ballot, or a length that no hint has, holds no hint from there on', () => {
  const from = (index: number) => hints.map((hint, at) => (at < index ? hint : undefined));
  const [a = '', b = '', c = '', d = ''] = hashes;
  expect(readHints(election, file, [a, b, d, c])).toEqual(from(2));
  expect(readHints(election, file, [b, a, c, d])).toEqual(from(0));
  for (const [place, value] of [
    [entry + 35, 1],
    [entry + 32, 0x80],
    [entry + 36 + 35, 0],
    [entry + 36 + 32, 1],
  ] as const) {
    const altered = file.slice();
    altered[place] = value;
    expect(readHints(election, altered, hashes)).toEqual(from(place < entry + 36 ? 1 : 2));
  }
});

test('a hint that is sent with a ballot has one spelling', () => {
  // Lengths with no, one and two bytes behind the last three: 14, 26 and 40 points and one.
  for (const levels of [[1], [1, 2], [1, 2, 2], [2, 2]]) {
    const own = anElection(nobleGroup, levels);
    const hint = random(hintLength(own));
    const text = encodeHint(hint);
    expect(text).toBe(
      btoa(String.fromCharCode(...hint))
        .replaceAll('+', '-')
        .replaceAll('/', '_')
        .replaceAll('=', ''),
    );
    expect(decodeHint(own, text)).toEqual(hint);
    for (const other of [
      `${text}=`,
      text.slice(1),
      `${text}A`,
      `+${text.slice(1)}`,
      ` ${text.slice(1)}`,
      `é${text.slice(1)}`,
      '',
    ]) {
      expect(decodeHint(own, other)).toBeUndefined();
    }
    const spare = hint.length % 3;
    const last = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_'.indexOf(text.at(-1) ?? '');
    const next = 'BCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_'[last] ?? '';
    if (spare > 0) expect(decodeHint(own, `${text.slice(0, -1)}${next}`)).toBeUndefined();
  }
});
