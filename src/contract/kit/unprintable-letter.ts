import type { LocalText } from '../../domain/text/local-text.ts';
import { letterName } from '../../domain/text/printable.ts';

/** @param letter as `findUnprintable` gives it; named by its code points too: it may look like a box here as well */
export function unprintableLetter(letter: string): LocalText {
  const named = letterName(letter);
  return {
    vi: `Không in được chữ ${named}. Hãy viết bằng chữ cái La-tinh, như trên giấy tờ tiếng Việt.`,
    en: `The letter ${named} cannot be printed. Write it in Latin letters, as Vietnamese documents do.`,
  };
}
