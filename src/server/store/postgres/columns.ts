import { customType } from 'drizzle-orm/pg-core';
import { notJson } from '../json-text.ts';

/** Bytes as they are. */
export const bytea = customType<{ data: Buffer; driverData: Buffer }>({ dataType: () => 'bytea' });

/**
 * A text that holds JSON, as in the other store: `jsonb` would write it anew, and digests are of what was written.
 * Whoever reads it checks with `requireJson`, row by row.
 */
export const json = customType<{ data: unknown; driverData: string }>({
  dataType: () => 'text',
  toDriver: (value) => JSON.stringify(value),
  fromDriver: (text) => {
    try {
      return JSON.parse(text);
    } catch {
      return notJson;
    }
  },
});
