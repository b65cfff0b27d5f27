import type * as z from 'zod/mini';
import { isExactBytes } from '../../contract/kit/text.ts';
import { isBytes, type Operation } from '../../contract/operation.ts';

type Schema = z.core.$ZodType;

/** Of a text that only has a form (an id, a day, a hash); each of them ends long before. */
const longestForm = 100;
/** A composed letter is up to three units apart, and JSON can write each as `\uXXXX`. */
const bytesPerUnit = 18;
/** As JSON writes the longest of them: `-1.7976931348623157e+308`. */
const bytesOfNumber = 24;
/** For blanks between the parts, and for a field or two that is not known here. */
const leeway = 4096;
/** Of a JSON body that declares none and whose schema does not end. */
const usualLimit = 256 * 1024;

/** A JSON object, array or text, as schemas of this project are made. */
export function isObject(schema: Schema): schema is z.ZodMiniObject {
  return schema._zod.def.type === 'object';
}

export function isArray(schema: Schema): schema is z.core.$ZodArray {
  return schema._zod.def.type === 'array';
}

export function isText(schema: Schema): schema is z.core.$ZodString {
  return schema._zod.def.type === 'string';
}

const known = new WeakMap<Schema, readonly Schema[]>();

/** What a schema is under its wrappers: itself, or the members of a union. One that is marked is looked at no further. */
export function alternatives(schema: Schema): readonly Schema[] {
  const found = known.get(schema) ?? findAlternatives(schema);
  known.set(schema, found);
  return found;
}

function findAlternatives(schema: Schema): readonly Schema[] {
  if (isExactBytes(schema)) return [schema];
  const { def } = (schema as z.core.$ZodTypes)._zod;
  switch (def.type) {
    case 'optional':
    case 'nullable':
    case 'default':
      return alternatives(def.innerType);
    case 'pipe':
      return alternatives(def.in);
    case 'union':
      return def.options.flatMap(alternatives);
    default:
      return [schema];
  }
}

/** How many UTF-16 units a text of this schema has at most; undefined where nothing says so. */
export function longestText(schema: z.core.$ZodString): number | undefined {
  const checks = checksOf(schema);
  const longest = checks.find(({ check }) => check === 'max_length')?.maximum;
  return longest ?? (checks.some(({ check }) => check === 'string_format') ? longestForm : undefined);
}

/** How many elements an array of this schema has at most; undefined where nothing says so. */
export function mostElements(schema: z.core.$ZodArray): number | undefined {
  return checksOf(schema).find(({ check }) => check === 'max_length')?.maximum;
}

interface Check {
  readonly check?: string;
  readonly maximum?: number;
}

/** A format (an id, a day) is a schema and a check of its own. */
function checksOf({ _zod: { def } }: z.core.$ZodString | z.core.$ZodArray): readonly Check[] {
  return [...(def.checks ?? []).map((one) => one._zod.def as Check), def as Check];
}

/**
 * How many bytes of body an operation reads at most. What its schema can need is enough, and mostly a small part of
 * what would otherwise have to be parsed before it is refused.
 */
export function bodyLimitOf({ body, bodyLimit = usualLimit }: Operation): number {
  if (isBytes(body)) return body.maximum;
  if (body === undefined) return leeway;
  return Math.min(bodyLimit, leeway + longestJson(body));
}

/** How many bytes JSON of this schema needs at most, however its texts are written. */
export function longestJson(schema: Schema): number {
  return Math.max(4, ...alternatives(schema).map(longestOf));
}

function longestOf(schema: Schema): number {
  const endless = Number.POSITIVE_INFINITY;
  if (isObject(schema)) {
    const fields = Object.entries(schema.shape as Record<string, Schema>);
    return fields.reduce((sum, [key, field]) => sum + 6 * key.length + 4 + longestJson(field), 2);
  }
  if (isArray(schema)) return 2 + (mostElements(schema) ?? endless) * (longestJson(schema._zod.def.element) + 1);
  if (isText(schema)) return 2 + (longestText(schema) ?? endless) * bytesPerUnit;
  const { def } = (schema as z.core.$ZodTypes)._zod;
  switch (def.type) {
    case 'number':
      return bytesOfNumber;
    case 'boolean':
    case 'null':
      return 5;
    case 'enum':
      return longestValue(Object.values(def.entries));
    case 'literal':
      return longestValue(def.values);
    default:
      return endless;
  }
}

function longestValue(values: readonly unknown[]): number {
  return Math.max(...values.map((value) => 6 * String(value).length + 2));
}
