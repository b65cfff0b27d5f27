import { withoutUnseen } from './unseen-characters.ts';

/** Signs that people, keyboards and word processors put for the one apostrophe of names like H'Hen. */
const apostrophes = /[`´‘’‛′ʹʻʼʽˈꞌ＇]/g;

/** Hyphens, dashes and the minus sign, which word processors put for one another. */
const dashes = /[\u2010-\u2015\u2212]/g;

/** D with stroke, its Icelandic and its African likeness (U+00D0, U+0189): all three look alike in capitals. */
const strokedDs = /[ðɖ]/g;

/** A run of vowels with their marks, taken apart (NFD). */
const vowels = /(?:[aeiouy]\p{M}*)+/gu;

/** Grave, acute, tilde, hook above, dot below. */
const tones = /[\u0300\u0301\u0303\u0309\u0323]/g;

/**
 * Makes two texts equal that say the same: composition, spaces, capitals, the two lawful places of a tone mark
 * (hòa, hoà), the signs for an apostrophe, those for a dash and those for Đ do not count. Diacritics do: Thủy and Thúy are two names, and
 * so are Thi and Thy. What was typed is what is kept; this is only compared.
 */
export function textKey(text: string): string {
  return withoutUnseen(text)
    .normalize('NFD')
    .toLowerCase()
    .replace(strokedDs, 'đ')
    .replace(apostrophes, "'")
    .replace(dashes, '-')
    .replace(vowels, withToneAtEnd)
    .normalize('NFC')
    .replace(/\s+/gu, ' ')
    .trim();
}

/** A syllable has one run of vowels and at most one tone, so that no two syllables fall together. */
function withToneAtEnd(run: string): string {
  const marks = run.match(tones);
  return marks === null ? run : run.replace(tones, '') + marks.join('');
}

/** The same for one piece of work, in which texts come again and again: each is made once. */
export function rememberedTextKeys(): (text: string) => string {
  return rememberedKeys(textKey);
}

export function rememberedKeys(keyOf: (text: string) => string): (text: string) => string {
  const keys = new Map<string, string>();
  return (text) => {
    const known = keys.get(text);
    if (known !== undefined) return known;
    const key = keyOf(text);
    keys.set(text, key);
    return key;
  };
}
