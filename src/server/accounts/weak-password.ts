import { type OptionsType, ZxcvbnFactory } from '@zxcvbn-ts/core';
import { adjacencyGraphs, dictionary } from '@zxcvbn-ts/language-common';
import { withoutDiacritics } from '../../domain/text/search-key.ts';

/** Out of 4: at least 10⁸ guesses (zxcvbn); the lock of a name leaves an attacker a hundred a day. */
const scoreNeeded = 3;

/** What lists of common passwords from elsewhere do not know. */
const localWords = [
  ...['matkhau', 'vietnam', 'anhyeuem', 'emyeuanh', 'khongbiet', 'quantri', 'admin', 'hanoi', 'saigon', 'hochiminh'],
  ...['dongchi', 'bithu', 'capuy', 'dangvien', 'dangcongsan', 'congsan', 'tinnhiem', 'phieutinnhiem', 'vanphong'],
  ...['nguyen', 'tran', 'pham', 'hoang', 'huynh', 'phan', 'dang', 'bui', 'duong', 'thi', 'van'],
];

let kept: ZxcvbnFactory | undefined;
function estimator(): ZxcvbnFactory {
  const options: OptionsType = {
    dictionary: { ...dictionary, localWords },
    graphs: adjacencyGraphs,
    // Longer ones are not worse, and take long to look at.
    maxLength: 60,
  };
  kept ??= new ZxcvbnFactory(options);
  return kept;
}

/** Whether a password is easy to guess: common, a pattern of the keyboard, or made of what is known of its owner. */
export function isWeakPassword(password: string, known: readonly string[]): boolean {
  const own = known.flatMap((text) => [text, ...withoutDiacritics(text).split(' ')]).filter((word) => word.length > 1);
  // People type their words with and without diacritics and blanks; whoever guesses does all of that.
  const spellings = [password.normalize('NFC'), plain(password), plain(password).replace(/\s/g, '')];
  return spellings.some((spelling) => estimator().check(spelling, own).score < scoreNeeded);
}

function plain(password: string): string {
  return password.normalize('NFD').replace(/\p{M}/gu, '').replace(/đ/g, 'd').replace(/Đ/g, 'D');
}
