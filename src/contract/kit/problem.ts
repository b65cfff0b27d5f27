import * as z from 'zod/mini';

const sentence = z.object({ vi: z.string(), en: z.string() });

/** One thing that is wrong, where a request can have several: a field, a line of a file, a missing step. */
export const problemItem = z.object({
  code: z.string(),
  /** Of the request, for example `body.name`. */
  path: z.optional(z.string()),
  /** What it is about, for example the name of a missing step. */
  about: z.optional(z.string()),
  /** Name of the worksheet, where a file has several. */
  worksheet: z.optional(z.string()),
  line: z.optional(z.int()),
  column: z.optional(z.string()),
  messages: z.optional(sentence),
});
export type ProblemItem = z.infer<typeof problemItem>;

export const problemMediaType = 'application/problem+json';

/** RFC 9457. `detail` is in the language asked for, `messages` always has both; programs look at `code`. */
export const problemDocument = z
  .object({
    type: z.string(),
    title: z.string(),
    status: z.int(),
    code: z.string(),
    detail: z.string(),
    messages: sentence,
    problems: z.optional(z.array(problemItem)),
    /** Whole seconds after which the same may be asked again; the header `Retry-After` says it too. */
    retryAfter: z.optional(z.int()),
  })
  .register(z.globalRegistry, { id: 'Problem' });
export type ProblemDocument = z.infer<typeof problemDocument>;
