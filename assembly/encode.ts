import { copy, invert, multiply, write } from './field';
import { fieldSize, points, pointSize, prefixes, t4, t5, t6 } from './memory';

/**
 * Replaces the first `count` points, at most 64, by their encodings of 32 bytes, with one inversion for all: of the
 * product of all Z, from which those of the single ones follow from the last to the first. No Z is zero.
 */
export function encode(count: i32): void {
  for (let i = 0; i < count; i++) {
    const z = points + <usize>i * pointSize + 2 * fieldSize;
    const prefix = prefixes + <usize>i * fieldSize;
    if (i == 0) copy(prefix, z);
    else multiply(prefix, prefix - fieldSize, z);
  }
  invert(t6, prefixes + <usize>(count - 1) * fieldSize);
  for (let i = count - 1; i >= 0; i--) {
    const point = points + <usize>i * pointSize;
    if (i == 0) copy(t4, t6);
    else multiply(t4, t6, prefixes + <usize>(i - 1) * fieldSize);
    multiply(t6, t6, point + 2 * fieldSize);
    multiply(t5, point + fieldSize, t4);
    multiply(t4, point, t4);
    write(point, t4);
    const odd = load<u8>(point) & 1;
    write(point, t5);
    store<u8>(point + 31, load<u8>(point + 31) | (odd << 7));
  }
}
