import * as z from 'zod/mini';

/** Something that was not read, was taken for something, or could not be read; `line` is null where a whole sheet is meant. */
export const listNoteView = z
  .object({
    /** Name of the worksheet; empty for a CSV file and for what was pasted. */
    worksheet: z.string(),
    line: z.nullable(z.int()),
    /** As the file calls it, or its letter; empty where no column is meant. */
    column: z.string(),
    code: z.string(),
    messages: z.object({ vi: z.string(), en: z.string() }),
  })
  .register(z.globalRegistry, { id: 'ListNote' });
export type ListNoteView = z.infer<typeof listNoteView>;

export const worksheetUses = ['read', 'hidden', 'no-list', 'empty'] as const;

/** What a file holds and what became of it. */
export const listReading = z
  .object({
    worksheets: z.array(
      z.object({
        name: z.string(),
        isHidden: z.boolean(),
        use: z.enum(worksheetUses),
        /** How many lines of it were read: people, committees or targets. */
        lines: z.int(),
        /** Those that hold a title or a value, from the left; `field`: what it is read as, null where it is not used. */
        columns: z.array(z.object({ letter: z.string(), title: z.string(), field: z.nullable(z.string()) })),
      }),
    ),
  })
  .register(z.globalRegistry, { id: 'ListReading' });
export type ListReadingView = z.infer<typeof listReading>;

/** What every answer about a list says of how it was read. */
export const readingParts = {
  reading: listReading,
  /** The first hundred of `warningCount`. */
  warnings: z.array(listNoteView),
  warningCount: z.int(),
};

/** What a preview and its entry agree on: SHA-256 of everything that would change. */
export const diffHash = z.string().check(z.regex(/^[0-9a-f]{64}$/));
/** Of the preview that was looked at: nothing is entered if it would be anything else. */
export const agreedDiff = z.optional(diffHash);

/** Whether names that stand in capitals are kept so or written the usual way. */
export const capitals = z._default(z.enum(['keep', 'usual']), 'keep');
