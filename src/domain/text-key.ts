/** Makes two texts equal that say the same: composition, spaces and capitals do not count, diacritics do. */
export function textKey(text: string): string {
  return text.normalize('NFC').replace(/\s+/gu, ' ').trim().toLowerCase();
}
