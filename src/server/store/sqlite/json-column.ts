import { customType } from 'drizzle-orm/sqlite-core';
import { notJson } from '../json-text.ts';

/** A text that holds JSON. Whoever reads it checks with `requireJson`, row by row. */
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
