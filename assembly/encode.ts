import { copy, invert, isOne, multiply, set, write } from './field';
import { encodings, fieldSize, points, pointSize, prefixes, t4, t5, t6, texts, written } from './memory';

/**
 * Replaces the first `count` points, at most 64, by the same ones with Z = 1, with one inversion for all: of the
 * product of all Z, from which those of the single ones follow from the last to the first. No Z is zero. X, Y and T are
 * products afterwards, as before.
 */
export function normalise(count: i32): void {
  if (areNormal(count)) return;
  for (let i = 0; i < count; i++) {
    const z = points + <usize>i * pointSize + 2 * fieldSize;
    const prefix = prefixes + <usize>i * fieldSize;
    if (i == 0) copy(prefix, z);
    else multiply(prefix, prefix - fieldSize, z);
  }
  invert(t6, prefixes + <usize>(count - 1) * fieldSize);
  for (let i = count - 1; i >= 0; i--) {
    const x = points + <usize>i * pointSize;
    const y = x + fieldSize;
    const z = y + fieldSize;
    if (i == 0) copy(t4, t6);
    else multiply(t4, t6, prefixes + <usize>(i - 1) * fieldSize);
    multiply(t6, t6, z);
    multiply(x, x, t4);
    multiply(y, y, t4);
    set(z, 1);
    multiply(z + fieldSize, x, y);
  }
}

function areNormal(count: i32): bool {
  for (let i = 0; i < count; i++) {
    if (!isOne(points + <usize>i * pointSize + 2 * fieldSize)) return false;
  }
  return true;
}

/** Normalises the first `count` points and writes their encodings, as bytes and as texts. */
export function encode(count: i32): void {
  normalise(count);
  for (let i = 0; i < count; i++) {
    const point = points + <usize>i * pointSize;
    const encoding = encodings + <usize>i * 32;
    // The sign is that of the reduced x.
    write(written, point);
    const odd = load<u8>(written) & 1;
    write(written, point + fieldSize);
    memory.copy(encoding, written, 32);
    store<u8>(encoding + 31, load<u8>(encoding + 31) | (odd << 7));
    writeText(texts + <usize>i * 64, encoding);
  }
}

/** The digits of a little-endian number of 32 bytes, the highest first. */
function writeText(text: usize, bytes: usize): void {
  for (let i: usize = 0; i < 32; i++) {
    const byte = load<u8>(bytes + 31 - i);
    store<u8>(text + 2 * i, digit(byte >> 4));
    store<u8>(text + 2 * i + 1, digit(byte & 15));
  }
}

/** The ASCII code of a hexadecimal digit. */
@inline function digit(value: u8): u8 {
  return value < 10 ? 48 + value : 87 + value;
}
