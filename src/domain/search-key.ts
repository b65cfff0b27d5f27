/** Letters that Unicode does not take apart into a letter and its mark. */
const undivided: ReadonlyMap<string, string> = new Map([
  ['đ', 'd'],
  ['ƀ', 'b'],
]);

/**
 * Under which a name is found and put in order: small letters without diacritics, words parted by one blank, numbers
 * of one length, so that "Chi bộ 2" stands before "Chi bộ 10".
 */
export function searchKey(text: string): string {
  return withoutDiacritics(text).replace(/\d+/g, (digits) => digits.padStart(6, '0'));
}

/** Small letters a–z and digits only, words parted by one blank: "Nguyễn Thị Đào" is "nguyen thi dao". */
export function withoutDiacritics(text: string): string {
  return text
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[đƀ]/g, (letter) => undivided.get(letter) ?? letter)
    .replace(/[^a-z0-9]+/g, ' ')
    .trim();
}

/** The words of a search; a name fits when each of them begins one of its words. */
export function searchWords(search: string): readonly string[] {
  return searchKey(search)
    .split(' ')
    .filter((word) => word !== '');
}

/** Whether a name of this key fits the words. */
export function fitsSearch(key: string, words: readonly string[]): boolean {
  return words.every((word) => ` ${key}`.includes(` ${word}`));
}
