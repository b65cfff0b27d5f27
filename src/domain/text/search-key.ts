import { textKey } from './text-key.ts';

/** Letters that Unicode does not take apart into a letter and its mark. */
const undivided: ReadonlyMap<string, string> = new Map([
  ['đ', 'd'],
  ['ð', 'd'],
  ['ɖ', 'd'],
  ['ƀ', 'b'],
  ['ø', 'o'],
  ['ł', 'l'],
]);

/**
 * Under which a name is found and put in order: small letters without diacritics and apostrophes, words parted by one
 * blank, numbers of one length, so that "Chi bộ 2" stands before "Chi bộ 10". What follows an apostrophe stands once
 * more at the end: "H'Hen Niê" is found by "hhen", by "h hen" and by "hen nie".
 */
export function searchKey(text: string): string {
  const key = textKey(text);
  const called = key.match(/(?<=[\p{L}\p{M}]')\p{L}[^ ]*/gu) ?? [];
  return plainKey([key, ...called].join(' '));
}

function plainKey(key: string): string {
  return withoutDiacritics(key.replaceAll("'", '')).replace(/\d+/g, (digits) => digits.padStart(6, '0'));
}

/** Small letters a–z and digits only, words parted by one blank: "Nguyễn Thị Đào" is "nguyen thi dao". */
export function withoutDiacritics(text: string): string {
  return text
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[đðɖƀøł]/g, (letter) => undivided.get(letter) ?? letter)
    .replace(/[^a-z0-9]+/g, ' ')
    .trim();
}

/** The words of a search; a name fits when each of them begins one of its words. */
export function searchWords(search: string): readonly string[] {
  return plainKey(textKey(search))
    .split(' ')
    .filter((word) => word !== '');
}

/** Whether a name of this key fits the words. */
export function fitsSearch(key: string, words: readonly string[]): boolean {
  return wordsBeside(key, words) === 0;
}

/**
 * Where one that was found stands among all: first the name that is just what was typed, then names that begin with it,
 * then those that hold the most of its words; of these by key. Without words by key alone. `name` is the key of the name
 * where something else stands behind it; `order` what those of one place are in order by, where it is not the key.
 */
export function placeInSearch(key: string, words: readonly string[], name = key, order = key): string {
  if (words.length === 0) return order;
  const typed = words.join(' ');
  const begins = name === typed ? 0 : 1;
  const place = key.startsWith(typed) ? begins : 2 + wordsBeside(key, words);
  return `${String(place).padStart(3, '0')} ${order}`;
}

/** How many of the words this key does not hold. */
function wordsBeside(key: string, words: readonly string[]): number {
  return words.filter((word) => !` ${key}`.includes(` ${word}`)).length;
}
