import { withoutDiacritics } from '../text/search-key.ts';
import { textKey } from '../text/text-key.ts';
import { groupWords } from './line-marks.ts';

/** What a text beside a list says of whose list it is. */
export type NamedCommittee =
  | { readonly kind: 'none' }
  | { readonly kind: 'one'; readonly name: string }
  /** It speaks of a committee that we do not know, or of several. */
  | { readonly kind: 'unclear'; readonly name: string };

export interface CommitteesBeside {
  /** A group line: "I. Chi bộ ấp 1". */
  ofGroup(text: string): NamedCommittee;
  /** A title: "DANH SÁCH BAN CHẤP HÀNH ĐẢNG BỘ XÃ AN HÒA". */
  ofTitle(text: string): NamedCommittee;
  /** The name of a worksheet: "Đảng bộ xã An Hòa", "An Hòa". */
  ofWorksheet(name: string): NamedCommittee;
}

const nobody: NamedCommittee = { kind: 'none' };

/** What names of committees begin with, and what may follow that is no name yet. */
const kinds =
  '(?:dang bo|dang uy|chi bo|chi uy|tinh uy|thanh uy|huyen uy|thi uy|quan uy|dang bo bo phan|ban chap hanh dang bo|ban chap hanh chi bo)';
const place = '(?:tinh|thanh pho|tp|huyen|quan|thi xa|xa|phuong|thi tran|dac khu|ap|khu pho|kp)';
/** A committee by its name: "Chi bộ ấp 7", not "Ban Thường vụ Đảng ủy xã" nor "đảng ủy viên". */
const committeeByName = new RegExp(
  `(?:^| )${kinds}(?: ${place})? (?!${place}$|vien\\b|truc thuoc\\b|co so\\b)[a-z0-9]`,
);

function speaksOfCommittee(text: string): boolean {
  return committeeByName.test(withoutDiacritics(text).replace(/ (?:nhiem ky|khoa) .*$/, ''));
}

const beginsWithKind = new RegExp(`^${kinds}\\b`);

/** Whether a text begins as names of committees do. */
export function isCommitteeTitle(text: string): boolean {
  return beginsWithKind.test(withoutDiacritics(text));
}

/** "III Chi bộ ấp 7": what counts the group may have a cell of its own. */
const countedBefore = /^(?:[IVXLC]{1,6}|[A-ZĐ]|\d{1,3})\s+(?=\p{Lu})/u;

const kindAndPlace = new RegExp(`^${kinds}(?: ${place})? `);

/** @param names of every committee that stands, those of one name as often as there are */
export function committeesBeside(names: readonly string[]): CommitteesBeside {
  const byKey = new Map<string, string[]>();
  const byShort = new Map<string, string[]>();
  for (const name of names) {
    add(byKey, wordsOf(name), name);
    add(byShort, shortOf(name), name);
  }
  const longest = Math.max(0, ...[...byKey.keys()].map((key) => key.split(' ').length));
  const exactly = (text: string): NamedCommittee | undefined => {
    const found = byKey.get(wordsOf(text));
    return found && oneOf(found, text);
  };
  const within = (text: string): NamedCommittee => {
    const found = namesWithin(wordsOf(text).split(' '), byKey, longest);
    const [first, second] = found;
    if (first === undefined) return nobody;
    return oneOf(second === undefined ? (byKey.get(first) ?? []) : [], text);
  };
  return {
    ofTitle: within,
    ofGroup: (text) => {
      const words = (groupWords(text) ?? text).replace(countedBefore, '');
      const exact = exactly(words);
      if (exact !== undefined) return exact;
      const inside = within(words);
      if (inside.kind !== 'none') return inside;
      return speaksOfCommittee(words) ? { kind: 'unclear', name: words } : nobody;
    },
    ofWorksheet: (name) => {
      const exact = exactly(name);
      if (exact !== undefined) return exact;
      const short = byShort.get(shortOf(name));
      return short === undefined ? within(name) : oneOf(short, name);
    },
  };
}

/** The only committee that a text can mean; `text` itself where it can mean several. */
function oneOf([only, second]: readonly string[], text: string): NamedCommittee {
  return only !== undefined && second === undefined ? { kind: 'one', name: only } : { kind: 'unclear', name: text };
}

function add(map: Map<string, string[]>, key: string, name: string): void {
  const found = map.get(key);
  if (found === undefined) map.set(key, [name]);
  else found.push(name);
}

const executives = [
  [textKey('đảng ủy'), textKey('đảng bộ')],
  [textKey('chi ủy'), textKey('chi bộ')],
] as const;
const member = textKey(' viên');

/** Small letters with their marks, without punctuation; a đảng ủy is the committee of its đảng bộ. */
function wordsOf(text: string): string {
  const words = textKey(text)
    .replace(/[^\p{L}\p{M}\p{N}']+/gu, ' ')
    .trim();
  return executives.reduce(
    (all, [executive, branch]) =>
      all
        .split(executive)
        .reduce((before, after) => before + (after.startsWith(member.trimStart(), 1) ? executive : branch) + after),
    words,
  );
}

/** "Đảng ủy xã Phú Túc" is "Phú Túc" for short. Compared without diacritics: names of worksheets often have none. */
function shortOf(name: string): string {
  return withoutDiacritics(name).replace(kindAndPlace, '');
}

/** The names that stand in a text, none within another. */
function namesWithin(words: readonly string[], byKey: ReadonlyMap<string, unknown>, longest: number): string[] {
  const found: string[] = [];
  for (let at = 0; at < words.length; ) {
    let length = Math.min(longest, words.length - at);
    while (length > 0 && !byKey.has(words.slice(at, at + length).join(' '))) length -= 1;
    if (length > 0) found.push(words.slice(at, at + length).join(' '));
    at += Math.max(1, length);
  }
  return [...new Set(found)];
}
