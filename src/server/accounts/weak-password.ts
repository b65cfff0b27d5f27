import type { ZxcvbnFactory } from '@zxcvbn-ts/core';
import { withoutDiacritics } from '../../domain/text/search-key.ts';

/** Out of 4: at least 10⁸ guesses (zxcvbn); the lock of a name leaves an attacker a hundred a day. */
const scoreNeeded = 3;

/** What lists of common passwords from elsewhere do not know. */
const localWords = [
  ...['matkhau', 'vietnam', 'anhyeuem', 'emyeuanh', 'khongbiet', 'quantri', 'admin', 'hanoi', 'saigon', 'hochiminh'],
  ...['dongchi', 'bithu', 'capuy', 'dangvien', 'dangcongsan', 'congsan', 'tinnhiem', 'phieutinnhiem', 'vanphong'],
  ...['nguyen', 'tran', 'pham', 'hoang', 'huynh', 'phan', 'dang', 'bui', 'duong', 'thi', 'van'],
];

/** Its words take ten megabytes, so they are read when the first password is chosen. */
let kept: Promise<ZxcvbnFactory> | undefined;
function estimator(): Promise<ZxcvbnFactory> {
  kept ??= readWords();
  return kept;
}

async function readWords(): Promise<ZxcvbnFactory> {
  const [{ ZxcvbnFactory: Factory }, { adjacencyGraphs, dictionary }] = await Promise.all([
    import('@zxcvbn-ts/core'),
    import('@zxcvbn-ts/language-common'),
  ]);
  // Longer ones are not worse, and take long to look at.
  return new Factory({ dictionary: { ...dictionary, localWords }, graphs: adjacencyGraphs, maxLength: 60 });
}

/** Whether a password is easy to guess: common, a pattern of the keyboard, or made of what is known of its owner. */
export async function isWeakPassword(password: string, known: readonly string[]): Promise<boolean> {
  const own = known.flatMap((text) => [text, ...withoutDiacritics(text).split(' ')]).filter((word) => word.length > 1);
  // People type their words with and without diacritics and blanks; whoever guesses does all of that.
  const spellings = [password.normalize('NFC'), plain(password), plain(password).replace(/\s/g, '')];
  const guesser = await estimator();
  return spellings.some((spelling) => guesser.check(spelling, own).score < scoreNeeded);
}

function plain(password: string): string {
  return password.normalize('NFD').replace(/\p{M}/gu, '').replace(/đ/g, 'd').replace(/Đ/g, 'D');
}
