import { textKey } from '../text/text-key.ts';

interface Listed {
  readonly name: string;
  /** Null or missing for somebody known by name only, who is nobody else on the list. */
  readonly personId?: string | null | undefined;
  readonly birthYear?: number | null | undefined;
}

/**
 * The years of birth that people read in a list: of those whose name is another person's of it too, where they are
 * known. Nowhere else is a year of birth shown, on pages as on papers.
 */
export function shownYears(list: readonly Listed[]): readonly (number | undefined)[] {
  const holders = new Map<string, Set<string | number>>();
  for (const [index, { name, personId }] of list.entries()) {
    const key = textKey(name);
    holders.set(key, (holders.get(key) ?? new Set()).add(personId ?? index));
  }
  return list.map(({ name, birthYear }) =>
    birthYear != null && (holders.get(textKey(name))?.size ?? 0) > 1 ? birthYear : undefined,
  );
}

/** The same people, each with their year of birth only if the list shows it: the name stays the name. */
export function withShownYears<One extends Listed>(
  list: readonly One[],
): (Omit<One, 'birthYear'> & { readonly birthYear?: number })[] {
  const years = shownYears(list);
  return list.map(({ birthYear: _known, ...one }, index) => {
    const birthYear = years[index];
    return birthYear === undefined ? one : { ...one, birthYear };
  });
}

/** A name as it is read in a list that shows years of birth. */
export function nameWithYear({ name, birthYear }: Pick<Listed, 'name' | 'birthYear'>): string {
  return birthYear == null ? name : `${name} (${birthYear})`;
}

/** Takes apart again what `nameWithYear` made; a name without a year is as it was. */
export function nameAndYear(shown: string): { readonly name: string; readonly birthYear: number | null } {
  const [, name, year] = /^(.*\S)\s*\((\d{4})\)$/u.exec(shown) ?? [];
  return name === undefined ? { name: shown, birthYear: null } : { name, birthYear: Number(year) };
}

/** The names of a list as people read them. */
export function namesToldApart(list: readonly Listed[]): readonly string[] {
  const years = shownYears(list);
  return list.map(({ name }, index) => nameWithYear({ name, birthYear: years[index] }));
}

/** By person: the years of birth that a list of these people shows. */
export function shownBirthYears(
  people: readonly { readonly id: string; readonly name: string; readonly birthYear: number | null }[],
): ReadonlyMap<string, number> {
  const years = shownYears(people.map(({ id, name, birthYear }) => ({ personId: id, name, birthYear })));
  return new Map(
    people.flatMap(({ id }, index) => {
      const year = years[index];
      return year === undefined ? [] : [[id, year] as const];
    }),
  );
}

/** The same people, named as `namesToldApart` says: for what is printed or frozen. */
export function toldApart<One extends Listed>(list: readonly One[]): One[] {
  const names = namesToldApart(list);
  return list.map((one, index) => ({ ...one, name: names[index] ?? one.name }));
}
