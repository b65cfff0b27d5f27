import { z } from 'zod';
import { isExactBytes } from '../../contract/text.ts';

type Schema = z.core.$ZodType;

/**
 * Composes (NFC) every text in `value` but those whose schema is marked `exactBytes`. Decomposed Vietnamese, as macOS
 * and some spreadsheets write it, breaks search, PDF and print otherwise.
 */
export function composeTexts(value: unknown, schema?: Schema): unknown {
  return compose(value, schema ? alternatives(schema) : []);
}

function compose(value: unknown, schemas: readonly Schema[]): unknown {
  if (schemas.some(isExactBytes)) return value;
  if (typeof value === 'string') return value.normalize('NFC');
  if (Array.isArray(value)) return value.map((item) => compose(item, schemas.flatMap(elementsOf)));
  if (value === null || typeof value !== 'object' || value instanceof Uint8Array) return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, field]) => [
      key,
      compose(
        field,
        schemas.flatMap((one) => fieldsOf(one, key)),
      ),
    ]),
  );
}

function elementsOf(schema: Schema): Schema[] {
  return schema instanceof z.ZodArray ? alternatives(schema.element) : [];
}

function fieldsOf(schema: Schema, key: string): Schema[] {
  if (schema instanceof z.ZodRecord) return alternatives(schema.valueType);
  if (!(schema instanceof z.ZodObject) || !Object.hasOwn(schema.shape, key)) return [];
  return alternatives(schema.shape[key]);
}

/** What a schema is under its wrappers; one that is marked is looked at no further. */
function alternatives(schema: Schema): Schema[] {
  if (isExactBytes(schema)) return [schema];
  if (schema instanceof z.ZodOptional || schema instanceof z.ZodNullable || schema instanceof z.ZodDefault) {
    return alternatives(schema.unwrap());
  }
  if (schema instanceof z.ZodPipe) return alternatives(schema.in);
  if (schema instanceof z.ZodUnion) return schema.options.flatMap(alternatives);
  return [schema];
}
