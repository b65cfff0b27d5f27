import { withoutDiacritics } from '../text/search-key.ts';
import { isListTitle } from './line-marks.ts';

/** No committee: the group stands beside ones that name theirs, and names none. */
const ended = '';

interface Level {
  /** How groups of this level are counted: "I", "A", "1", "1.1", or not at all. */
  readonly counting: string;
  readonly committee: string | null;
  readonly isAlternate: boolean;
}

const counter = /^\(?([IVXLC]{1,6}|[A-ZĐ]|\d{1,3}(?:\.\d{1,2})*)(?:\s*[.)/:–-]\s*|\s+)\S/u;
const alphabet = 'ABCDĐEGHIKLMNOPQRSTUVXY';

/** Groups of people within a committee, which no count tells from a group beside it. */
const ofPeople =
  /^(?:ban thuong vu|ban chap hanh|uy ban kiem tra|bch|btv|thuong truc|uy vien|dai bieu|cap uy|chi uy|cac|bi thu|pho bi thu)\b/;

/** "Dự khuyết", without "chính thức" beside it. */
export function saysAlternate(text: string): boolean {
  return /d[uự] khuy[eế]t/iu.test(text) && !/ch[ií]nh th[uứ]c/iu.test(text);
}

/**
 * What group lines and titles say of the lines below them, from the widest group to the narrowest. A group ends those
 * that are counted like it, and the groups within them.
 */
export class GroupLevels {
  #levels: readonly Level[] = [];
  #lastLetter = '';
  #isListOfAlternates = false;

  /** @param committee what it names; undefined where it names none */
  addGroup(text: string, committee: string | undefined): void {
    const counting = this.#countingOf(text);
    const isOfPeople = counting === 'words' && committee === undefined && ofPeople.test(withoutDiacritics(text));
    this.#put(isOfPeople ? 'people' : counting, text, committee);
  }

  addTitle(text: string, committee: string | undefined): void {
    if (committee === undefined && !isListTitle(text)) return;
    this.#isListOfAlternates = saysAlternate(text);
    const hasNamed = this.#levels[0]?.counting === 'title';
    // The title of a printed page stands again without a word of whose list it is.
    if (committee !== undefined || hasNamed) this.#levels = [levelOf('title', text, committee ?? ended)];
  }

  /** Empty where a group that names none has ended one that did; null where none was named. */
  get committee(): string | null {
    return this.#levels.findLast(({ committee }) => committee !== null)?.committee ?? null;
  }

  get isOfAlternates(): boolean {
    return this.#isListOfAlternates || this.#levels.some(({ isAlternate }) => isAlternate);
  }

  #put(counting: string, text: string, committee: string | undefined): void {
    const at = this.#levels.findIndex((level) => level.counting === counting);
    const before = this.#levels[at]?.committee ?? null;
    const own = committee ?? (before === null ? null : ended);
    this.#levels = [...this.#levels.slice(0, at < 0 ? undefined : at), levelOf(counting, text, own)];
  }

  /** "C" and "I" are letters behind "B" and "H", otherwise numerals. */
  #countingOf(text: string): string {
    const mark = counter.exec(text)?.[1];
    if (mark === undefined) return 'words';
    if (/^\d/.test(mark)) return `digits ${mark.split('.').length}`;
    const place = mark.length === 1 ? alphabet.indexOf(mark) : -1;
    const isLetter = place >= 0 && (!/[IVXLC]/.test(mark) || alphabet[place - 1] === this.#lastLetter);
    if (isLetter) this.#lastLetter = mark;
    return isLetter ? 'letter' : 'numeral';
  }
}

function levelOf(counting: string, text: string, committee: string | null): Level {
  return { counting, committee, isAlternate: saysAlternate(text) };
}
