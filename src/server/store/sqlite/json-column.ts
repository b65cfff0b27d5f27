import { customType } from 'drizzle-orm/sqlite-core';

/** What is read where a column's text is no JSON: one such row must not keep all the others from being read. */
export const notJson = Symbol('not JSON');

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

export function requireJson(...values: readonly unknown[]): void {
  if (values.includes(notJson)) throw new SyntaxError('a column does not hold JSON');
}
