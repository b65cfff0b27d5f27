import { expect, test } from 'vitest';
import { base58Alphabet, base58Text } from '../../../src/protocol/arithmetic/random.ts';

test('a byte whose six bits are no index is drawn again', () => {
  const bytes = [58, 63, 0, 64 + 57, 255, 1];
  expect(base58Text(3, (length) => Uint8Array.from(bytes.splice(0, length)))).toBe('1z2');
});

test('the alphabet has 58 characters and none that people confuse', () => {
  expect(new Set(base58Alphabet).size).toBe(58);
  expect(base58Alphabet).not.toMatch(/[0OIl]/);
});
