import { isCommitteeTitle } from './committee-beside.ts';
import { groupWords, isCountedByLetter, isGroupCounter, isGroupTitle, isInCapitals } from './line-marks.ts';
import type { SeenLine } from './seen-line.ts';

/**
 * "I. BAN THƯỜNG VỤ", "I | BAN THƯỜNG VỤ", "1. Chi bộ ấp 1", merged or alone on its line. What a number counts, in a
 * column that is read, is an item that lacks something; so is a committee in a list of committees.
 */
export function isGroupLine(seen: SeenLine): boolean {
  const words = seen.texts.filter((text) => text !== seen.number);
  const [only, second] = words;
  if (only === undefined) return seen.number !== '' && !seen.isNumbered && /\p{L}{2}/u.test(seen.number);
  // Over several columns, or counted, it is a group in whatever column it begins.
  const isAlone = second === undefined && seen.name === '';
  if (isAlone && (seen.isWide ? /\p{L}/u.test(only) : isCountedByLetter(only))) return true;
  if (seen.mate !== '' && !/^\d/.test(seen.mate)) return false;
  if (!words.slice(1).every((text) => /^\d/.test(text))) return false;
  if (seen.isWide) return /\p{L}/u.test(only);
  if (seen.isNumbered) return (seen.areWordsWide || !seen.hasUsed) && isGroupTitle(only);
  if (seen.name !== '') return isGroupInNames(seen, only);
  return isGroupCounter(seen.number) || groupWords(only) !== undefined || (second === undefined && isInCapitals(only));
}

/** Where people's or committees' names stand, a group is counted by a letter, or says that it is one. */
function isGroupInNames({ number, isOfCommittees }: SeenLine, only: string): boolean {
  const words = groupWords(only) ?? only;
  const isCounted = isGroupCounter(number) || isCountedByLetter(only);
  return isOfCommittees ? isCounted && !isCommitteeTitle(words) : isCounted || isGroupTitle(words);
}
