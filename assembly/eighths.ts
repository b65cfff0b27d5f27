import { double, isOnCurve } from './edwards';
import { multiply, read, set, write } from './field';
import { normalise } from './encode';
import { coordinates, fieldSize, points, pointSize, written } from './memory';

/**
 * The points D of a hint, by their affine coordinates, and their powers D^8. Whatever point of the curve D is, D^8 is in
 * the group of order q, since the curve has 8·q points.
 */

/** Reads the coordinates as the first `count` points; false when one is not below p, or a pair not on the curve. */
export function readCoordinates(count: i32): bool {
  for (let i = 0; i < count; i++) {
    const x = points + <usize>i * pointSize;
    const y = x + fieldSize;
    const bytes = coordinates + <usize>i * 64;
    if (!readReduced(x, bytes) || !readReduced(y, bytes + 32)) return false;
    set(y + fieldSize, 1);
    multiply(y + 2 * fieldSize, x, y);
    if (!isOnCurve(x)) return false;
  }
  return true;
}

/** Whether all 256 bits are the one spelling of a field element. */
function readReduced(h: usize, bytes: usize): bool {
  read(h, bytes);
  write(written, h);
  for (let i: usize = 0; i < 32; i += 8) {
    if (load<u64>(written + i) != load<u64>(bytes + i)) return false;
  }
  return true;
}

/** Normalises the first `count` points and writes their coordinates. */
export function writeCoordinates(count: i32): void {
  normalise(count);
  for (let i = 0; i < count; i++) {
    const point = points + <usize>i * pointSize;
    for (let half: usize = 0; half < 2; half++) {
      write(written, point + half * fieldSize);
      memory.copy(coordinates + <usize>i * 64 + half * 32, written, 32);
    }
  }
}

/** Each of the first `count` points becomes its eighth power. */
export function raiseToEight(count: i32): void {
  for (let i = 0; i < count; i++) {
    const point = points + <usize>i * pointSize;
    double(point, false);
    double(point, false);
    double(point, true);
  }
}
