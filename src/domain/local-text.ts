import { z } from 'zod';

/** One line of text that is not blank, composed (NFC) and trimmed at the door. */
export const plainText = z
  .string()
  .transform((text) => text.normalize('NFC').trim())
  .pipe(z.string().min(1));

/** What people read, in both of the service's languages. */
export const localText = z.strictObject({ vi: plainText, en: plainText });

export type LocalText = z.infer<typeof localText>;
