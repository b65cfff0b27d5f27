import type { LocalText } from '../../domain/local-text.ts';
import { type Language, preferences } from './preferences.ts';
import { useStore } from './use-store.ts';

/** What stands in a sentence's places, for example `{left}`. */
export type Places = Readonly<Record<string, string | number>>;

/** A page's sentences in the reader's language. */
export interface Speech<Key extends string> {
  readonly language: Language;
  say(key: Key, places?: Places): string;
  /** A text that came with the ballot form or the session. */
  own(text: LocalText): string;
}

/** Fills the places of a sentence; a place without a value stays visible, so that tests find it. */
export function fillPlaces(sentence: string, places: Places = {}): string {
  return sentence.replace(/\{(\w+)\}/g, (whole, name: string) => String(places[name] ?? whole));
}

export function useSpeech<Key extends string>(sentences: Readonly<Record<Key, LocalText>>): Speech<Key> {
  const { language } = useStore(preferences);
  return {
    language,
    say: (key, places) => fillPlaces(sentences[key][language], places),
    own: (text) => text[language],
  };
}
