import type { z } from 'zod';
import type { ProblemItem } from '../../contract/problem.ts';
import type { LocalText } from '../../domain/local-text.ts';
import { hasLongMarkRun } from '../../domain/unseen-characters.ts';
import { alternatives, isArray, isObject, isText, longestText, mostElements } from './longest.ts';

type Schema = z.core.$ZodType;

/** No declared shape is half as deep. */
const deepest = 16;
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
  'too-deep': {
    vi: 'Dữ liệu lồng vào nhau quá nhiều tầng.',
    en: 'The values are nested too deeply.',
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
 * What makes a part of a request unfit to be composed and looked at any closer. The work is proportional to the value
 * whatever is in it; composing and schemas may assume what is checked here. One problem at most: who sends such a thing has
 * no use for a list.
 */
export function findUnfit(value: unknown, schema: Schema | undefined, part: string): ProblemItem | undefined {
  const fault = faultOf(value, 0) ?? (schema && excessOf(value, alternatives(schema)));
  return fault && { path: part, code: fault, messages: sentences[fault] };
}

/** What no text and no value may be, wherever it stands. */
function faultOf(value: unknown, depth: number): Fault | undefined {
  if (typeof value === 'string') return faultOfText(value);
  if (value === null || typeof value !== 'object' || value instanceof Uint8Array) return undefined;
  if (depth === deepest) return 'too-deep';
  if (Array.isArray(value)) return first(value, (one) => faultOf(one, depth + 1));
  return first(Object.entries(value), ([key, field]) => faultOfText(key) ?? faultOf(field, depth + 1));
}

function faultOfText(text: string): Fault | undefined {
  if (!text.isWellFormed()) return 'not-unicode';
  return hasLongMarkRun(text) ? 'too-many-marks' : undefined;
}

/** What is larger than its schema allows, before the schema is asked: that would go through all of it. */
function excessOf(value: unknown, schemas: readonly Schema[]): Fault | undefined {
  if (typeof value === 'string') {
    const longest = Math.max(...schemas.filter(isText).map((one) => longestText(one) ?? Number.POSITIVE_INFINITY), 0);
    return value.length > unitsPerLetter * longest + unitsPerLetter && schemas.some(isText) ? 'too-long' : undefined;
  }
  if (Array.isArray(value)) {
    const arrays = schemas.filter(isArray);
    const most = Math.max(...arrays.map((one) => mostElements(one) ?? Number.POSITIVE_INFINITY), 0);
    if (arrays.length > 0 && value.length > most) return 'too-long';
    const elements = arrays.flatMap(({ element }) => alternatives(element));
    return first(value, (one) => excessOf(one, elements));
  }
  if (value === null || typeof value !== 'object' || value instanceof Uint8Array) return undefined;
  const objects = schemas.filter(isObject);
  const known = new Set(objects.flatMap(({ shape }) => Object.keys(shape)));
  const entries = Object.entries(value);
  if (entries.filter(([key]) => !known.has(key)).length > mostUnknown) return 'too-many-fields';
  return first(entries, ([key, field]) => {
    const own = objects.filter(({ shape }) => Object.hasOwn(shape, key));
    return excessOf(
      field,
      own.flatMap(({ shape }) => alternatives(shape[key] as Schema)),
    );
  });
}

function first<One, Found>(all: readonly One[], find: (one: One) => Found | undefined): Found | undefined {
  for (const one of all) {
    const found = find(one);
    if (found !== undefined) return found;
  }
  return undefined;
}
