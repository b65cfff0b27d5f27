import { fillPlaces, type Places } from '../domain/text/fill-places.ts';
import type { LocalText } from '../domain/text/local-text.ts';

/** Puts values into the places of a text that are named in braces. */
export function filled({ vi, en }: LocalText, places: Places): LocalText {
  return { vi: fillPlaces(vi, places), en: fillPlaces(en, places) };
}
