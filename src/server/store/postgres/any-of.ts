import { type Column, type SQL, sql } from 'drizzle-orm';

/** Whether the column has one of these values: one parameter, however many there are. */
export function anyOf(column: Column, values: Iterable<string>): SQL {
  return sql`${column} = ANY(${sql.param([...values])})`;
}
