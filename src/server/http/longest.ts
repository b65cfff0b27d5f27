import { z } from 'zod';
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
export function isObject(schema: Schema): schema is z.ZodObject {
  return schema instanceof z.ZodObject;
}

export function isArray(schema: Schema): schema is z.ZodArray {
  return schema instanceof z.ZodArray;
}

export function isText(schema: Schema): schema is z.ZodString {
  return schema instanceof z.ZodString || schema instanceof z.ZodStringFormat;
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
  if (schema instanceof z.ZodOptional || schema instanceof z.ZodNullable || schema instanceof z.ZodDefault) {
    return alternatives(schema.unwrap());
  }
  if (schema instanceof z.ZodPipe) return alternatives(schema.in);
  if (schema instanceof z.ZodUnion) return schema.options.flatMap(alternatives);
  return [schema];
}

/** How many UTF-16 units a text of this schema has at most; undefined where nothing says so. */
export function longestText(schema: z.ZodString): number | undefined {
  const checks = checksOf(schema);
  const longest = checks.find(({ check }) => check === 'max_length')?.maximum;
  return longest ?? (checks.some(({ check }) => check === 'string_format') ? longestForm : undefined);
}

/** How many elements an array of this schema has at most; undefined where nothing says so. */
export function mostElements(schema: z.ZodArray): number | undefined {
  return checksOf(schema).find(({ check }) => check === 'max_length')?.maximum;
}

interface Check {
  readonly check?: string;
  readonly maximum?: number;
}

/** A format (an id, a day) is a schema and a check of its own. */
function checksOf({ _zod: { def } }: z.ZodString | z.ZodArray): readonly Check[] {
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
  if (isArray(schema)) return 2 + (mostElements(schema) ?? endless) * (longestJson(schema.element) + 1);
  if (isText(schema)) return 2 + (longestText(schema) ?? endless) * bytesPerUnit;
  if (schema instanceof z.ZodNumber) return bytesOfNumber;
  if (schema instanceof z.ZodBoolean || schema instanceof z.ZodNull) return 5;
  if (schema instanceof z.ZodEnum || schema instanceof z.ZodLiteral) {
    const values = schema instanceof z.ZodEnum ? schema.options : [...schema.values];
    return Math.max(...values.map((value) => 6 * String(value).length + 2));
  }
  return endless;
}
