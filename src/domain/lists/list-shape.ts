import { withoutDiacritics } from '../text/search-key.ts';
import type { ListField } from './list-field.ts';
import { otherMeanings, type TitlePatterns } from './title-patterns.ts';

/** A kind of list: what its titles are and which columns it cannot do without. */
export interface ListShape {
  readonly titles: TitlePatterns;
  /** Each needs a column; `fullName` may be put together from several. */
  readonly required: readonly ListField[];
}

export interface TitleMatch {
  readonly field: ListField;
  /** Smaller is better. */
  readonly distance: number;
}

/** Titles are compared in small letters without diacritics, and without what stands in brackets. */
export function titleKey(title: string): string {
  if (title.trim() === '#') return 'stt';
  return withoutDiacritics(title.replace(/\([^()]*\)/g, ' '));
}

/** Longer texts are no titles. */
const longestTitle = 80;

/** Everything that a title may stand for, best first. */
export function matchTitle(title: string, { titles }: ListShape): readonly TitleMatch[] {
  // Before anything is looked for in it: a text of a cell may be long.
  if (title.length > longestTitle) return [];
  const key = titleKey(title);
  if (key === '' || isPeriodKey(key)) return [];
  const found: TitleMatch[] = [];
  for (const [field, groups] of Object.entries(titles) as [ListField, NonNullable<TitlePatterns[ListField]>][]) {
    for (const [index, { is, begins = [] }] of groups.entries()) {
      const distance = is.includes(key)
        ? index * 2
        : begins.some((words) => beginsWith(key, words)) && !otherMeanings.test(key)
          ? index * 2 + 1
          : undefined;
      if (distance === undefined) continue;
      found.push({ field, distance });
      break;
    }
  }
  return found.sort((a, b) => a.distance - b.distance);
}

/** "Từ ngày … đến ngày …": two days in one cell. */
export function isPeriod(title: string): boolean {
  return title.length <= longestTitle && isPeriodKey(titleKey(title));
}

function isPeriodKey(key: string): boolean {
  const words = key.split(' ');
  return words.includes('tu') && words.lastIndexOf('den') > words.indexOf('tu');
}

function beginsWith(key: string, words: string): boolean {
  return key === words || key.startsWith(`${words} `);
}
