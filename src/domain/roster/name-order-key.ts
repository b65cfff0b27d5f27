import { textKey } from '../text/text-key.ts';

/** Tones in their usual order: level (no mark), huyền, hỏi, ngã, sắc, nặng. */
const tones: ReadonlyMap<string, string> = new Map([
  ['\u0300', '1'],
  ['\u0309', '2'],
  ['\u0303', '3'],
  ['\u0301', '4'],
  ['\u0323', '5'],
]);

/** Letters of their own in the Vietnamese alphabet: ă and â come after every a, and so on. Larger than any letter. */
const ownLetters: ReadonlyMap<string, string> = new Map([
  ['a\u0306', 'a}'],
  ['a\u0302', 'a~'],
  ['e\u0302', 'e}'],
  ['o\u0302', 'o}'],
  ['o\u031b', 'o~'],
  ['u\u031b', 'u}'],
]);

/** Letters that Unicode does not take apart. ƀ is a b with a mark that the Vietnamese alphabet does not have. */
const undivided: ReadonlyMap<string, string> = new Map([
  ['đ', 'd}'],
  ['ƀ', 'b'],
]);

/** What a letter is in the alphabet, and the marks that only tell it from its likes. */
interface ReadLetter {
  readonly letter: string;
  readonly marks: string;
}

/** A character with its marks. */
const letters = /\P{M}\p{M}*/gu;

/**
 * Under which people stand in a list that knows no precedence: by given name (the last word), then by the words between,
 * then by family name; in the order of the Vietnamese alphabet (a ă â b c d đ e ê …), of equal letters by tone, and only
 * then by capitals and apostrophes, then by a year of birth in brackets. ASCII, to be compared byte by byte: every store orders alike. Both places of a tone
 * mark (hòa, hoà) give one key. Two names of one key are told apart by the id.
 */
export function nameOrderKey(name: string): string {
  const { own, beside } = withBeside(name);
  const [given, between, family] = partsOf(textKey(own));
  const letters = `${wordKey(given)}${between.map((word) => `-${wordKey(word)}`).join('')} ${wordKey(family)}`;
  const [writtenGiven, writtenBetween, writtenFamily] = partsOf(own.normalize('NFC'));
  return `${letters} ${[writtenGiven, ...writtenBetween, writtenFamily].map(caseKey).join('')} ${wordKey(textKey(beside))}`;
}

/** For lists that are in memory. */
export function compareNames(a: string, b: string): number {
  const [first, second] = [nameOrderKey(a), nameOrderKey(b)];
  if (first === second) return 0;
  return first < second ? -1 : 1;
}

/** A name, and what stands in brackets behind it: a year of birth. */
function withBeside(name: string): { own: string; beside: string } {
  const trimmed = name.trimEnd();
  const open = trimmed.endsWith(')') ? trimmed.lastIndexOf('(') : -1;
  const beside = trimmed.slice(open + 1, -1);
  if (open < 0 || beside.includes(')')) return { own: trimmed, beside: '' };
  return { own: trimmed.slice(0, open).trimEnd(), beside };
}

/** Given name, the words between, family name; whoever has one word only has no family name. */
function partsOf(name: string): [given: string, between: string[], family: string] {
  const words = name.split(/\s+/u).filter((word) => word !== '');
  return [words.at(-1) ?? '', words.slice(1, -1), words.length > 1 ? (words[0] ?? '') : ''];
}

/** Letters first; of equal letters the tones decide. A word that ends stands before one that goes on. */
function wordKey(word: string): string {
  const read = lettersOf(word).map((letter) => vietnamese.get(letter) ?? readLetter(letter));
  const marks = read.map(({ marks }) => marks || '0').join('');
  return `${read.map(({ letter }) => letter).join('')}!${withoutZerosAtEnd(marks)}`;
}

function withoutZerosAtEnd(marks: string): string {
  let end = marks.length;
  while (marks[end - 1] === '0') end--;
  return marks.slice(0, end);
}

/** Read once: names are made of few letters, and a province has tens of thousands of names. */
const vietnamese: ReadonlyMap<string, ReadLetter> = new Map(
  ['', ...tones.keys()]
    .flatMap((tone) => [...'aăâbcdđeêfghijklmnoôơpqrstuưvwxyz'].map((letter) => (letter + tone).normalize('NFC')))
    .map((letter) => [letter, readLetter(letter)]),
);

/** The letters of a word that count: apostrophes, hyphens and dots do not. Numbers have one length: 2 before 10. */
function lettersOf(word: string): string[] {
  const padded = word.replace(/\d+/g, (digits) => digits.padStart(6, '0'));
  return (padded.match(letters) ?? []).filter((letter) => vietnamese.has(letter) || /^[\p{L}\p{N}]/u.test(letter));
}

function readLetter(character: string): ReadLetter {
  const [base = '', ...marks] = character.normalize('NFD');
  const own = marks.find((mark) => ownLetters.has(base + mark));
  const letter = own === undefined ? (undivided.get(base) ?? base) : (ownLetters.get(base + own) ?? base);
  const others = marks.filter((mark) => mark !== own).map((mark) => tones.get(mark) ?? `6${codeOf(mark)}`);
  const stroke = base === 'ƀ' ? ['6'] : [];
  return {
    letter: /^[a-z0-9}~]+$/.test(letter) ? letter : `{${codeOf(letter)}`,
    marks: [...stroke, ...others].join(''),
  };
}

function codeOf(character: string): string {
  return (character.codePointAt(0) ?? 0).toString(16).padStart(6, '0');
}

/** Small letters before capitals, no apostrophe before one. */
function caseKey(word: string): string {
  const kind = (letter: string) => (letter !== letter.toLowerCase() ? '1' : /^\p{L}/u.test(letter) ? '0' : '2');
  return (word.match(letters) ?? []).map(kind).join('');
}
