import { textKey } from '../text-key.ts';

/**
 * People as they stand in a choice, in the order given: by name; where two of one name stand in it, each with the
 * position, by which alone somebody can choose. Both places of a tone mark are one name.
 */
export function choiceLabels(people: readonly { readonly name: string; readonly position: string }[]): string[] {
  const counts = new Map<string, number>();
  for (const { name } of people) counts.set(textKey(name), (counts.get(textKey(name)) ?? 0) + 1);
  return people.map(({ name, position }) =>
    (counts.get(textKey(name)) ?? 0) > 1 && position !== '' ? `${name}, ${position}` : name,
  );
}

/** The same by id, for lists whose buttons are told apart by whom they are about. */
export function choiceLabelsById(
  people: readonly { readonly id: string; readonly name: string; readonly position: string }[],
): ReadonlyMap<string, string> {
  const labels = choiceLabels(people);
  return new Map(people.map(({ id }, index) => [id, labels[index] ?? '']));
}
