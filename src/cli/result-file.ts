import { z } from 'zod';

const count = z.int().min(0);

/** `result.json`: the result as a program reads it, one element per subject in the order of the ballot. */
export const resultFile = z.strictObject({
  committee: z.string(),
  /** Id of the ballot form. */
  form: z.string(),
  summoned: count,
  present: count,
  /** Everybody on the roll, where others were summoned too. */
  voters: count.optional(),
  issued: count,
  collected: count,
  /** Ballots that were wholly invalid. */
  invalid: count,
  base: z.strictObject({ kind: z.enum(['collected', 'roll']), value: count }),
  subjects: z.array(
    z.strictObject({
      name: z.string(),
      position: z.string(),
      collected: count,
      valid: count,
      invalid: count,
      /** By id of the level, in the form's order; `percent` of the base, two decimals. */
      levels: z.record(z.string(), z.strictObject({ count, percent: z.string() })),
      /** 0: no consequence; otherwise the number of the form's tier. */
      tier: count,
    }),
  ),
  record: z.strictObject({ fingerprint: z.string(), uuid: z.string() }),
});
export type ResultFile = z.infer<typeof resultFile>;

/** Reads a `result.json`; undefined when it is none. */
export function readResultFile(content: Uint8Array): ResultFile | undefined {
  try {
    return resultFile.safeParse(JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(content))).data;
  } catch {
    return undefined;
  }
}
