import type { Problem } from '../ruling.ts';
import { withoutDiacritics } from '../text/search-key.ts';
import { textKey } from '../text/text-key.ts';

/** Two texts that mean one, or look as if they did: what was typed, and what is known. */
export interface Spellings {
  readonly written: string;
  readonly known: string;
}

/**
 * What a refusal is about where two names look alike: both, if they are written differently, so that one sees what
 * differs. Nothing to tell where they are the same letter by letter.
 */
export function spellingProblems(code: string, { written, known }: Spellings): readonly Problem[] {
  return written === known ? [] : [{ code, about: `“${written}” ≠ “${known}”` }];
}

/** The same of two people of one name and position. */
export function namesakeProblems(code: string, added: Listed, there: Listed): readonly Problem[] {
  const [written, known] = [added, there].map(({ name, position }) => `${name}, ${position}`);
  return spellingProblems(code, { written: written ?? '', known: known ?? '' });
}

interface Listed {
  readonly name: string;
  readonly position: string;
}

/**
 * Finds what somebody may have meant by a name that nobody has: one that is the same without diacritics. The names are
 * gone through once, when the first is looked for.
 */
export function likeNames(names: () => Iterable<string>): (text: string) => string | undefined {
  let byLetters: Map<string, string> | undefined;
  return (text) => {
    byLetters ??= new Map([...names()].map((name) => [letters(name), name]));
    return byLetters.get(letters(text));
  };
}

/** With i for y: whoever confuses them reads one word. */
function letters(text: string): string {
  return withoutDiacritics(textKey(text)).replaceAll('y', 'i');
}
