import * as z from 'zod/mini';

/** Characters that a cursor has at most, whatever the rows are called. */
export const longestCursor = 1000;

/** Where a part of a list ends: given back, the next part begins behind it. */
const cursor = z.string().check(z.maxLength(longestCursor));

/** What every long list is asked for: a part of it, the first one or the one behind `after`. */
export const partOfList = {
  after: z.optional(cursor),
  limit: z._default(z.coerce.number().check(z.int(), z.minimum(1), z.maximum(200)), 50),
};

/** What every long list answers: `next` is where the next part begins, null behind the last. */
export function listPart<Row extends z.ZodMiniType>(row: Row) {
  return z.object({ rows: z.array(row), next: z.nullable(cursor) });
}
