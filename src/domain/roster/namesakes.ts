import { textKey } from '../text-key.ts';

interface Listed {
  readonly name: string;
  /** Null or missing for somebody known by name only, who is nobody else on the list. */
  readonly personId?: string | null | undefined;
  readonly birthYear?: number | null | undefined;
}

/**
 * The names of a list as people read them: where two people of one name stand in it, with the year of birth, if it is
 * known, behind the name. Nowhere else is a year of birth shown, on pages as on papers.
 */
export function namesToldApart(list: readonly Listed[]): readonly string[] {
  const holders = new Map<string, Set<string | number>>();
  for (const [index, { name, personId }] of list.entries()) {
    const key = textKey(name);
    holders.set(key, (holders.get(key) ?? new Set()).add(personId ?? index));
  }
  return list.map(({ name, birthYear }) =>
    birthYear != null && (holders.get(textKey(name))?.size ?? 0) > 1 ? `${name} (${birthYear})` : name,
  );
}

/** By person: the years of birth that a list of these people shows. */
export function shownBirthYears(
  people: readonly { readonly id: string; readonly fullName: string; readonly birthYear: number | null }[],
): ReadonlyMap<string, number> {
  const listed = people.map(({ id, fullName, birthYear }) => ({ personId: id, name: fullName, birthYear }));
  const names = namesToldApart(listed);
  return new Map(
    people.flatMap(({ id, fullName, birthYear }, index) =>
      birthYear === null || names[index] === fullName ? [] : [[id, birthYear] as const],
    ),
  );
}

/** The same people, named as `namesToldApart` says. */
export function toldApart<One extends Listed>(list: readonly One[]): One[] {
  const names = namesToldApart(list);
  return list.map((one, index) => ({ ...one, name: names[index] ?? one.name }));
}
