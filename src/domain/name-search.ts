/** Small letters without diacritics, words apart: what a name is searched by on any keyboard. */
function searchWords(text: string): readonly string[] {
  return text
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replaceAll('đ', 'd')
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word !== '');
}

/**
 * Whether a name answers a search: every word typed begins a word of the name, in any order; diacritics and capitals do
 * not count. An empty search finds everybody.
 */
export function nameMatches(search: string): (name: string) => boolean {
  const wanted = searchWords(search);
  return (name) => {
    const words = searchWords(name);
    return wanted.every((word) => words.some((one) => one.startsWith(word)));
  };
}
