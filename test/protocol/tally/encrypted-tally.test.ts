import { expect, test } from 'vitest';
import { wasmGroup as group } from '../../../src/protocol/arithmetic/wasm-group.ts';
import { readEncryptedTally } from '../../../src/protocol/tally/read-encrypted-tally.ts';
import { encryptedTally, multiplyCells } from '../../../src/protocol/tally/tally.ts';

const point = (exponent: bigint) => group.generatorPower(exponent);
const tally = encryptedTally(group, [
  [
    { alpha: point(2n), beta: point(3n) },
    { alpha: group.neutral, beta: point(5n) },
  ],
]);

test('an encrypted tally is read as it was written, neutral points too', () => {
  const read = readEncryptedTally(group, tally.text);
  expect(read?.text).toBe(tally.text);
  expect(read?.cells.map((row) => row.length)).toEqual([2]);
  expect(read?.cells[0]?.[1] && group.isNeutral(read.cells[0][1].alpha)).toBe(true);
  const again = readEncryptedTally(group, tally.text, (text) => group.decodeAgain(text));
  expect(again?.cells.map((row) => row.map(({ beta }) => group.encode(beta)))).toEqual([
    [point(3n), point(5n)].map(group.encode),
  ]);
});

test('anything else is none', () => {
  const { text } = tally;
  const [alpha = ''] = /[0-9a-f]{64}/.exec(text) ?? [];
  for (const other of [
    '',
    'null',
    '{}',
    `${text} `,
    text.replace('"beta"', '"gamma"'),
    text.replace(alpha, 'f'.repeat(64)),
    text.replace(`"${alpha}"`, '1'),
    text.replace('"alpha":', '"more":1,"alpha":'),
  ]) {
    expect(readEncryptedTally(group, other), other).toBeUndefined();
  }
});

test('ciphertexts of another shape cannot be multiplied in: nobody has checked them', () => {
  const [row = []] = tally.cells;
  for (const others of [[], [row.slice(1)]])
    expect(() => multiplyCells(group, tally.cells, others)).toThrow('another shape');
});
