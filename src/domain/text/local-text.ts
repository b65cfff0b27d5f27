import { z } from 'zod';
import { findSteering, hasLongMarkRun, withoutUnseen } from './unseen-characters.ts';

/** One line of text that is not blank, composed (NFC) and trimmed at the door, without what nobody sees. */
export const plainText = z
  .string()
  .refine((text) => !hasLongMarkRun(text))
  .transform((text) => withoutUnseen(text.normalize('NFC')).trim())
  .pipe(
    z
      .string()
      .min(1)
      .refine((text) => findSteering(text) === undefined),
  );

/** What people read, in both of the service's languages. */
export const localText = z.strictObject({ vi: plainText, en: plainText });

export type LocalText = z.infer<typeof localText>;

export type Language = keyof LocalText;
