import { nameAndYear } from '../roster/namesakes.ts';
import { withoutDiacritics } from '../text/search-key.ts';
import { textKey } from '../text/text-key.ts';

interface Person {
  readonly id: string;
  readonly name: string;
  readonly birthYear?: number | null | undefined;
}

/**
 * Of whom a file is, by its name: those whose whole name stands in it, with or without diacritics, with blanks, signs or
 * nothing between the words. Several are namesakes, or all are named: people have to say which. A longer name goes before
 * one that is a part of it; diacritics and a year of birth, where they stand there, tell people of one name apart.
 */
export function peopleInFileName<Found extends Person>(fileName: string, people: readonly Found[]): readonly Found[] {
  const text = textKey(stemOf(fileName).replace(/[_.]/g, ' '));
  const called = people.map(bare);
  const fits = fitting(text, called).map((one) => people[called.indexOf(one)]);
  return fits.flatMap((one) => one ?? []);
}

/** On an issued ballot the year of a namesake's birth stands behind the name. */
function bare({ id, name, birthYear }: Person): Person {
  const apart = nameAndYear(name);
  return { id, name: apart.name, birthYear: apart.birthYear ?? birthYear };
}

function fitting(text: string, people: readonly Person[]): readonly Person[] {
  const found = namedIn(` ${withoutDiacritics(text)} `, people, ' ');
  const alike = found.length > 0 ? found : namedIn(withoutDiacritics(text).replaceAll(' ', ''), people, '');
  // Of several who are called otherwise, nothing in the file's name says which.
  if (new Set(alike.map(({ name }) => withoutDiacritics(name))).size > 1) return alike;
  const spelled = alike.filter(({ name }) => text.includes(textKey(name)));
  const known = spelled.length > 0 ? spelled : alike;
  const born = known.filter(({ birthYear }) => birthYear != null && text.includes(String(birthYear)));
  return born.length > 0 ? born : known;
}

/** A title as people would read it; empty where the name has no letter. */
export function titleOfFile(fileName: string): string {
  const words = stemOf(fileName)
    .normalize('NFC')
    .replace(/[_\s]+/gu, ' ')
    .trim();
  return /\p{L}/u.test(words) ? words : '';
}

/** `gap` stands between the words, and at both ends. */
function namedIn(text: string, people: readonly Person[], gap: string): readonly Person[] {
  const keyed = people.map((person) => {
    const words = withoutDiacritics(person.name).split(' ');
    // One word alone stands in much that is no name.
    const isUsable = words.length > 1;
    return { person, key: isUsable ? `${gap}${words.join(gap)}${gap}` : undefined };
  });
  const named = keyed.filter(({ key }) => key !== undefined && text.includes(key));
  const isPart = (key = '') => named.some((other) => other.key !== key && other.key?.includes(key));
  return named.filter(({ key }) => !isPart(key)).map(({ person }) => person);
}

function stemOf(fileName: string): string {
  return fileName.replace(/\.[^.]*$/, '');
}
