import { describe, expect, test } from 'vitest';
import {
  begun,
  type Keying,
  type MarkedLine,
  marksOf,
  type Press,
  placeAsked,
  press,
  pressOfKey,
} from '../../src/web/desk/keying.ts';

const size = 3;
const marks = (...lines: MarkedLine[]): Press[] => lines.map((line) => ({ kind: 'mark', line }));
const finish: Press = { kind: 'finish' };
const takeOver: Press = { kind: 'take-over' };
const invalid = (reason: string): Press => ({ kind: 'whole-invalid', reason });
const keyed = (...presses: readonly Press[]): Keying => presses.reduce((now, one) => press(now, one, size), begun);

describe('a sheet keyed twice', () => {
  test('is agreed on where both read the same', () => {
    const end = keyed(...marks(0, null, 2), finish, takeOver, ...marks(0, null, 2), finish);
    expect(end).toEqual({ step: 'agreed', reading: { kind: 'lines', lines: [0, null, 2] } });
  });

  test('shows the second person nothing of the first entry', () => {
    const second = keyed(...marks(2, 1, 0), finish, takeOver);
    expect(second).toMatchObject({ step: 'second', lines: [] });
  });

  test('asks a third person for the differing lines only, in which neither entry counts for more', () => {
    const differing = keyed(...marks(0, 1, 2), finish, takeOver, ...marks(0, 2, null), finish);
    expect(differing).toMatchObject({ step: 'lines-differ', places: [1, 2] });
    const decided = [...marks(null, 2)].reduce((now, one) => press(now, one, size), differing);
    expect(decided).toEqual({ step: 'agreed', reading: { kind: 'lines', lines: [0, null, 2] } });
  });

  test('lets the third person take a line back', () => {
    const differing = keyed(...marks(0, 0, 0), finish, takeOver, ...marks(1, 1, 0), finish);
    const presses: Press[] = [...marks(2), { kind: 'back' }, ...marks(1, 1)];
    const end = presses.reduce((now, one) => press(now, one, size), differing);
    expect(end).toEqual({ step: 'agreed', reading: { kind: 'lines', lines: [1, 1, 0] } });
  });

  test('is not finished before its last line, and takes no line too many', () => {
    expect(keyed(...marks(0, 1), finish)).toMatchObject({ step: 'first', lines: [0, 1] });
    expect(keyed(...marks(0, 1, 2, 0))).toMatchObject({ lines: [0, 1, 2] });
    expect(keyed(...marks(0, 1), { kind: 'back' }, { kind: 'back' }, { kind: 'back' })).toMatchObject({ lines: [] });
  });

  test('needs one press for each line and one to finish', () => {
    const presses = [...Array.from({ length: 15 }, (): Press => ({ kind: 'mark', line: 0 })), finish];
    expect(presses).toHaveLength(16);
    expect(presses.reduce((now, one) => press(now, one, 15), begun).step).toBe('hand-over');
  });
});

describe('a sheet that is wholly invalid', () => {
  test('is so when both found the same reason', () => {
    const end = keyed(invalid('not-issued'), takeOver, invalid('not-issued'));
    expect(end).toEqual({ step: 'agreed', reading: { kind: 'invalid', reason: 'not-issued' } });
  });

  test.each([
    [[invalid('a'), takeOver, invalid('b')]],
    [[invalid('a'), takeOver, ...marks(0, 0, 0), finish]],
    [[...marks(0, 0, 0), finish, takeOver, invalid('a')]],
  ])('is decided by a third person when the two differ', (presses) => {
    const differing = keyed(...presses);
    expect(differing.step).toBe('validity-differs');
    expect(press(differing, finish, size)).toBe(differing);
    expect(press(differing, invalid('a'), size)).toMatchObject({ reading: { kind: 'invalid', reason: 'a' } });
    expect(press(differing, { kind: 'valid-after-all' }, size)).toEqual(begun);
  });

  test('is cast with every line unmarked', () => {
    expect(marksOf({ kind: 'invalid', reason: 'a' }, size)).toEqual([undefined, undefined, undefined]);
    expect(marksOf({ kind: 'lines', lines: [1, null, 0] }, size)).toEqual([1, undefined, 0]);
  });
});

test('keys of the keyboard: a level by its number, 0 for none, nothing for numbers that no level has', () => {
  expect(pressOfKey('1', 3)).toEqual({ kind: 'mark', line: 0 });
  expect(pressOfKey('0', 3)).toEqual({ kind: 'mark', line: null });
  expect(pressOfKey('4', 3)).toBeUndefined();
  expect(pressOfKey('4', 4)).toEqual({ kind: 'mark', line: 3 });
  expect(pressOfKey('x', 3)).toBeUndefined();
});

describe('at every moment', () => {
  const differing = keyed(...marks(0, 1, 2), finish, takeOver, ...marks(0, 2, null), finish);
  const handOver = keyed(...marks(0, 1, 2), finish);
  const validity = keyed(invalid('not-issued'), takeOver, ...marks(0, 1, 2), finish);
  const agreed = keyed(...marks(0, 1, 2), finish, takeOver, ...marks(0, 1, 2), finish);

  test('a press that means nothing now changes nothing', () => {
    const all: readonly Press[] = [...marks(1), { kind: 'back' }, finish, invalid('torn'), takeOver];
    const means = (now: Keying) => all.flatMap((one) => (press(now, one, size) === now ? [] : [one.kind]));
    expect(means(keyed(...marks(0)))).toEqual(['mark', 'back', 'whole-invalid']);
    expect(means(handOver)).toEqual(['take-over']);
    expect(means(differing)).toEqual(['mark', 'back']);
    expect(means(validity)).toEqual(['whole-invalid']);
    expect(means(agreed)).toEqual([]);
    expect(press(validity, { kind: 'valid-after-all' }, size)).toEqual(begun);
  });

  test('the line that is asked for is the next one, of those that differ or of all', () => {
    expect([begun, keyed(...marks(0, 1)), keyed(...marks(0, 1, 2))].map((now) => placeAsked(now, size))).toEqual([
      ...[0, 2, undefined],
    ]);
    const decided = press(differing, { kind: 'mark', line: 1 }, size);
    expect([differing, decided].map((now) => placeAsked(now, size))).toEqual([1, 2]);
    expect([handOver, validity, agreed].map((now) => placeAsked(now, size))).toEqual([undefined, undefined, undefined]);
    expect(placeAsked(press(handOver, takeOver, size), size)).toBe(0);
  });

  test('Backspace takes back and Enter finishes', () => {
    expect(['Backspace', 'Enter', 'x', '12'].map((key) => pressOfKey(key, 3))).toEqual([
      ...[{ kind: 'back' }, { kind: 'finish' }, undefined, undefined],
    ]);
  });
});
