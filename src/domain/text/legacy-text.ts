import { isVietnameseSyllable } from './vietnamese-syllable.ts';

/**
 * Text that was not Unicode when it was written, or was read as something else on its way:
 * - `tcvn3`, `vni`: old fonts' codes, read as Latin letters ("NguyÔn V¨n", "Nguyeãn Vaên")
 * - `misread`: UTF-8 that was read byte by byte ("Nguyá»…n")
 * - `lost`: letters replaced by question marks when the file was saved ("Nguy?n V?n")
 */
export type LegacyText = 'tcvn3' | 'vni' | 'misread' | 'lost';

/** What the codes of TCVN 5712 (ABC) show when they are read as Latin letters, and what they meant. */
const tcvn3 = new Map([
  ...codesFrom(0xa1, 'ĂÂÊÔƠƯĐăâêôơưđ'),
  ...codesFrom(0xb5, 'àảãáạ'),
  ...codesFrom(0xbb, 'ằẳẵắ'),
  ...codesFrom(0xc6, 'ặầẩẫấậè'),
  ...codesFrom(0xce, 'ẻẽéẹềểễếệìỉ'),
  ...codesFrom(0xdc, 'ĩíịò'),
  ...codesFrom(0xe1, 'ỏõóọồổỗốộờởỡớợù'),
  ...codesFrom(0xf1, 'ủũúụừửữứựỳỷỹýỵ'),
]);

/** VNI: a vowel followed by the letter whose place its mark has taken. */
const vniTones = 'øùûõï';
const vniPairs = new Map([
  ...vniVowel('a', vniTones, 'àáảãạ'),
  ...vniVowel('a', 'âàáåãä', 'âầấẩẫậ'),
  ...vniVowel('a', 'êèéúüë', 'ăằắẳẵặ'),
  ...vniVowel('e', vniTones, 'èéẻẽẹ'),
  ...vniVowel('e', 'âàáåãä', 'êềếểễệ'),
  ...vniVowel('o', vniTones, 'òóỏõọ'),
  ...vniVowel('o', 'âàáåãä', 'ôồốổỗộ'),
  ...vniVowel('ô', vniTones, 'ờớởỡợ'),
  ...vniVowel('u', vniTones, 'ùúủũụ'),
  ...vniVowel('ö', vniTones, 'ừứửữự'),
  ...vniVowel('y', vniTones.slice(0, 4), 'ỳýỷỹ'),
]);
const vniSingles = pairUp('ñôöîæóò', 'đơưỵỉĩị');
const vniCode = new RegExp([...vniPairs.keys(), ...vniSingles.keys()].join('|'), 'gi');

/** Letters of Vietnamese below U+0100, and ñ, which Êđê and others write: no sign of an old code by themselves. */
const ordinary = /^[a-zàáâãèéêìíòóôõùúýñ]*$/i;
/** Letters that no old code shows: whoever has one wrote Unicode. */
const unicodeLetter = /[\u0100-\u0151\u0154-\u024f\u1e00-\u1eff]/;
/** An accented capital inside a word that goes on in small letters: "NguyÔn". */
const oddCapital = /[a-zà-ÿ][À-ÖØ-Þ]/;
const word = /[\p{L}\u00a1-\u00bf\u00d7\u00f7\u00ad]+/gu;

/** UTF-8's first byte and the second, as Windows' Latin letters show them. */
const misread =
  /á[º»][\u0080-\u00bf\u0152-\u0192\u02c6\u02dc\u2013-\u203a\u20ac\u2122]|[ÃÄÆ][\u0080-\u00bf\u0192\u2018-\u201d]/;
const lost = /\ufffd|\p{L}\?\p{L}|\p{L}\?+(?=\s+\p{L})|(?<=\p{L}\s)\?+\p{L}/u;

/** Says how a text was spoilt, if it was. Real names, those of minorities included, are never taken for spoilt. */
export function findLegacyText(text: string): LegacyText | undefined {
  const composed = text.normalize('NFC');
  if (lost.test(composed)) return 'lost';
  if (misread.test(composed)) return 'misread';
  if (unicodeLetter.test(composed)) return undefined;
  const words = composed.match(word) ?? [];
  const asTcvn3 = signsOf(words, decodeTcvn3);
  const asVni = signsOf(words, decodeVni);
  if (!areCertain(asTcvn3) && !areCertain(asVni)) return undefined;
  return asVni.length > asTcvn3.length ? 'vni' : 'tcvn3';
}

export function decodeTcvn3(text: string): string {
  return [...text].map((letter) => tcvn3.get(letter) ?? letter).join('');
}

export function decodeVni(text: string): string {
  return text.replace(vniCode, (code) => {
    const decoded = vniPairs.get(code.toLowerCase()) ?? vniSingles.get(code.toLowerCase()) ?? code;
    return code === code.toLowerCase() ? decoded : decoded.toUpperCase();
  });
}

/** Words that are no Vietnamese syllables, but become such, with marks, when they are decoded. */
function signsOf(words: readonly string[], decode: (text: string) => string): string[] {
  return words.filter((one) => {
    const decoded = decode(one);
    return decoded !== one && !isVietnameseSyllable(one) && isVietnameseSyllable(decoded);
  });
}

/** One sign may be a name of a people whose spelling we do not know, unless it has letters that nobody here writes. */
function areCertain(signs: readonly string[]): boolean {
  return signs.length > 1 || signs.some((one) => !ordinary.test(one) || oddCapital.test(one));
}

function codesFrom(first: number, letters: string): [string, string][] {
  return [...letters].map((letter, index) => [String.fromCodePoint(first + index), letter]);
}

function pairUp(from: string, to: string): Map<string, string> {
  const targets = [...to];
  return new Map([...from].map((letter, index) => [letter, targets[index] ?? letter]));
}

function vniVowel(vowel: string, marks: string, letters: string): [string, string][] {
  return [...pairUp(marks, letters)].map(([mark, letter]) => [vowel + mark, letter]);
}
