import { isWellFormed, utf8Text } from './utf8.ts';

/** Anything a record may hold. */
export type JsonValue =
  | null
  | boolean
  | number
  | string
  | readonly JsonValue[]
  | { readonly [name: string]: JsonValue };

/** The one way a value is written (PROTOCOL §3): compact, fields in the order of the object. */
export function writeCanonical(value: JsonValue): string {
  // belenios-tool escapes U+007F, JSON.stringify does not; everything else they write alike.
  return JSON.stringify(value).split('\u007f').join('\\u007f');
}

/**
 * Reads a record: valid UTF-8, no byte order mark, well-formed Unicode, and exactly the bytes that writing the value
 * again gives. That refuses spaces, duplicate keys, other escapes and other forms of numbers. Undefined when refused.
 * Which fields there may be, and in which order, is then for {@link readFields} to check.
 */
export function parseCanonical(data: string | Uint8Array): JsonValue | undefined {
  const text = typeof data === 'string' ? data : utf8Text(data);
  if (text === undefined) return undefined;
  try {
    const value = JSON.parse(text) as JsonValue;
    return isPlain(value, maximumDepth) && writeCanonical(value) === text ? value : undefined;
  } catch {
    return undefined;
  }
}

// No record nests more than eight levels. Without a bound it would depend on the engine's stack what is refused.
const maximumDepth = 32;

/** JSON.stringify writes a lone surrogate as an escape without complaint, and other programs then cannot read it. */
function isPlain(value: JsonValue, depth: number): boolean {
  if (typeof value === 'string') return isWellFormed(value);
  if (typeof value !== 'object' || value === null) return true;
  if (depth === 0) return false;
  // A list's items are named by their places.
  return Object.entries(value).every(([name, item]) => isWellFormed(name) && isPlain(item, depth - 1));
}

/**
 * The object, if it has exactly the required fields in this order, followed by any of the optional ones in their order,
 * and nothing else; otherwise undefined.
 */
export function readFields<Required extends string, Optional extends string = never>(
  value: unknown,
  required: readonly Required[],
  optional: readonly Optional[] = [],
): ({ readonly [name in Required]: unknown } & { readonly [name in Optional]?: unknown }) | undefined {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return undefined;
  const names = Object.keys(value);
  if (!required.every((name, index) => names[index] === name)) return undefined;
  const present: readonly string[] = optional.filter((name) => names.includes(name));
  const rest = names.slice(required.length);
  if (rest.length !== present.length || !rest.every((name, index) => present[index] === name)) return undefined;
  return value as { readonly [name in Required]: unknown } & { readonly [name in Optional]?: unknown };
}

/** The list with every element read by `read`; undefined when it is no list, has another length or holds one refused. */
export function readList<Item>(
  value: unknown,
  read: (item: unknown, index: number) => Item | undefined,
  length?: number,
): Item[] | undefined {
  if (!Array.isArray(value) || (length !== undefined && value.length !== length)) return undefined;
  const items: Item[] = [];
  for (const [index, element] of value.entries()) {
    const item = read(element, index);
    if (item === undefined) return undefined;
    items.push(item);
  }
  return items;
}

/** The value if it is a text, otherwise undefined. */
export function readText(value: unknown): string | undefined {
  return typeof value === 'string' ? value : undefined;
}

/** The value if it is a whole number from 0 up (exactly representable), otherwise undefined. */
export function readCount(value: unknown): number | undefined {
  return typeof value === 'number' && Number.isSafeInteger(value) && value >= 0 && !Object.is(value, -0)
    ? value
    : undefined;
}
