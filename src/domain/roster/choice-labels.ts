import { textKey } from '../text/text-key.ts';
import { nameWithYear } from './namesakes.ts';

interface Chosen {
  readonly name: string;
  readonly position: string;
  /** As the list shows it: for namesakes only. */
  readonly birthYear?: number | undefined;
}

/**
 * People as they stand in a choice, in the order given: by name; where two of one name stand in it, each with the year
 * of birth, if it is known, and the position. Both places of a tone mark are one name.
 */
export function choiceLabels(people: readonly Chosen[]): string[] {
  const counts = new Map<string, number>();
  for (const { name } of people) counts.set(textKey(name), (counts.get(textKey(name)) ?? 0) + 1);
  return people.map(({ name, position, birthYear }) => {
    const shown = nameWithYear({ name, birthYear });
    return (counts.get(textKey(name)) ?? 0) > 1 && position !== '' ? `${shown}, ${position}` : shown;
  });
}

/** The same by id, for lists whose buttons are told apart by whom they are about. */
export function choiceLabelsById(people: readonly (Chosen & { readonly id: string })[]): ReadonlyMap<string, string> {
  const labels = choiceLabels(people);
  return new Map(people.map(({ id }, index) => [id, labels[index] ?? '']));
}
