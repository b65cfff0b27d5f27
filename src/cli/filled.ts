import type { LocalText } from '../domain/text/local-text.ts';

/** Puts values into the places of a text that are named in braces. */
export function filled({ vi, en }: LocalText, places: Readonly<Record<string, string | number>>): LocalText {
  const fill = (text: string) => text.replace(/\{(\w+)\}/g, (whole, name) => String(places[name] ?? whole));
  return { vi: fill(vi), en: fill(en) };
}
