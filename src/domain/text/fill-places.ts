/** What stands in a sentence's places, for example `{left}`. */
export type Places = Readonly<Record<string, string | number>>;

const english = new Intl.PluralRules('en');

/** The form of an English word that goes with a number; Vietnamese words have one form for all. */
export function wordFor(count: number, one: string, several: string): string {
  return english.select(count) === 'one' ? one : several;
}

/** A number with its English word: "1 sheet", "0 sheets". */
export function counted(count: number, one: string, several = `${one}s`): string {
  return `${count} ${wordFor(count, one, several)}`;
}

/**
 * Fills the places of a sentence; a place without a value stays visible, so that tests find it. `{count|day|days}` is a
 * word that goes with a number, of one or of several.
 * @param show how a number is written
 */
export function fillPlaces(sentence: string, places: Places = {}, show: (value: number) => string = String): string {
  return sentence.replace(
    /\{(\w+)(?:\|([^|{}]+)\|([^|{}]+))?\}/g,
    (whole, name: string, one?: string, several?: string) => {
      const value = places[name];
      if (value === undefined) return whole;
      if (one !== undefined && several !== undefined) return wordFor(Number(value), one, several);
      return typeof value === 'number' ? show(value) : value;
    },
  );
}
