import { z } from 'zod';

const exact = z.registry<{ exact: true }>();

/**
 * Marks a schema whose texts reach the server byte for byte, a sealed ballot for example: everything else is composed
 * (NFC) at the door.
 */
export function exactBytes<Schema extends z.ZodType>(schema: Schema): Schema {
  exact.add(schema, { exact: true });
  return schema;
}

export function isExactBytes(schema: z.core.$ZodType): boolean {
  return exact.has(schema as z.ZodType);
}

/** One line as a person types it: no control characters, no blanks around it, not empty. */
export function lineOfText(maximum: number) {
  return z
    .string()
    .trim()
    .min(1)
    .max(maximum)
    .regex(/^\P{Cc}*$/u);
}
