import type { LocalText } from '../../../domain/text/local-text.ts';
import { useStore } from '../device/use-store.ts';
import { type Language, preferences } from '../frame/preferences.ts';

/** What stands in a sentence's places, for example `{left}`. */
export type Places = Readonly<Record<string, string | number>>;

/** A page's sentences in the reader's language. */
export interface Speech<Key extends string> {
  readonly language: Language;
  say(key: Key, places?: Places): string;
  /** A text that came with the ballot form or the session. */
  own(text: LocalText): string;
}

/**
 * Fills the places of a sentence; a place without a value stays visible, so that tests find it. `{count|day|days}` is a
 * word that goes with a number, of one or of several; Vietnamese has no need of it.
 */
export function fillPlaces(sentence: string, places: Places = {}, language: Language = 'vi'): string {
  return sentence.replace(
    /\{(\w+)(?:\|([^|{}]+)\|([^|{}]+))?\}/g,
    (whole, name: string, one?: string, several?: string) => {
      const value = places[name] ?? whole;
      if (one !== undefined && several !== undefined && value !== whole) return Number(value) === 1 ? one : several;
      return typeof value === 'number' ? showNumber(language, value) : value;
    },
  );
}

/** Thousands apart as each language writes them; what has four digits may be a year, and stays as it is. */
function showNumber(language: Language, value: number): string {
  if (Math.abs(value) < 10_000) return String(value);
  return String(value).replace(/\B(?=(?:\d{3}){1,6}$)/g, language === 'vi' ? '.' : ',');
}

export function useTranslation<Key extends string>(sentences: Readonly<Record<Key, LocalText>>): Speech<Key> {
  const { language } = useStore(preferences);
  return {
    language,
    say: (key, places) => fillPlaces(sentences[key][language], places, language),
    own: (text) => text[language],
  };
}
