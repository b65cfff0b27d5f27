import { Option } from 'commander';
import type { LocalText } from '../domain/text/local-text.ts';

/** In which language a command speaks; both when nobody chose. */
export type Spoken = 'vi' | 'en' | 'both';

/** Puts a text into the words that are wanted. */
export type Say = (text: LocalText) => string;

export function speaker(spoken: Spoken): Say {
  return ({ vi, en }) => (spoken === 'both' ? (vi === en ? vi : `${vi} / ${en}`) : { vi, en }[spoken]);
}

export function languageOption(): Option {
  return new Option('--lang <language>', 'language of what is printed').choices(['vi', 'en', 'both']).default('both');
}
