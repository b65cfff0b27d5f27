import { fillPlaces, type Places } from '../../../domain/text/fill-places.ts';
import type { Language, LocalText } from '../../../domain/text/local-text.ts';
import { useStore } from '../device/use-store.ts';
import { preferences } from '../frame/preferences.ts';

/** A page's sentences in the reader's language. */
export interface Translation<Key extends string> {
  readonly language: Language;
  t(key: Key, places?: Places): string;
  /** A text that came with the ballot form or the session. */
  pick(text: LocalText): string;
}

/** A sentence with its places filled, numbers written as the language does. */
export function filledIn(language: Language, sentence: string, places?: Places): string {
  return fillPlaces(sentence, places, (value) => showNumber(language, value));
}

/** Thousands apart as each language writes them; what has four digits may be a year, and stays as it is. */
function showNumber(language: Language, value: number): string {
  if (Math.abs(value) < 10_000) return String(value);
  return String(value).replace(/\B(?=(?:\d{3}){1,6}$)/g, language === 'vi' ? '.' : ',');
}

export function useTranslation<Key extends string>(sentences: Readonly<Record<Key, LocalText>>): Translation<Key> {
  const { language } = useStore(preferences);
  return {
    language,
    t: (key, places) => filledIn(language, sentences[key][language], places),
    pick: (text) => text[language],
  };
}
