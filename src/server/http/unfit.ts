import type * as z from 'zod/mini';
import type { ProblemItem } from '../../contract/kit/problem.ts';
import { isExactBytes } from '../../contract/kit/text.ts';
import type { LocalText } from '../../domain/text/local-text.ts';
import { hasLongMarkRun } from '../../domain/text/unseen-characters.ts';
import { alternatives, isArray, isObject, isText, longestText, mostElements } from './longest.ts';

type Schema = z.core.$ZodType;

/** Fields that nobody declared; more are no slip of a program. */
const mostUnknown = 20;
/** What people write decomposed has up to three units where one is counted; blanks around it are taken off later. */
const unitsPerLetter = 4;

const sentences = {
  'not-unicode': {
    vi: 'Có ký tự không hợp lệ (Unicode hỏng).',
    en: 'There is a broken character (not well-formed Unicode).',
  },
  'too-many-marks': {
    vi: 'Có quá nhiều dấu chồng lên một chữ; đó không phải là văn bản.',
    en: 'There are too many marks on one letter; this is no text.',
  },
  'too-long': {
    vi: 'Có một mục dài hơn mức được nhận ở đây.',
    en: 'A part is longer than what is taken here.',
  },
  'too-many-fields': {
    vi: 'Có quá nhiều trường lạ.',
    en: 'There are too many unknown fields.',
  },
} as const satisfies Record<string, LocalText>;

type Fault = keyof typeof sentences;

/**
 * What makes a part of a request unfit to be composed and looked at by its schema: that would take a time out of proportion.
 * Only what the schema has a place for is gone into, and no deeper; everything else is dropped or refused there as a whole.
 * One problem at most: who sends such a thing has no use for a list.
 */
export function findUnfit(value: unknown, schema: Schema, part: string): ProblemItem | undefined {
  const fault = faultOf(value, alternatives(schema));
  return fault && { path: part, code: fault, messages: sentences[fault] };
}

function faultOf(value: unknown, schemas: readonly Schema[]): Fault | undefined {
  if (typeof value === 'string') return faultOfText(value, schemas);
  if (Array.isArray(value)) return faultOfList(value, schemas.filter(isArray));
  if (value === null || typeof value !== 'object') return undefined;
  return faultOfFields(value, schemas.filter(isObject));
}

function faultOfText(value: string, schemas: readonly Schema[]): Fault | undefined {
  // A choice or a number is compared, whatever it is.
  if (!schemas.some(isText)) return undefined;
  const longest = Math.max(...schemas.filter(isText).map((one) => longestText(one) ?? Number.POSITIVE_INFINITY));
  if (value.length > unitsPerLetter * (longest + 1)) return 'too-long';
  // A lone surrogate cannot be written into a record (PROTOCOL §3).
  if (!value.isWellFormed()) return 'not-unicode';
  return !schemas.some(isExactBytes) && hasLongMarkRun(value) ? 'too-many-marks' : undefined;
}

function faultOfList(value: readonly unknown[], schemas: readonly z.core.$ZodArray[]): Fault | undefined {
  if (schemas.length === 0) return undefined;
  const allowed = Math.max(...schemas.map((one) => mostElements(one) ?? Number.POSITIVE_INFINITY));
  if (value.length > allowed) return 'too-long';
  const elements = schemas.flatMap(({ _zod }) => alternatives(_zod.def.element));
  return first(value, (one) => faultOf(one, elements));
}

function faultOfFields(value: object, schemas: readonly z.ZodMiniObject[]): Fault | undefined {
  if (schemas.length === 0) return undefined;
  const known = new Set(schemas.flatMap(({ shape }) => Object.keys(shape)));
  const keys = Object.keys(value);
  if (keys.length > known.size + mostUnknown) return 'too-many-fields';
  return first(keys, (key) => {
    const own = schemas.flatMap(({ shape }) => (Object.hasOwn(shape, key) ? (shape[key] ?? []) : []));
    return faultOf(value[key as keyof typeof value], own.flatMap(alternatives));
  });
}

function first<One, Found>(all: readonly One[], find: (one: One) => Found | undefined): Found | undefined {
  for (const one of all) {
    const found = find(one);
    if (found !== undefined) return found;
  }
  return undefined;
}
