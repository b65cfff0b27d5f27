import type * as z from 'zod/mini';
import { isExactBytes } from '../../contract/kit/text.ts';
import { alternatives, isArray, isObject, isText } from './longest.ts';

type Schema = z.core.$ZodType;

/**
 * Composes (NFC) every text in `value` that its schema has a place for, but those marked `exactBytes`. Decomposed
 * Vietnamese, as macOS and some spreadsheets write it, breaks search, PDF and print otherwise. To be called for what
 * `findUnfit` found nothing in: composing takes a time that is quadratic in a run of marks.
 */
export function composeTexts(value: unknown, schema: Schema): unknown {
  return compose(value, alternatives(schema));
}

function compose(value: unknown, schemas: readonly Schema[]): unknown {
  if (schemas.some(isExactBytes)) return value;
  if (typeof value === 'string') return schemas.some(isText) ? value.normalize('NFC') : value;
  if (schemas.length === 0) return value;
  if (Array.isArray(value)) {
    const elements = schemas.filter(isArray).flatMap(({ _zod }) => alternatives(_zod.def.element));
    return value.map((item) => compose(item, elements));
  }
  if (value === null || typeof value !== 'object') return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, field]) => [
      key,
      compose(
        field,
        schemas.filter(isObject).flatMap((one) => fieldsOf(one, key)),
      ),
    ]),
  );
}

function fieldsOf({ shape }: z.ZodMiniObject, key: string): readonly Schema[] {
  const field = Object.hasOwn(shape, key) ? shape[key] : undefined;
  return field === undefined ? [] : alternatives(field);
}
