import * as z from 'zod/mini';
import { findSteering, hasLongMarkRun, withoutUnseen } from './unseen-characters.ts';

/** One line of text that is not blank, composed (NFC) and trimmed at the door, without what nobody sees. */
export const plainText = z.pipe(
  z.pipe(
    z.string().check(z.refine((text) => !hasLongMarkRun(text))),
    z.transform((text) => withoutUnseen(text.normalize('NFC')).trim()),
  ),
  z.string().check(
    z.minLength(1),
    z.refine((text) => findSteering(text) === undefined),
  ),
);

/** What people read, in both of the service's languages. */
export const localText = z.strictObject({ vi: plainText, en: plainText });

export type LocalText = z.infer<typeof localText>;

export type Language = keyof LocalText;
