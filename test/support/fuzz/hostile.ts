import type { Dice } from './dice.ts';

export type Json = null | boolean | number | string | Json[] | { [key: string]: Json };

const texts: readonly string[] = [
  ...['', ' ', '\u0000', '\n', '\ud800', '\udfff\ud800', '\ufeff', '\u202e', '\u200b', 'null', '0', '-1', '1e999'],
  ...['__proto__', 'constructor', 'toString', '../../etc/passwd', '%00', '%', "' OR 1=1 --", '=1+1', '<b>', '{{x}}'],
  ...['a'.repeat(300), 'a'.repeat(20_000), 'ế'.repeat(5_000), '𠀀'.repeat(400), `a${'\u0323\u0301'.repeat(2_000)}`],
  ...['9999-12-31', '0000-01-01', '2026-02-30', '2026-12-01T00:00:00+99:99', '00000000-0000-0000-0000-000000000000'],
  ...['AAAA', `${'A'.repeat(43)}=`, 'f'.repeat(64), '7'.repeat(78), '-5', '00', '1.5', 'Infinity', 'Nguyễn Thị Ý'],
];
const values: readonly Json[] = [
  ...[null, true, false, 0, -1, 0.5, 1e308, -1e308, 2 ** 31, 2 ** 53, -(2 ** 53), 1e-320],
  ...[[], {}, [[]], [{}], [null], { id: null }, { length: 1e9 }, Array.from({ length: 1_000 }, () => 0)],
];

/** Something that was hardly foreseen where it will stand. */
export function hostileValue(dice: Dice): Json {
  if (dice.oneIn(12)) return nested(dice.upTo(2_000));
  if (dice.oneIn(20)) return Object.fromEntries(Array.from({ length: dice.upTo(3_000) }, (_, at) => [`k${at}`, at]));
  return cloned(dice.oneIn(2) ? dice.pick(texts) : dice.pick(values));
}

export function hostileText(dice: Dice): string {
  return dice.pick(texts);
}

function nested(depth: number): Json {
  let value: Json = 1;
  for (let at = 0; at < depth; at++) value = at % 2 === 0 ? [value] : { a: value };
  return value;
}

/** Not `structuredClone`, which gives up on trees that are some thousand levels deep. */
function cloned(value: Json): Json {
  return JSON.parse(JSON.stringify(value)) as Json;
}

/** The same tree with one thing in it changed: replaced, taken away, doubled, renamed, or something added. */
export function mutated(dice: Dice, value: Json, lent: readonly Json[] = []): Json {
  const copy = cloned(value);
  const places = placesIn(copy);
  if (places.length === 0) return hostileValue(dice);
  const { within, key } = dice.pick(places);
  const holder = within as Record<string | number, Json>;
  switch (dice.upTo(lent.length > 0 ? 9 : 6)) {
    case 0:
      if (Array.isArray(within)) within.splice(Number(key), 1);
      else delete holder[key];
      break;
    case 1:
      if (Array.isArray(within)) within.push(cloned(within[Number(key)] ?? null));
      else define(within, dice.pick(['unknown', '__proto__', 'constructor', '', `${key} `]), hostileValue(dice));
      break;
    case 2: {
      const other = dice.pick(places);
      holder[key] = cloned((other.within as Record<string | number, Json>)[other.key] ?? null);
      break;
    }
    case 3:
      holder[key] = alike(dice, holder[key] ?? null);
      break;
    case 4:
    case 5:
      holder[key] = hostileValue(dice);
      break;
    default:
      lend(dice, copy, { within, key }, dice.pick(lent));
  }
  return copy;
}

/** Puts a lent value, or what stands at the same place in it, where it can do most. */
function lend(dice: Dice, copy: Json, { within, key }: Place, lent: Json): void {
  const same = placesIn(lent)[placesIn(copy).findIndex((place) => place.within === within && place.key === key)];
  const value = same === undefined ? lent : ((same.within as Record<string | number, Json>)[same.key] ?? null);
  const texts = placesIn(copy).filter((place) => typeof valueAt(place) === 'string');
  const place = same === undefined && texts.length > 0 ? dice.pick(texts) : { within, key };
  (place.within as Record<string | number, Json>)[place.key] = cloned(value);
}

function valueAt({ within, key }: Place): Json {
  return (within as Record<string | number, Json>)[key] ?? null;
}

/** Of the same kind and nearly the same: the last step before it is right. */
function alike(dice: Dice, value: Json): Json {
  if (typeof value === 'number') return value + dice.pick([-1, 1, 0.5]);
  if (typeof value === 'boolean') return !value;
  if (typeof value !== 'string' || value === '') return hostileValue(dice);
  const at = dice.upTo(value.length);
  const letter = dice.pick(['0', '1', '9', 'a', 'f', 'A', 'ê', ' ', '']);
  return value.slice(0, at) + letter + value.slice(at + 1);
}

/** As a JSON text can: `__proto__` becomes a key like any other. */
function define(within: object, key: string, value: Json): void {
  Object.defineProperty(within, key, { value, enumerable: true, configurable: true, writable: true });
}

interface Place {
  readonly within: Json[] | { [key: string]: Json };
  readonly key: string | number;
}

function placesIn(value: Json): Place[] {
  if (typeof value !== 'object' || value === null) return [];
  return Object.keys(value).flatMap((key) => [
    { within: value, key: Array.isArray(value) ? Number(key) : key },
    ...placesIn((value as Record<string, Json>)[key] ?? null),
  ]);
}

/** With some of its bytes changed or its end cut off. */
export function flip(dice: Dice, content: Uint8Array): Uint8Array {
  const changed = Uint8Array.from(content);
  if (changed.length === 0) return changed;
  for (let times = dice.upTo(4); times >= 0; times--) changed[dice.upTo(changed.length)] = dice.upTo(256);
  return dice.oneIn(4) ? changed.subarray(0, dice.upTo(changed.length)) : changed;
}
